import { spawn } from "node:child_process";
import { mkdir, open, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { createCluster, readOrMakePassword } from "./create-cluster.ts";
import { PostgresStartError } from "./errors.ts";
import { findPostgresBinaries, requireAccess, resolvePostgresAccount } from "./postgres-binaries.ts";
import type { PostgresAccount, PostgresBinaries } from "./postgres-binaries.ts";
import { isAlive, readPostmaster, signal, stopPostmaster, waitUntilReady } from "./postmaster.ts";
import type { Postmaster } from "./postmaster.ts";

export interface StartPostgresOptions {
  /** Folder that holds `pg18`, its log and its password. Made if missing. */
  readonly dataDir: string;
  readonly log?: ((line: string) => void) | undefined;
  /** More server settings, for example `{ fsync: "off" }` in tests. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

export interface EmbeddedPostgres {
  /** `postgresql://…` of the superuser. */
  readonly url: string;
  /** Stops the server, unless another living process started it. Safe to call twice. */
  stop(): Promise<void>;
}

/** The major version is in the folder's name: the files of one major are of no use to another. */
const CLUSTER = "pg18";
const START_TIMEOUT_MS = 60_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/**
 * Starts the PostgreSQL 18 that npm delivered, on a free port of 127.0.0.1, or joins the one that already runs on this folder (left by
 * a crash, or started by another process of ours). Its files are made the first time, which takes some seconds.
 * @throws PostgresStartError with the cause and the mend.
 */
export async function startPostgres({
  dataDir,
  log = () => undefined,
  settings = {},
}: StartPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = path.resolve(dataDir);
  const cluster = path.join(folder, CLUSTER);
  await mkdir(folder, { recursive: true });
  const [binaries, account] = await Promise.all([findPostgresBinaries(), resolvePostgresAccount()]);
  await requireAccess(binaries.postgres, account);
  await requireAccess(cluster, account);
  const password = await readOrMakePassword(folder);
  await createCluster({ binaries, account, cluster, password, log });
  const ownerFile = path.join(folder, `${CLUSTER}.owner`);
  const running = (await readPostmaster(cluster)) && (await waitUntilReady(cluster, START_TIMEOUT_MS, () => false));
  const server = running ?? (await launch({ binaries, account, cluster, settings, log }));
  const owned = await takeOwnership(ownerFile, running === undefined);
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${server.port}/postgres`,
    stop: owned ? stopOnce(server.pid) : async () => undefined,
  };
}

async function launch(options: {
  binaries: PostgresBinaries;
  account: PostgresAccount;
  cluster: string;
  settings: Readonly<Record<string, string>>;
  log: (line: string) => void;
}): Promise<Postmaster> {
  const { binaries, account, cluster, settings, log } = options;
  const logFile = `${cluster}.log`;
  const logged = await stat(logFile).catch(() => undefined);
  if (logged && logged.size > LOG_LIMIT_BYTES) await truncate(logFile);
  const logHandle = await open(logFile, "a", 0o600);
  const port = await findFreePort();
  const merged = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    // A socket's path may have only some hundred bytes, which a deep folder exceeds; TCP is enough.
    unix_socket_directories: "",
    max_connections: "200",
    ...settings,
  };
  const flags = Object.entries(merged).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // In a process group of its own, Ctrl-C in the terminal reaches us and not it: it has to outlive the requests that use it.
  const child = spawn(binaries.postgres, ["-D", cluster, ...flags], {
    ...account,
    detached: true,
    stdio: ["ignore", logHandle.fd, logHandle.fd],
    cwd: cluster,
  });
  let ended = false;
  child.once("error", () => (ended = true));
  child.once("exit", () => (ended = true));
  child.unref();
  const ready = await waitUntilReady(cluster, START_TIMEOUT_MS, () => ended);
  await logHandle.close();
  // Another process may have started one on this folder in the same moment; then ours ended, and theirs serves both.
  const server = ready ?? (await waitUntilReady(cluster, 2_000, () => false));
  if (!server) {
    const tail = (await readFile(logFile, "utf8").catch(() => "")).trim().split("\n").slice(-5).join("\n");
    throw new PostgresStartError(`PostgreSQL did not start. The end of ${logFile} says:\n${tail}`);
  }
  log(`PostgreSQL 18 runs on 127.0.0.1:${server.port}`);
  return server;
}

/** The process that stops the server is the one that started it; when that one died, whoever comes next. */
async function takeOwnership(ownerFile: string, started: boolean): Promise<boolean> {
  const owner = Number(await readFile(ownerFile, "utf8").catch(() => "0"));
  if (!started && owner > 0 && owner !== process.pid && isAlive(owner)) return false;
  await writeFile(ownerFile, String(process.pid));
  return true;
}

function stopOnce(pid: number): () => Promise<void> {
  const onExit = () => void signal(pid, "SIGINT");
  process.once("exit", onExit);
  let stopping: Promise<void> | undefined;
  return () => {
    process.removeListener("exit", onExit);
    return (stopping ??= stopPostmaster(pid));
  };
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new PostgresStartError("No free port on 127.0.0.1.");
  return address.port;
}
