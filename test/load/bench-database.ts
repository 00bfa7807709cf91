import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { migrate, openDatabase, startPostgres, type Database } from "@chat/db";

/** A PostgreSQL of the benchmark's own, migrated, with commits that reach the disk. Use with `await using`. */
export interface BenchDatabase extends AsyncDisposable {
  readonly url: string;
  readonly database: Database;
  /** Gathers the planner's statistics, as the server's owner: the role that the app works as may not. */
  analyze(): Promise<void>;
}

export async function openBenchDatabase(): Promise<BenchDatabase> {
  await using stack = new AsyncDisposableStack();
  const dataDir = await mkdtemp(path.join(tmpdir(), "chat-bench-"));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  // Run as root, PostgreSQL itself runs as another user, who has to get in.
  await chmod(dataDir, 0o755);
  const postgres = stack.adopt(await startPostgres({ dataDir }), ({ stop }) => stop());
  await migrate({ url: postgres.url });
  const database = stack.adopt(await openDatabase({ url: postgres.url }), (open) => open.close());
  const analyze = async () => {
    const owner = new pg.Client({ connectionString: postgres.url });
    await owner.connect();
    try {
      await owner.query("ANALYZE");
    } finally {
      await owner.end();
    }
  };
  const owned = stack.move();
  return { url: postgres.url, database, analyze, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
