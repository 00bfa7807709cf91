import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { ChatOptions } from "@chat/server";
import type { ChatDefinition } from "@chat/contract";
import { freePort } from "../fixtures/free-port.ts";

export interface ServeOptions extends Partial<
  Pick<ChatOptions<ChatDefinition>, "redisUrl" | "nodeTiming" | "heartbeat" | "publicUrl">
> {
  databaseUrl: string;
  port: number;
  /** Most database connections at once. Default 10. */
  poolSize?: number;
}

/** Holds the event loop up for so long, then tells how things stand. */
export interface Order {
  id: number;
  freezeMs: number;
}

/** How things stand in the server's process. Bytes; `kinds` counts what keeps its event loop alive, by kind. */
export interface Stats {
  rss: number;
  /** What is alive after a garbage collection, on the heap and beside it. RSS is more, by what the allocators keep. */
  held: number;
  kinds: Record<string, number>;
  /** On the process, its HTTP server and its database pool. */
  listeners: number;
  /** Errors logged, rejections that nobody handled, and PostgreSQL's notices. */
  faults: string[];
  /** Database connections of the pool, those of them that nobody holds, and callers that wait for one. */
  connections: number;
  idleConnections: number;
  waitingForConnection: number;
  /** How often somebody asked whether it is ready, and was told so. */
  timesReady: number;
  /** How late its event loop was since it was asked last, p99, in milliseconds. */
  loopLagMs: number;
}

/** A server in a process of its own. Use with `await using`. */
export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  /** Rejects when the process has ended. */
  stats(): Promise<Stats>;
  /** Holds its event loop up for so many milliseconds. */
  freeze(ms: number): Promise<Stats>;
  /** One figure of /api/metrics. */
  metric(name: string): Promise<number>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** SIGTERM; answers after how many milliseconds it had ended, and with which code. */
  stop(): Promise<{ ms: number; code: number | null }>;
}

export async function startServerProcess(given: Omit<ServeOptions, "port"> & { port?: number }): Promise<ServerProcess> {
  const options: ServeOptions = { ...given, port: given.port ?? (await freePort()) };
  const child = fork(path.join(import.meta.dirname, "serve.ts"), [JSON.stringify(options)], {
    // The young heap is bounded as `npm start` bounds it.
    execArgv: ["--expose-gc", "--max-semi-space-size=16"],
  });
  const waiting = new Map<number, PromiseWithResolvers<Stats>>();
  let ended = false;
  const exit = once(child, "exit").then(([code]: unknown[]) => {
    ended = true;
    for (const { reject } of waiting.values()) reject(new Error("The server's process has ended."));
    return typeof code === "number" ? code : null;
  });
  const onExit = () => child.kill("SIGKILL");
  process.once("exit", onExit);
  const url = await new Promise<string>((resolve, reject) => {
    child.on("message", (message: { url?: string; id?: number; stats?: Stats }) => {
      if (message.url !== undefined) resolve(message.url);
      if (message.id !== undefined && message.stats !== undefined) waiting.get(message.id)?.resolve(message.stats);
    });
    void exit.then((code) => reject(new Error(`The server ended with ${code} before it listened.`)));
  });
  // A test that failed must not be kept alive by what it left.
  child.unref();
  child.channel?.unref();
  let lastId = 0;
  const order = (freezeMs: number): Promise<Stats> => {
    const settle = Promise.withResolvers<Stats>();
    if (ended) settle.reject(new Error("The server's process has ended."));
    else {
      lastId += 1;
      waiting.set(lastId, settle);
      child.send({ id: lastId, freezeMs } satisfies Order);
    }
    return settle.promise;
  };
  const kill = async () => {
    process.removeListener("exit", onExit);
    child.kill("SIGKILL");
    await exit;
  };
  return {
    url,
    stats: () => order(0),
    freeze: order,
    async metric(name) {
      const text = await (await fetch(`${url}/api/metrics`, { headers: { connection: "close" } })).text();
      return Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
    },
    kill,
    async stop() {
      const start = performance.now();
      child.kill("SIGTERM");
      return { code: await exit, ms: performance.now() - start };
    },
    [Symbol.asyncDispose]: kill,
  };
}
