import { limits, PROTOCOL, type ChannelLiveEvent, type LiveChannel, type SyncedEvent } from "@chat/contract";
import { tracked, type TrackedEnvelope } from "@trpc/server";
import { ChatError } from "../chat-error.ts";
import type { Caller, Context } from "../context.ts";
import { inForceSql } from "../members/policy.ts";
import type { Services } from "../services.ts";
import { parseEventId } from "./epoch.ts";
import { EventStream } from "./event-stream.ts";
import { readChanges } from "./read-changes.ts";
import { takeSubscription } from "./take-subscription.ts";
import type { ChannelSubscriber } from "./topic.ts";

/** What this server can do, by name; a client shows no button for what is not named. */
export const capabilities: readonly string[] = ["reactions", "typing", "receipts", "presence", "quotes", "groups"];

/** Frames that may wait for one slow subscriber; beyond it the socket closes and the client resumes by version. */
const maxQueued = 2_000;

type Frame = TrackedEnvelope<ChannelLiveEvent>;

/**
 * One open channel: `start`, what was missed since the version held, `synced`, then live. Every frame's id is the last durable version
 * handed to this subscriber, so that any of them is a resume point. Errors: NOT_FOUND (not a member, or access lost: the end).
 */
export async function* liveChannel(ctx: Context & { caller: Caller }, input: LiveChannel, signal: AbortSignal | undefined): AsyncGenerator<Frame, void> {
  const { services, caller, connection } = ctx;
  const { channelId } = input;
  const place = await findPlace(services, caller.userId, channelId);
  using _slot = takeSubscription(connection);
  const stream = new EventStream<[version: number, event: ChannelLiveEvent]>(maxQueued, () => connection?.close(4008, "too slow"));
  const subscriber: ChannelSubscriber = {
    channelId,
    userId: caller.userId,
    visibleFromSeq: place.visibleFromSeq,
    connection,
    live: false,
    delivered: 0,
    push: (version, event) => stream.push([version, event]),
    gone: () => stream.end(new ChatError("NOT_FOUND")),
  };
  const frame = (version: number, event: ChannelLiveEvent): Frame => tracked(services.epoch.idOf(version), event);
  const topic = services.hub.attachChannel(subscriber);
  try {
    const since = sinceOf(input, services.epoch.value);
    let at = typeof since === "number" ? since : place.version;
    yield frame(at, { type: "start", epoch: services.epoch.value, version: at, protocol: PROTOCOL, capabilities: [...capabilities] });
    if (since === "another-epoch") {
      at = place.version;
      yield frame(at, { type: "reset", channelId, version: at });
    }
    do {
      for (let hasMore = true; hasMore; ) {
        const page = await readChanges(services.db, services.definition, caller.userId, { channelId, since: at, limit: limits.page });
        if (page.reset) {
          at = page.version;
          yield frame(at, { type: "reset", channelId, version: at });
          continue;
        }
        for (const item of page.items) yield frame((at = item.version), item);
        at = Math.max(at, page.version);
        ({ hasMore } = page);
      }
    } while (!topic.goLive(subscriber, at));
    yield frame(at, await snapshot(services, channelId, at));
    for await (const [version, event] of stream.drain(signal)) yield frame(version, event);
  } finally {
    services.hub.detachChannel(subscriber);
  }
}

function sinceOf(input: LiveChannel, epoch: string): number | "another-epoch" | undefined {
  if (input.lastEventId !== undefined) {
    const id = parseEventId(input.lastEventId);
    return id?.epoch === epoch ? id.version : "another-epoch";
  }
  if (input.since === undefined) return undefined;
  return input.epoch === undefined || input.epoch === epoch ? input.since : "another-epoch";
}

async function findPlace(services: Services, userId: string, channelId: string): Promise<{ version: number; visibleFromSeq: number }> {
  const [row] = await services.db.query<{ version: number; visibleFromSeq: number }>(
    `SELECT h.version, mb."visibleFromSeq" FROM "Channel" c JOIN "ChannelHead" h ON h."channelId" = c.id
     JOIN "Member" mb ON mb."channelId" = c."rootId" AND mb."userId" = $2 AND ${inForceSql()} WHERE c.id = $1`,
    [channelId, userId],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return row;
}

async function snapshot(services: Services, channelId: string, version: number): Promise<SyncedEvent> {
  const cursors = await services.db.query<{ userId: string; readSeq: number; deliveredSeq: number }>(
    `SELECT "userId", "readSeq", "deliveredSeq" FROM "Member" WHERE "channelId" = $1 AND "leftAt" IS NULL LIMIT $2`,
    [channelId, limits.cursorList + 1],
  );
  if (cursors.length > limits.cursorList) return { type: "synced", channelId, version, cursors: null, online: null };
  const online = cursors.map((cursor) => cursor.userId).filter((userId) => services.presence.isOnline(userId));
  return { type: "synced", channelId, version, cursors, online };
}
