import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** A running PostgreSQL, as its own `postmaster.pid` tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Accepting connections. */
  readonly ready: boolean;
}

const POLL_MS = 20;

/** The server that runs on a data folder; undefined when none does, also when one died and left its file. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const [pid, , , port, , , , state] = text.split("\n");
  const found = { pid: Number(pid), port: Number(port), ready: state?.trim() === "ready" };
  return found.pid > 0 && isAlive(found.pid) ? found : undefined;
}

/** Asks a server to stop now, cleanly (open transactions roll back), and waits until it is gone. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (!signal(pid, "SIGINT")) return;
  while (isAlive(pid)) await wait(POLL_MS);
}

/** Waits until the server on a data folder accepts connections; undefined when `gaveUp` or the time runs out. */
export async function waitUntilReady(cluster: string, timeoutMs: number, gaveUp: () => boolean): Promise<Postmaster | undefined> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline && !gaveUp()) {
    const running = await readPostmaster(cluster);
    if (running?.ready) return running;
    await wait(POLL_MS);
  }
  return undefined;
}

/** True while a process of that id exists. */
export function isAlive(pid: number): boolean {
  return signal(pid, 0);
}

/** Sends a signal; false when there is no such process. */
export function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
