import {
  capabilities,
  limits,
  PROTOCOL,
  reportReasons,
  type ChannelLiveEvent,
  type LiveChannel,
  type SiteLimits,
  type SyncedEvent,
} from "@chat/contract";
import { blockedDirectSql } from "../blocks/policy.ts";
import { ChatError } from "../chat-error.ts";
import type { Caller, Context } from "../context.ts";
import { readerSql, visibleFromSql } from "../members/policy.ts";
import type { Services } from "../services.ts";
import type { ChannelSubscriber } from "./channel-subscriber.ts";
import { parseEventId } from "./epoch.ts";
import { heldSql } from "./held-sql.ts";
import type { OpenLive } from "./live-source.ts";
import { readChanges } from "./read-changes.ts";
import type { Topic } from "./topic.ts";

/** What this server can do for this caller; a client shows no button for what is not named. `groups` is to make new ones, `report:spam` a reason that is taken, where not all of them are. */
export function capabilitiesOf({ settings }: Services, { role }: Caller): string[] {
  const mayGroup = role !== "user" || settings.get("whoMayCreateGroups") === "everyone";
  const taken = settings.get("reportReasons");
  const reasons = taken.length === reportReasons.length ? [] : taken.map((reason) => `report:${reason}`);
  return [...capabilities, ...(mayGroup ? ["groups"] : []), ...reasons];
}

/** What this site lets people do less of than the contract does; nothing where it takes all of it. */
export function siteLimitsOf({ settings }: Services): { limits?: SiteLimits } {
  const messageText = settings.get("messageMaxLength");
  const editMinutes = settings.get("editWindowMinutes");
  const narrowed = {
    ...(messageText < limits.messageText && { messageText }),
    ...(editMinutes > 0 && { editMinutes }),
  };
  return Object.keys(narrowed).length > 0 ? { limits: narrowed } : {};
}

/**
 * One open channel: `start`, what was missed since the version held, `synced`, then live. Every frame's resume point is the last durable
 * version handed to this subscriber, typing and cursors included. Errors: NOT_FOUND (not a member, or access lost: the end).
 */
export function openLiveChannel(ctx: Context & { caller: Caller }, input: LiveChannel): OpenLive<ChannelLiveEvent> {
  const { services, caller, connection } = ctx;
  const { channelId } = input;
  return async (sink) => {
    const place = await findPlace(services, caller.userId, input);
    const listening = { userId: caller.userId, visibleFromSeq: place.visibleFromSeq, connection, sink };
    const subscriber = services.hub.openChannel({ channelId, rootId: place.rootId }, listening);
    try {
      await catchUp(ctx, subscriber, place, startOf(input, services.epoch.value, place));
    } catch (error) {
      subscriber.stop();
      throw error;
    }
    return subscriber;
  };
}

/** Where a subscriber begins: at the version held, at the present, or anew. */
interface Start {
  readonly at: number;
  readonly reset: boolean;
}

/** Reads until it meets what the topic emitted since it was opened, and goes on from there in the same tick: nothing falls between. */
async function catchUp(
  { services, caller }: Context & { caller: Caller },
  subscriber: ChannelSubscriber,
  place: Place,
  start: Start,
): Promise<void> {
  const { channelId, userId, sink, topic } = subscriber;
  let { at } = start;
  sink.push(at, {
    type: "start",
    epoch: services.epoch.value,
    version: at,
    protocol: PROTOCOL,
    capabilities: capabilitiesOf(services, caller),
    ...siteLimitsOf(services),
  });
  if (start.reset) sink.push(at, { type: "reset", channelId, version: at });
  let synced: Omit<SyncedEvent, "version">;
  do {
    // Where others have it open, the hub knows how far it is: whoever holds the version of the place just read misses nothing.
    const isCurrent = at === place.version && topic.version !== null && topic.version <= at;
    for (let hasMore = !isCurrent; hasMore && !sink.closed;) {
      const page = await readChanges(services.db, services.definition, userId, { channelId, since: at, limit: limits.page });
      if (page.reset) {
        at = page.version;
        sink.push(at, { type: "reset", channelId, version: at });
        continue;
      }
      for (const item of page.items) {
        sink.push((at = item.version), item);
        // A page of long messages is more than may wait for a reader, and would be too much again each time it resumes.
        if (sink.isCrowded) await sink.drained();
      }
      at = Math.max(at, page.version);
      hasMore = page.hasMore && !topic.covers(at);
      await sink.drained();
    }
    synced = await snapshot(services, topic, place);
  } while (!sink.closed && !topic.goLive(subscriber, at, synced));
}

function startOf(input: LiveChannel, epoch: string, { version, isHeld }: Place): Start {
  if (!isHeld) return { at: version, reset: true };
  if (input.lastEventId !== undefined) {
    const id = parseEventId(input.lastEventId);
    return id?.epoch === epoch ? { at: id.version, reset: false } : { at: version, reset: true };
  }
  if (input.since === undefined) return { at: version, reset: false };
  return input.epoch === undefined || input.epoch === epoch ? { at: input.since, reset: false } : { at: version, reset: true };
}

interface Place {
  readonly version: number;
  readonly visibleFromSeq: number;
  readonly rootId: string;
  readonly memberCount: number;
  /** A direct message in which neither sees whether the other is online. */
  readonly isBlocked: boolean;
  /** The message that the caller holds last is the one that stands there. */
  readonly isHeld: boolean;
}

const placeSql = `SELECT h.version, ${visibleFromSql()} AS "visibleFromSeq", c."rootId", h."memberCount", ${blockedDirectSql()} AS "isBlocked",
    ${heldSql("c.id", "$3::int", "$4::uuid")} AS "isHeld"
  FROM "Channel" c JOIN "ChannelHead" h ON h."channelId" = c.id ${readerSql("$2")} WHERE c.id = $1`;

/** Read anew when somebody was dismissed meanwhile: it may have been this one, who is not in the hub yet to hear of it. */
async function findPlace(services: Services, userId: string, { channelId, head }: LiveChannel): Promise<Place> {
  const { db, hub } = services;
  for (;;) {
    const before = hub.dismissals;
    const [row] = await db.query<Place>(placeSql, [channelId, userId, head?.seq ?? null, head?.id ?? null]);
    if (row === undefined) throw new ChatError("NOT_FOUND");
    if (hub.dismissals === before) return row;
  }
}

async function snapshot(
  services: Services,
  { channelId, rootId }: Topic,
  { memberCount, isBlocked }: Place,
): Promise<Omit<SyncedEvent, "version">> {
  if (memberCount > limits.cursorList) return { type: "synced", channelId, cursors: null, online: null };
  const cursors = await services.db.query<{ userId: string; readSeq: number; deliveredSeq: number }>(
    `SELECT "userId", "readSeq", "deliveredSeq" FROM "Member" WHERE "channelId" = $1 AND "leftAt" IS NULL LIMIT $2`,
    [channelId, limits.cursorList + 1],
  );
  if (cursors.length > limits.cursorList) return { type: "synced", channelId, cursors: null, online: null };
  // Who follows a thread are some of the root's members, and the root tells of them all.
  if (rootId !== channelId) return { type: "synced", channelId, cursors, online: null };
  const online = cursors.map((cursor) => cursor.userId).filter((userId) => !isBlocked && services.presence.isOnline(userId));
  return { type: "synced", channelId, cursors, online };
}
