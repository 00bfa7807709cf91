import { expect } from "vitest";
import { findFault } from "../fixtures/debian-program.ts";
import { freePort } from "../fixtures/free-port.ts";
import { startProxy } from "../fixtures/proxy.ts";
import { startRedis } from "../fixtures/redis.ts";
import { startServerProcess, type ServeOptions, type ServerProcess } from "./start-server-process.ts";

/** One node, or two that share a Redis behind the proxy that we ship, each in a process of its own. Use with `await using`. */
export interface Site extends AsyncDisposable {
  /** Where people go. */
  readonly url: string;
  /** Those of now: a node that was started again is another. */
  readonly nodes: readonly ServerProcess[];
  node(index: number): ServerProcess;
  /** Starts one that was stopped or killed; resolves when the proxy has found it ready. */
  startAgain(index: number): Promise<void>;
}

type SiteOptions = Omit<ServeOptions, "port" | "redisUrl" | "publicUrl">;

/** Why a site of so many nodes is not to be had, or null. */
export async function findSiteFault(nodes: number): Promise<string | null> {
  return nodes === 1 ? null : ((await findFault("redis-server")) ?? (await findFault("haproxy")));
}

export async function startSite(count: number, options: SiteOptions): Promise<Site> {
  await using stack = new AsyncDisposableStack();
  const port = await freePort();
  const isAlone = count === 1;
  const shared = isAlone ? {} : { redisUrl: stack.use(await startRedis()).url, publicUrl: `http://127.0.0.1:${port}` };
  const ports = isAlone ? [port] : [await freePort(), await freePort()];
  const start = (index: number) => startServerProcess({ ...options, ...shared, port: ports[index] ?? 0 });
  const nodes: ServerProcess[] = [];
  stack.defer(async () => void (await Promise.all(nodes.map((node) => node.kill()))));
  for (const index of ports.keys()) nodes.push(await start(index));
  const [first, second] = ports;
  if (!isAlone && first !== undefined && second !== undefined) stack.use(await startProxy(port, [first, second]));
  const nodeAt = (index: number): ServerProcess => {
    const node = nodes[index];
    if (node === undefined) throw new Error("There is no such node.");
    return node;
  };
  const owned = stack.move();
  return {
    url: `http://127.0.0.1:${port}`,
    nodes,
    node: nodeAt,
    async startAgain(index) {
      const node = (nodes[index] = await start(index));
      if (!isAlone) await expect.poll(async () => (await node.stats()).timesReady, { timeout: 15_000 }).toBeGreaterThan(0);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
