import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Client } from "pg";

/** Where the migrations of this version stand, in Prisma Migrate's format. */
export const MIGRATIONS_DIR = fileURLToPath(new URL("../migrations", import.meta.url));

/** One migration of this version. */
export interface MigrationScript {
  readonly name: string;
  readonly sql: string;
}

/** What the database has, against what this version has. Names are folder names, in order. */
export interface MigrationStatus {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
  /** Begun and not finished; rolled back with its transaction, and tried again by the next `migrate`. */
  readonly failed: readonly string[];
  /** Applied, but unknown to this version: the database is newer than the code. */
  readonly unknown: readonly string[];
  /** Applied from a text that has changed since. */
  readonly edited: readonly string[];
}

/** Reads the migrations of this version, oldest first; none when the folder does not exist. */
export async function readMigrations(directory = MIGRATIONS_DIR): Promise<MigrationScript[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({ name, sql: await readFile(path.join(directory, name, "migration.sql"), "utf8") })),
  );
}

/** Compares the database's history with `scripts`, by plain SQL: the engine is loaded only when there is something to apply. */
export async function compareMigrations(client: Client, scripts: readonly MigrationScript[]): Promise<MigrationStatus> {
  const history = await readHistory(client);
  const finished = new Map(history.filter((row) => row.finished).map((row) => [row.name, row.checksum]));
  const known = new Map(scripts.map((script) => [script.name, script.sql]));
  return {
    applied: [...finished.keys()],
    pending: [...known.keys()].filter((name) => !finished.has(name)),
    failed: history.filter((row) => !row.finished).map((row) => row.name),
    unknown: [...finished.keys()].filter((name) => !known.has(name)),
    edited: [...finished]
      .filter(([name, sum]) => known.has(name) && sum !== checksum(known.get(name) ?? ""))
      .map(([name]) => name),
  };
}

async function readHistory(client: Client): Promise<{ name: string; checksum: string; finished: boolean }[]> {
  const { rows: found } = await client.query<{ present: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present",
  );
  if (!found[0]?.present) return [];
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations
      WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

function checksum(sql: string): string {
  return createHash("sha256").update(sql).digest("hex");
}
