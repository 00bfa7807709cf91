import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { MIGRATIONS_DIR, readMigrations } from "./read-migrations.ts";
import { NO_FILTERS, openSchemaEngine, toMigrationList } from "./schema-engine.ts";

const SCHEMA_FILE = fileURLToPath(new URL("../schema.prisma", import.meta.url));

export interface CreateMigrationOptions {
  /** Any PostgreSQL whose user may create databases: a shadow database is made there, and dropped. */
  readonly url: string;
  /** What it does, in a word or three. */
  readonly name: string;
}

/**
 * Writes a migration that takes the existing ones to `schema.prisma`. What Prisma cannot express (CHECK, triggers, partial indexes) is
 * added to the file by hand. Answers the file's path, or undefined when there is nothing to do.
 */
export async function createMigration({ url, name }: CreateMigrationOptions): Promise<string | undefined> {
  await using opened = await openSchemaEngine(url);
  const schema = await readFile(SCHEMA_FILE, "utf8");
  const { stdout } = await opened.engine.diff({
    from: { tag: "migrations", ...toMigrationList(await readMigrations()) },
    to: { tag: "schemaDatamodel", files: [{ path: SCHEMA_FILE, content: schema }] },
    script: true,
    exitCode: false,
    filters: NO_FILTERS,
  });
  const sql = stdout?.trim() ?? "";
  if (sql === "" || sql === "-- This is an empty migration.") return undefined;
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "_");
  const folder = path.join(MIGRATIONS_DIR, `${stamp}_${slug}`);
  await mkdir(folder, { recursive: true });
  const lock = path.join(MIGRATIONS_DIR, "migration_lock.toml");
  await writeFile(lock, '# Made by "npm run db:migration". Part of the history.\nprovider = "postgresql"\n');
  const file = path.join(folder, "migration.sql");
  await writeFile(file, `${sql}\n`);
  return file;
}
