/** What the command line reads from its surroundings. */
export interface Settings {
  /** `postgresql://…`; without it the embedded PostgreSQL in `dataDir` is used. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
}

/** Reads DATABASE_URL and CHAT_DATA_DIR. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  return { databaseUrl: env["DATABASE_URL"] || undefined, dataDir: env["CHAT_DATA_DIR"] || ".data" };
}
