import { DatabaseNewerError, DatabaseUnusableError, migrate, MigrationFailedError, openDatabase, startPostgres } from "@chat/db";
import type { Database } from "@chat/db";
import { seedDemo } from "@chat/db/seed";
import { hashPassword } from "better-auth/crypto";
import type { Settings } from "../env.ts";

export interface Store {
  readonly database: Database;
  /** True where the demo workspace is in the database, seeded now or before. */
  readonly hasDemo: boolean;
  /** Closes the pool, then PostgreSQL if it was started here. */
  close(): Promise<void>;
}

/** The database of DATABASE_URL cannot be used; the message says why. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/** Reaches or starts PostgreSQL, brings it to this version, fills it on the first run. `say` gets a line a step. */
export async function openStore(settings: Settings, say: (line: string) => void): Promise<Store> {
  const embedded = settings.databaseUrl === null ? await startPostgres({ dataDir: settings.dataDir, log: say }) : null;
  const url = embedded?.url ?? settings.databaseUrl ?? "";
  try {
    await migrate({ url, log: say });
    const database = await openDatabase({ url, log: say });
    const hasDemo = await seedOnce(database, settings.seed, say);
    return {
      database,
      hasDemo,
      close: async () => {
        await database.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw settings.databaseUrl === null ? error : explain(error);
  }
}

function explain(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseNewerError || error instanceof MigrationFailedError) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  if (code === null && !(error instanceof DatabaseUnusableError)) return error;
  return new StoreError(
    `DATABASE_URL: the database cannot be used (${error.message || code}). Check host, port, user, password and database name.`,
  );
}

async function seedOnce(database: Database, seed: Settings["seed"], say: (line: string) => void): Promise<boolean> {
  const rows = await database.query<{ value: string }>(`SELECT value FROM "ServerState" WHERE key = 'seed'`);
  if (rows[0]?.value === "demo") return true;
  if (seed !== "demo") return false;
  const seeded = await seedDemo(database, { hashPassword });
  if (seeded) say("The demo workspace is in place");
  return seeded;
}
