import pg from "pg";
import { grantAppRole } from "./app-role.ts";
import { DatabaseNewerError, DatabaseUnusableError, describeError, MigrationFailedError } from "./errors.ts";
import { compareMigrations, readMigrations } from "./read-migrations.ts";
import type { MigrationScript, MigrationStatus } from "./read-migrations.ts";
import { NO_FILTERS, openSchemaEngine, toMigrationList } from "./schema-engine.ts";

export interface MigrateOptions {
  /** `postgresql://…` of a user that owns the schema. */
  readonly url: string;
  readonly log?: ((line: string) => void) | undefined;
  /** Migrations to apply. Default: those of this version. */
  readonly scripts?: readonly MigrationScript[] | undefined;
}

/** As `server_version_num` counts. */
const OLDEST_POSTGRES = 150_000;

/** Any number, the same in every version: whoever migrates this database holds it. */
const MIGRATION_LOCK = 2_026_113_001;

/**
 * Brings the database to this version and gives the app's role its rights. Nodes that boot at once take turns; all but the first
 * find nothing to do. Answers the names of the migrations it applied.
 * @throws DatabaseUnusableError when it cannot be reached, or is older than PostgreSQL 15.
 * @throws DatabaseNewerError when the database holds migrations that this version does not have.
 * @throws MigrationFailedError when one does not apply; nothing of it remains.
 */
export async function migrate({ url, log = () => undefined, scripts }: MigrateOptions): Promise<readonly string[]> {
  await using session = await openSession(url);
  const known = scripts ?? (await readMigrations());
  await session.client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
  const status = await compareMigrations(session.client, known);
  if (status.unknown.length > 0) throw new DatabaseNewerError(status.unknown);
  if (status.edited.length > 0) log(`Changed since it was applied, which changes nothing here: ${status.edited.join(", ")}`);
  if (status.pending.length > 0) await applyPending(url, known, status, log);
  await grantAppRole(session.client, log);
  return status.pending;
}

/** Tells what the database has and lacks, and changes nothing. @throws DatabaseUnusableError */
export async function migrationStatus({ url, scripts }: Pick<MigrateOptions, "url" | "scripts">): Promise<MigrationStatus> {
  await using session = await openSession(url);
  return await compareMigrations(session.client, scripts ?? (await readMigrations()));
}

async function applyPending(
  url: string,
  scripts: readonly MigrationScript[],
  status: MigrationStatus,
  log: (line: string) => void,
): Promise<void> {
  await using opened = await openSchemaEngine(url);
  try {
    // A migration is one transaction, so one that was begun and not finished left nothing behind and may simply run again.
    for (const migrationName of status.failed) await opened.engine.markMigrationRolledBack({ migrationName });
    await opened.engine.applyMigrations({ migrationsList: toMigrationList(scripts), filters: NO_FILTERS });
  } catch (error) {
    throw new MigrationFailedError(describeError(error), { cause: error });
  }
  log(`Applied ${status.pending.length} migration${status.pending.length > 1 ? "s" : ""}: ${status.pending.join(", ")}`);
}

async function openSession(url: string): Promise<AsyncDisposable & { client: pg.Client }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: "chat migrate" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
      "SELECT current_setting('server_version_num') AS server_version_num, current_setting('server_version') AS server_version",
    );
    requireVersion(Number(rows[0]?.server_version_num), rows[0]?.server_version ?? "?");
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error instanceof DatabaseUnusableError ? error : new DatabaseUnusableError(describeFailure(error), { cause: error });
  }
  return { client, [Symbol.asyncDispose]: () => client.end() };
}

/** @throws DatabaseUnusableError for a PostgreSQL that lacks what the schema needs. */
export function requireVersion(number: number, name: string): void {
  if (number < OLDEST_POSTGRES) throw new DatabaseUnusableError(`it is PostgreSQL ${name}, and 15 is the oldest that will do`);
}

/** A host with several addresses fails with a list of errors and no message of its own. */
function describeFailure(error: unknown): string {
  return error instanceof AggregateError ? error.errors.map(describeError).join("; ") : describeError(error);
}
