/** What the command line reads from its surroundings. */
export interface Settings {
  /** `postgresql://…`; without it the embedded PostgreSQL in `dataDir` is used. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
}

/** Reads DATABASE_URL and CHAT_DATA_DIR; throws where the first is no PostgreSQL URL. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const databaseUrl = env["DATABASE_URL"] || undefined;
  if (databaseUrl !== undefined && !/^postgres(?:ql)?:$/.test(URL.parse(databaseUrl)?.protocol ?? ""))
    throw new Error(
      "DATABASE_URL is not a PostgreSQL URL. Write postgresql://user:password@host:5432/database, or leave it out: then the PostgreSQL kept in CHAT_DATA_DIR is used.",
    );
  return { databaseUrl, dataDir: env["CHAT_DATA_DIR"] || ".data" };
}
