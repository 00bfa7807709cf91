import { EventEmitter, on } from "node:events";
import type { Server } from "node:http";
import type { MessageEvent } from "@chat/contract";
import { initTRPC, tracked } from "@trpc/server";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { WebSocketServer } from "ws";
import { z } from "zod";
import type { Publish } from "./serve.ts";

/** As tRPC's documentation does it: a generator per subscriber, over the stock adapter. */
export function serveStock(http: Server): Publish {
  const emitter = new EventEmitter().setMaxListeners(0);
  const t = initTRPC.create();
  const router = t.router({
    live: t.router({
      channel: t.procedure.input(z.object({ channelId: z.string() })).subscription(async function* ({ signal }) {
        for await (const [event] of on(emitter, "message", { signal }) as AsyncIterable<[MessageEvent]>)
          yield tracked(String(event.version), event);
      }),
    }),
  });
  applyWSSHandler({ wss: new WebSocketServer({ server: http, perMessageDeflate: false }), router });
  return (events) => {
    for (const event of events) emitter.emit("message", event);
  };
}
