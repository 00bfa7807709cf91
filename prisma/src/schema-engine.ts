import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import type { MigrationScript } from "./read-migrations.ts";

type EngineModule = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");

/** Prisma's migration engine on one database. Free it with `await using`. */
export interface OpenedEngine extends AsyncDisposable {
  readonly engine: SchemaEngine;
}

/** Every table and enum is the schema's own. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** Node has it, but its types come only with those of the browser, which code that imports this package need not have. */
const { WebAssembly: wasm } = globalThis as unknown as {
  WebAssembly: { instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }> };
};

let loading: Promise<EngineModule> | undefined;

/** Loads the WebAssembly engine (once) and binds it to a database. */
export async function openSchemaEngine(url: string): Promise<OpenedEngine> {
  loading ??= loadEngine();
  const module = await loading;
  const pool = openPool(url);
  const adapter = bindMigrationAwareSqlAdapterFactory(adaptForEngine(pool));
  const engine = await module.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
  return {
    engine,
    async [Symbol.asyncDispose]() {
      engine.free();
      await pool.end();
    },
  };
}

/** Migrations in the form that the engine takes. */
export function toMigrationList(scripts: readonly MigrationScript[]) {
  return {
    baseDir: "migrations",
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: scripts.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
}

async function loadEngine(): Promise<EngineModule> {
  // The package's own entry imports the .wasm file as a module, which Node does not do; so it is instantiated by hand.
  const glue: EngineModule = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(entry.replace(/\.js$/, ".wasm"));
  const imports = Object.fromEntries(
    Object.entries(glue).map(([name, value]) => [name, name.startsWith("__wbg_setTimeout_") ? startIdleTimer : value]),
  );
  const { instance } = await wasm.instantiate(bytes, { "./schema_engine_bg.js": imports });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
  return glue;
}

/** The stock adapter knows no column of the type "char", which the engine reads from the catalogue; as text it is understood. */
function readCharAsText(client: pg.PoolClient): void {
  const { connection } = client as unknown as pg.Client;
  connection.prependListener("rowDescription", ({ fields }: { fields: { dataTypeID: number }[] }) => {
    for (const field of fields) if (field.dataTypeID === pg.types.builtins.CHAR) field.dataTypeID = pg.types.builtins.TEXT;
  });
}

/** The engine's own lock timeout of 10 s is never cleared, and would hold up the end of the process for as long. */
function startIdleTimer(callback: () => void, ms: number): NodeJS.Timeout {
  return setTimeout(callback, ms).unref();
}

type EngineAdapter = Awaited<ReturnType<PrismaPg["connect"]>>;

function adaptForEngine(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const { provider, adapterName } = new PrismaPg(pool);
  const connectToShadowDb = () =>
    Promise.reject(new Error("Migrations are never played in a shadow database; see create-migration.ts."));
  return { provider, adapterName, connect: () => connectAdapter(pool), connectToShadowDb };
}

/**
 * The stock adapter cuts a script at every semicolon, which breaks function bodies, and sends the pieces one by one. Sent whole, a
 * script may hold functions and triggers, and runs as one transaction: a migration is there in full or not at all.
 */
async function connectAdapter(pool: pg.Pool): Promise<EngineAdapter> {
  const adapter = await new PrismaPg(pool).connect();
  adapter.executeScript = async (script) => {
    await pool.query(script);
  };
  return adapter;
}

function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: "chat migrate" });
  pool.on("error", () => undefined);
  pool.on("connect", readCharAsText);
  return pool;
}
