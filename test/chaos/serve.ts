// Our server in a process of its own, to be killed, frozen and looked into: forked by start-server-process.ts.
import { createServer } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { defineChat } from "@chat/contract";
import { openDatabase } from "@chat/db";
import { createChat } from "@chat/server";
import { tokenSecret } from "../fixtures/sign-token.ts";
import type { Order, ServeOptions, Stats } from "./start-server-process.ts";

const { databaseUrl, port, publicUrl, poolSize, ...options } = JSON.parse(process.argv[2] ?? "{}") as ServeOptions;
const faults: string[] = [];
const say = (line: string) => void faults.push(line);
process.on("unhandledRejection", (reason) => say(`unhandled rejection: ${String(reason)}`));
process.on("uncaughtException", (error) => say(`uncaught exception: ${String(error)}`));
const writeError = (fields: object, message: string) => {
  const { err } = fields as { err?: unknown };
  say(`${message}: ${err instanceof Error ? err.message : String(err)}`);
};

const database = await openDatabase({ url: databaseUrl, max: poolSize, log: () => undefined });
// Where a statement that travelled with COMMIT failed, both have ended the transaction before ROLLBACK comes.
const harmless = "there is no transaction in progress";
database.pool.on("connect", (client) => {
  client.on("notice", ({ message }) => message !== harmless && say(`notice: ${message}`));
});
const url = `http://127.0.0.1:${port}`;
const chat = await createChat({
  chat: defineChat(),
  database,
  publicUrl: publicUrl ?? url,
  secret: tokenSecret,
  tokenSecret,
  limits: null,
  log: { debug() {}, info() {}, warn() {}, error: writeError },
  ...options,
});
let timesReady = 0;
const http = createServer((req, res) => {
  if (req.url === "/api/ready") res.once("finish", () => (timesReady += res.statusCode === 200 ? 1 : 0));
  void chat.handle(req, res).then((ours) => ours || res.writeHead(404).end());
});
chat.attach(http);

const lag = monitorEventLoopDelay({ resolution: 10 });
lag.enable();
const stats = (): Stats => {
  const loopLagMs = lag.percentile(99) / 1e6;
  void globalThis.gc?.();
  const kinds: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const listeners = [process, http, database.pool].flatMap((emitter) =>
    emitter.eventNames().map((name) => emitter.listenerCount(name as string)),
  );
  const { rss, heapUsed, external } = process.memoryUsage();
  const { totalCount, idleCount } = database.pool;
  // What it takes to tell is nobody's delay.
  lag.reset();
  return {
    rss,
    held: heapUsed + external,
    kinds,
    listeners: listeners.reduce((sum, count) => sum + count, 0),
    faults,
    connections: totalCount,
    idleConnections: idleCount,
    waitingForConnection: database.waiting(),
    timesReady,
    loopLagMs,
  };
};

process.on("message", ({ id, freezeMs }: Order) => {
  const until = performance.now() + freezeMs;
  while (performance.now() < until);
  process.send?.({ id, stats: stats() });
});
// In the order of the app: who comes now is another node's.
process.once("SIGTERM", () => {
  const closed = new Promise((resolve) => http.close(resolve));
  void chat.close().then(async () => {
    http.closeAllConnections();
    await closed;
    await database.close();
    process.exit(0);
  });
});
http.listen(port, "127.0.0.1", () => process.send?.({ url }));
