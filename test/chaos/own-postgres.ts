import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate, startPostgres, type EmbeddedPostgres } from "@chat/db";
import { freePort } from "../fixtures/free-port.ts";

/** A PostgreSQL of a test's own, migrated, with durable commits, to be stopped and killed. Use with `await using`. */
export interface OwnPostgres extends AsyncDisposable {
  readonly url: string;
  /** Ends it: cleanly, or with `immediate` as a crash would, without a checkpoint. */
  stop(mode: "fast" | "immediate"): Promise<void>;
  /** Starts it again, on the same port. */
  start(): Promise<void>;
}

export async function startOwnPostgres(): Promise<OwnPostgres> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "chat-chaos-"));
  // Run as root, PostgreSQL itself runs as another user, who has to get in.
  await chmod(dataDir, 0o755);
  const port = String(await freePort());
  // A commit reaches the operating system, which outlives PostgreSQL; whether it reaches the disk is not what is tested.
  const launch = () => startPostgres({ dataDir, settings: { port, fsync: "off" } });
  let running: EmbeddedPostgres | null = await launch();
  const { url } = running;
  const pidFile = path.join(dataDir, "pg18/postmaster.pid");
  await migrate({ url });
  const stop = async (mode: "fast" | "immediate") => {
    if (mode === "immediate") process.kill(Number((await readFile(pidFile, "utf8")).split("\n")[0]), "SIGQUIT");
    // Waits until it is gone; it asks, too, which changes nothing for one that is ending.
    await running?.stop();
    running = null;
  };
  return {
    url,
    stop,
    async start() {
      running = await launch();
    },
    async [Symbol.asyncDispose]() {
      await stop("fast");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
