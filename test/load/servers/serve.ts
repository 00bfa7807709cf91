// One of the servers that are measured, in a process of its own, forked by server-process.ts: node serve.ts <ServeOptions as JSON>.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { MessageEvent } from "@chat/contract";
import { makeEvent } from "../make-event.ts";
import type { Order, ServeOptions } from "../server-process.ts";
import { engineAlone, ours, socketIo, stockTrpc, wsCoalesced, wsEach, wsOnce } from "./names.ts";

/** Hands events to everybody who is subscribed. They come together, as a commit of several would bring them. */
export type Publish = (events: readonly MessageEvent[]) => void;

type Serve = (http: Server, options: ServeOptions) => Publish | Promise<Publish>;
type ServeDurably = (http: Server, options: ServeOptions) => Promise<void>;

// Each loads only what it needs, since memory is measured.
const servers: Record<string, () => Promise<Serve>> = {
  [wsOnce]: async () => (await import("./plain-ws.ts")).serveOnce,
  [wsEach]: async () => (await import("./plain-ws.ts")).serveEach,
  [wsCoalesced]: async () => (await import("./coalesced-ws.ts")).serveCoalesced,
  [socketIo]: async () => (await import("./socket-io.ts")).serveSocketIo,
  [stockTrpc]: async () => (await import("./stock-trpc.ts")).serveStock,
  [ours]: async () => (await import("./chat.ts")).serveHearing,
};
/** Those that write what they are sent into the database: they publish by themselves. */
const durableServers: Record<string, () => Promise<ServeDurably>> = {
  [stockTrpc]: async () => (await import("./stock-durable.ts")).serveStockDurably,
  [ours]: async () => (await import("./chat.ts")).serveDurably,
  [engineAlone]: async () => (await import("./engine-alone.ts")).serveEngineAlone,
};

const options = JSON.parse(process.argv[2] ?? "{}") as ServeOptions;
const http = createServer();
await new Promise<void>((resolve) => http.listen({ port: 0, host: "127.0.0.1", backlog: 4_096 }, resolve));
let publish: Publish = () => undefined;
if (options.isDurable) await (await durableServers[options.name]?.())?.(http, options);
else publish = (await (await servers[options.name]?.())?.(http, options)) ?? publish;

let channel = { channelId: "", memberCount: 0 };
let version = 0;
process.on("message", (order: Order) => {
  if (order.channel) ({ version, ...channel } = order.channel);
  if (order.publish) publish(Array.from({ length: order.publish }, () => makeEvent({ ...channel, version: (version += 1) })));
  if (order.usage) {
    if (order.usage === "after gc") globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    process.send?.({ cpu: user + system, memory: rss, heap: heapUsed });
  }
});
process.send?.({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
