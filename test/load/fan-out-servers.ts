// One of the servers that fan-out.bench.ts measures, in a process of its own: node fan-out-servers.ts <name> [database url] [token secret].
// Publishes on an IPC message { publish: count }, and answers { cpu } with its CPU time so far.
import { EventEmitter, on } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { initTRPC, tracked } from "@trpc/server";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { Server as SocketIo } from "socket.io";
import { WebSocketServer } from "ws";
import { z } from "zod";
import { publishOurs } from "./fan-out-ours.ts";
import { makeEvent } from "./make-event.ts";

export type Publish = (event: ReturnType<typeof makeEvent>) => void;

const plainWs =
  (encodeOnce: boolean) =>
  (http: Server): Publish => {
    const wss = new WebSocketServer({ server: http, perMessageDeflate: false });
    return (event) => {
      const once = encodeOnce ? Buffer.from(JSON.stringify(event)) : null;
      for (const client of wss.clients) client.send(once ?? JSON.stringify(event), { binary: false });
    };
  };

/** The stock tRPC example: a generator per subscriber. */
function stockTrpc(http: Server): Publish {
  const emitter = new EventEmitter().setMaxListeners(0);
  const t = initTRPC.create();
  const router = t.router({
    live: t.router({
      channel: t.procedure.input(z.object({ channelId: z.string() })).subscription(async function* ({ signal }) {
        for await (const [event] of on(emitter, "message", { signal }))
          yield tracked(String((event as { version: number }).version), event);
      }),
    }),
  });
  applyWSSHandler({ wss: new WebSocketServer({ server: http, perMessageDeflate: false }), router });
  return (event) => void emitter.emit("message", event);
}

function socketIo(http: Server): Publish {
  const io = new SocketIo(http, { transports: ["websocket"], perMessageDeflate: false });
  io.on("connection", (socket) => void socket.join("room"));
  return (event) => void io.to("room").emit("message", event);
}

const servers: Record<string, (http: Server) => Publish | Promise<Publish>> = {
  "ws, encoded each": plainWs(false),
  "ws, encoded once": plainWs(true),
  "stock tRPC": stockTrpc,
  "Socket.IO": socketIo,
  "@chat": publishOurs,
};

const http = createServer();
await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
const publish = await servers[process.argv[2] ?? ""]?.(http);
if (publish === undefined) throw new Error(`There is no server ${process.argv[2]}.`);
let version = 0;
process.on("message", (message: { publish?: number; cpu?: boolean; version?: number }) => {
  version = message.version ?? version;
  for (let i = 0; i < (message.publish ?? 0); i += 1) publish(makeEvent(++version));
  if (message.cpu) {
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system, memory: process.memoryUsage.rss() });
  }
});
console.log(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
