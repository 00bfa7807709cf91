import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { MIGRATIONS_DIR } from "./read-migrations.ts";
import { NO_FILTERS, openSchemaEngine } from "./schema-engine.ts";

const SCHEMA_FILE = fileURLToPath(new URL("../schema.prisma", import.meta.url));
/** The schema that the migrations lead to: what the next one starts from. */
const MIGRATED_SCHEMA = path.join(MIGRATIONS_DIR, "schema.prisma");

export interface CreateMigrationOptions {
  /** Any PostgreSQL: the engine asks it what it can do, and changes nothing there. */
  readonly url: string;
  /** What it does, in a word or three. */
  readonly name: string;
}

/**
 * Writes a migration from the schema that the migrations lead to, which is kept beside them, to `schema.prisma`. (Playing the migrations in a
 * shadow database instead fails on PostgreSQL 18 with this engine, and would drop the rules that Prisma's language cannot say.) CHECKs,
 * triggers and partial indexes are added to the file by hand. Answers the file's path, or undefined when there is nothing to do.
 */
export async function createMigration({ url, name }: CreateMigrationOptions): Promise<string | undefined> {
  await using opened = await openSchemaEngine(url);
  const datamodel = async (file: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content: await readFile(file, "utf8") }],
  });
  const { stdout } = await opened.engine.diff({
    from: await datamodel(MIGRATED_SCHEMA),
    to: await datamodel(SCHEMA_FILE),
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
  const file = path.join(folder, "migration.sql");
  await writeFile(file, `${sql}\n`);
  await copyFile(SCHEMA_FILE, MIGRATED_SCHEMA);
  return file;
}
