import { EventEmitter, on } from "node:events";
import type { Server } from "node:http";
import { openDatabase } from "@chat/db";
import { initTRPC, tracked } from "@trpc/server";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { WebSocketServer } from "ws";
import { z } from "zod";
import type { ServeOptions } from "../server-process.ts";

interface Sent {
  readonly type: "message";
  readonly message: { readonly seq: number };
}

/**
 * The shape of the stock tRPC examples: one INSERT per send, an EventEmitter, a generator per subscriber, the stock adapter. No rights, no
 * idempotency, no versions.
 */
export async function serveStockDurably(http: Server, { databaseUrl }: ServeOptions): Promise<void> {
  const database = await openDatabase({ url: databaseUrl });
  const emitter = new EventEmitter().setMaxListeners(0);
  const t = initTRPC.context<{ userId: string }>().create();
  let numbered = 1_000_000;
  const router = t.router({
    message: t.router({
      send: t.procedure
        .input(z.object({ channelId: z.string(), clientId: z.string(), text: z.string() }))
        .mutation(async ({ ctx, input }) => {
          numbered += 1;
          const message = await database.prisma.message.create({
            data: {
              id: crypto.randomUUID(),
              seq: numbered,
              version: numbered,
              authorId: ctx.userId,
              messageCount: 0,
              broadcastCount: 0,
              ...input,
            },
          });
          emitter.emit(input.channelId, { type: "message", message } satisfies Sent);
          return message;
        }),
    }),
    live: t.router({
      channel: t.procedure.input(z.object({ channelId: z.string() })).subscription(async function* ({ input, signal }) {
        for await (const [sent] of on(emitter, input.channelId, { signal }) as AsyncIterable<[Sent]>)
          yield tracked(String(sent.message.seq), sent);
      }),
    }),
  });
  applyWSSHandler({
    wss: new WebSocketServer({ server: http, perMessageDeflate: false }),
    router,
    createContext: ({ info }) => ({ userId: String(info.connectionParams?.["token"]) }),
  });
}
