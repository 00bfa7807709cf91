import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { defineChat, type LiveChannel, type SendMessage } from "@chat/contract";
import { openDatabase } from "@chat/db";
import { initTRPC } from "@trpc/server";
import { WebSocketServer } from "ws";
import type { Caller, Context } from "../../../packages/server/src/context.ts";
import { silentLogger } from "../../../packages/server/src/logger.ts";
import { Append } from "../../../packages/server/src/realtime/append.ts";
import { createLocalBus } from "../../../packages/server/src/realtime/bus.ts";
import type { ChannelWork } from "../../../packages/server/src/realtime/channel-work.ts";
import { Connection } from "../../../packages/server/src/realtime/connection.ts";
import { CursorWriter } from "../../../packages/server/src/realtime/cursors.ts";
import { Epoch } from "../../../packages/server/src/realtime/epoch.ts";
import { Hub } from "../../../packages/server/src/realtime/hub.ts";
import { openLiveChannel } from "../../../packages/server/src/realtime/live-channel.ts";
import { createLiveSource } from "../../../packages/server/src/realtime/live-source.ts";
import type { Services } from "../../../packages/server/src/services.ts";
import { SettingBook } from "../../../packages/server/src/settings/setting-book.ts";
import { readConnectionToken } from "../../../packages/server/src/socket/read-frame.ts";
import { RpcConnection } from "../../../packages/server/src/socket/rpc-connection.ts";
import { SocketWriter } from "../../../packages/server/src/socket/socket-writer.ts";
import type { ServeOptions } from "../server-process.ts";

class BareConnection extends Connection {
  readonly isStream = false;
  queuedBytes = () => 0;
  close = () => undefined;
}

/**
 * Our lane, hub and sockets with nothing around them: whoever calls is believed, what they send is taken as it comes, and no guard looks at it.
 * What the whole server costs beyond it is the price of sign-in, rights, limits, turns and the contract's parsing.
 */
export async function serveEngineAlone(http: Server, { databaseUrl }: ServeOptions): Promise<void> {
  const db = await openDatabase({ url: databaseUrl });
  const [definition, log] = [defineChat(), silentLogger];
  const onDelivered = (channelId: string, userId: string, seq: number) => cursors.delivered(channelId, userId, seq);
  const hub = new Hub({ bus: createLocalBus(), log, readChanges: () => Promise.resolve([]), onDelivered });
  const cursors = new CursorWriter(db, hub, log);
  const append = new Append({ db, definition, log, publish: (committed) => hub.publish(committed) });
  const epoch = new Epoch(db);
  await epoch.refresh();
  const settings = new SettingBook(db);
  const services = { db, definition, hub, epoch, settings, presence: { isOnline: () => false } } as unknown as Services;
  const t = initTRPC.context<Context & { caller: Caller }>().create();
  const router = t.router({
    message: t.router({
      send: t.procedure
        .input((raw) => raw as SendMessage)
        .mutation(({ ctx, input }) => {
          const { channelId, clientId } = input;
          const actorId = ctx.caller.userId;
          return append.push({ channelId, actorId, needs: { clientId }, apply: (work) => store(work, actorId, input) });
        }),
    }),
    live: t.router({
      channel: t.procedure
        .input((raw) => raw as LiveChannel)
        .subscription(({ ctx, input, signal }) =>
          createLiveSource(openLiveChannel(ctx, input), (_, event) => event, { signal, connection: ctx.connection }),
        ),
    }),
  });
  new WebSocketServer({ server: http, perMessageDeflate: false }).on("connection", (ws, req) => {
    const connection = new BareConnection(null);
    const rpc = new RpcConnection(
      { services, router },
      connection,
      new SocketWriter(req.socket, { onTooSlow: () => ws.terminate() }),
    );
    ws.on("message", (data: Buffer) => {
      if (connection.caller === null) connection.caller = believe(readConnectionToken(data.toString()) ?? "");
      else rpc.receive(data.toString());
    });
    ws.on("close", () => {
      connection.ended = true;
      rpc.close();
    });
  });
}

function believe(userId: string): Caller {
  return { userId, issuer: "host", role: "user", via: "token", sessionId: null, expiresAt: Infinity, rooms: [] };
}

function store(work: ChannelWork, authorId: string, { channelId, clientId, text }: SendMessage): unknown {
  work.head.messageCount += 1;
  work.head.lastActivityAt = work.now;
  const row = {
    id: randomUUID(),
    channelId,
    seq: work.nextSeq(),
    version: work.nextVersion(),
    authorId,
    clientId,
    kind: "text",
    text,
    data: null,
    replyToId: null,
    mentionIds: [],
    mentionsAll: false,
    reactions: [],
    thread: null,
    messageCount: work.head.messageCount,
    broadcastCount: work.head.broadcastCount,
    custom: {},
    createdAt: work.now,
    editedAt: null,
    deletedAt: null,
    deletedById: null,
    pinnedAt: null,
    hiddenAt: null,
  };
  work.insertMessage(row);
  return work.emitMessage(row, { change: "sent" });
}
