// The shape of the stock tRPC examples, in a process of its own: one INSERT per send, an EventEmitter, a generator per subscriber, the stock
// adapter. No rights, no idempotency, no versions. node serve-naive.ts <database url>. Prints its URL.
import { EventEmitter, on } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openDatabase } from "@chat/db";
import { initTRPC, tracked } from "@trpc/server";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { WebSocketServer } from "ws";
import { z } from "zod";

const database = await openDatabase({ url: process.argv[2] ?? "" });
const emitter = new EventEmitter().setMaxListeners(0);
const t = initTRPC.context<{ userId: string }>().create();
let numbered = 1_000_000;

const router = t.router({
  message: t.router({
    send: t.procedure
      .input(z.object({ channelId: z.string(), clientId: z.string(), text: z.string() }))
      .mutation(async ({ ctx, input }) => {
        numbered += 1;
        const row = {
          id: crypto.randomUUID(),
          seq: numbered,
          version: numbered,
          authorId: ctx.userId,
          messageCount: 0,
          broadcastCount: 0,
          ...input,
        };
        const message = await database.prisma.message.create({ data: row });
        emitter.emit(input.channelId, message);
        return message;
      }),
  }),
  live: t.router({
    channel: t.procedure
      .input(z.object({ channelId: z.string(), lastEventId: z.string().optional() }))
      .subscription(async function* ({ input, signal }) {
        for await (const [message] of on(emitter, input.channelId, { signal })) yield tracked(String(message.seq), { message });
      }),
  }),
});

const http = createServer();
const wss = new WebSocketServer({ server: http, path: "/api/trpc" });
applyWSSHandler({ wss, router, createContext: ({ info }) => ({ userId: String(info.connectionParams?.["token"]) }) });
await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
console.log(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
