/** The database holds migrations that this code does not know: it was last used by a newer version. Nothing was changed. */
export class DatabaseNewerError extends Error {
  override readonly name = "DatabaseNewerError";
  readonly unknownMigrations: readonly string[];

  constructor(unknownMigrations: readonly string[]) {
    super(
      `The database is newer than this code: it holds the migration${unknownMigrations.length > 1 ? "s" : ""} ` +
        `${unknownMigrations.join(", ")}, which this version does not have. Nothing was changed. ` +
        "Run the version that made them (or a later one), or restore a backup from before the upgrade.",
    );
    this.unknownMigrations = unknownMigrations;
  }
}

/** A migration did not apply. Each runs as one transaction, so nothing of it remains and the next start tries it again. */
export class MigrationFailedError extends Error {
  override readonly name = "MigrationFailedError";

  constructor(reason: string, options?: ErrorOptions) {
    super(`A migration failed and was rolled back: ${reason}`, options);
  }
}

/** The database cannot be reached or entered, or is no PostgreSQL that this code can use. */
export class DatabaseUnusableError extends Error {
  override readonly name = "DatabaseUnusableError";
}

/** The embedded PostgreSQL cannot run here. The message names the cause and what mends it. */
export class PostgresStartError extends Error {
  override readonly name = "PostgresStartError";
}

/** The message of anything thrown, for a log line. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The SQLSTATE of a PostgreSQL error, else undefined. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
