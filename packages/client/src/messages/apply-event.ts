import type { ChannelLiveEvent, InboxLiveEvent, Message } from "@chat/contract";
import type { Action, Source } from "../cache/action.ts";
import { newerHead } from "../channels/newer-head.ts";
import { applyPage } from "./apply-page.ts";
import { applyPending } from "./apply-pending.ts";
import { applyRow, drain } from "./apply-rows.ts";
import { mineOf } from "./merge-message.ts";
import { emptyTimeline, type PendingMessage, type Timeline } from "./timeline.ts";

type LiveEvent = ChannelLiveEvent | InboxLiveEvent;

/** The timeline of the channel that the action names. */
export function applyToTimeline(timeline: Timeline, action: Action, myId: string | undefined): Timeline {
  const next = applyAction(timeline, action, myId);
  return next === timeline || myId === undefined ? next : applyPending(next, myId);
}

function applyAction(timeline: Timeline, action: Action, myId: string | undefined): Timeline {
  switch (action.type) {
    case "event":
      return applyEvent(timeline, action.event, action.from, myId);
    case "page.started":
      return { ...timeline, error: null, reads: withRead(timeline.reads, { read: action.read, place: action.place }) };
    case "page.arrived":
      return applyPage(timeline, action);
    case "page.failed": {
      const reads = timeline.reads.filter((one) => one.read !== action.read);
      return { ...timeline, reads, log: reads.length === 0 ? [] : timeline.log, error: action.error };
    }
    case "message.reply":
      return confirm(applyRow(timeline, { message: action.message, mine: undefined, certainty: "unordered" }), action.message);
    case "pending.added":
      return { ...timeline, pending: withAdded(timeline.pending, action.pending) };
    case "pending.delayed":
      return withPending(timeline, action.clientId, { error: action.error });
    case "pending.failed":
      return withPending(timeline, action.clientId, { state: "failed", error: action.error });
    case "pending.retried":
      return withPending(timeline, action.clientId, { state: "sending", error: null, epoch: action.epoch });
    case "pending.discarded":
      return { ...timeline, pending: timeline.pending.filter((one) => one.clientId !== action.clientId) };
    case "transform.added":
      return { ...timeline, transforms: [...timeline.transforms, action.transform] };
    case "transform.settled":
      return { ...timeline, transforms: timeline.transforms.filter((one) => one.id !== action.id) };
    case "timeline.highlighted":
      return timeline.highlightedSeq === action.seq ? timeline : { ...timeline, highlightedSeq: action.seq };
    case "live.behind":
      return { ...timeline, live: "catching-up", hasGap: false };
    case "entry.arrived":
      return timeline.head === null ? timeline : withHead(timeline, newerHead(timeline.head, action.entry.head));
    case "channel.gone":
      return { ...emptyTimeline, live: "gone", pending: timeline.pending };
    case "room.trimmed":
      return trim(timeline, action.rows);
    case "live.polled":
      return synced(timeline, action.version);
    case "room.dropped":
      return { ...emptyTimeline, pending: action.pending === "kept" ? timeline.pending.filter(isUnsent) : [] };
    default:
      return timeline;
  }
}

function applyEvent(timeline: Timeline, event: LiveEvent, from: Source, myId: string | undefined): Timeline {
  switch (event.type) {
    case "start":
      return timeline;
    case "synced":
      return synced(timeline, event.version);
    case "reset":
      return { ...timeline, version: event.version, hasGap: false, following: false, ahead: [] };
    case "message":
    case "member":
    case "channel":
    case "skip": {
      // Nothing is held yet: the first page says all that this could.
      if (timeline.version === null && timeline.reads.length === 0) return timeline;
      const isNext = from === "channel" && timeline.live === "synced" && event.version === (timeline.version ?? 0) + 1;
      const moved = from === "channel" ? withVersion(timeline, event.version, isNext) : timeline;
      if (event.type === "skip") return moved;
      const headed = withHead(moved, newerHead(moved.head, event.head));
      if (event.type !== "message") return headed;
      // The inbox may run ahead of the channel's stream, which alone tells every change of a row in order.
      if (from === "inbox" && event.message.seq <= headed.endSeq) return headed;
      const certainty = isNext ? "next" : from === "channel" ? "stream" : "unordered";
      return applyRow(headed, { message: event.message, mine: mineOf(event, myId), certainty });
    }
    default:
      return timeline;
  }
}

function synced(timeline: Timeline, version: number): Timeline {
  // An old one says nothing of what has come since.
  if (version < (timeline.version ?? 0)) return timeline;
  return { ...drain(timeline, "all"), live: "synced", hasGap: false, version };
}

/** The last rows at the channel's end; of a window that is elsewhere nothing, for the channel opens at its end the next time. */
function trim(timeline: Timeline, rows: number): Timeline {
  if (!timeline.following) return timeline.version === null ? timeline : { ...emptyTimeline, pending: timeline.pending };
  if (timeline.rows.length <= rows) return timeline;
  return { ...timeline, rows: timeline.rows.slice(-rows), atStart: false };
}

/** Holes are normal in a replay, where a row that changed three times has one version; after `synced` a hole is a gap. */
function withVersion(timeline: Timeline, version: number, isNext: boolean): Timeline {
  if (version <= (timeline.version ?? 0)) return timeline;
  if (timeline.live === "synced" && !isNext) return timeline.hasGap ? timeline : { ...timeline, hasGap: true };
  return { ...timeline, version };
}

/** Only the latest jump fills the window: one before it that is still on its way is forgotten. */
function withRead(reads: Timeline["reads"], read: Timeline["reads"][number]): Timeline["reads"] {
  const isJump = (one: typeof read) => one.place.at === "latest" || one.place.at === "around";
  return [...(isJump(read) ? reads.filter((one) => !isJump(one)) : reads), read];
}

function withHead(timeline: Timeline, head: Timeline["head"]): Timeline {
  return head === timeline.head ? timeline : { ...timeline, head };
}

/** Acknowledged: where its row is not on its way into the window, nothing is left to wait for. */
function confirm(timeline: Timeline, { seq, clientId }: Message): Timeline {
  if (timeline.following && seq > timeline.endSeq)
    return withPending(timeline, clientId, { state: "confirmed", seq, error: null });
  return { ...timeline, pending: timeline.pending.filter((one) => one.clientId !== clientId) };
}

/** In the order in which they were written, also those that were read from an outbox of before. */
function withAdded(pending: Timeline["pending"], added: PendingMessage): Timeline["pending"] {
  if (pending.some((one) => one.clientId === added.clientId)) return pending;
  const isLater = (one: PendingMessage) =>
    one.createdAt > added.createdAt || (one.createdAt === added.createdAt && one.clientId > added.clientId);
  const at = pending.findIndex(isLater);
  return at < 0 ? [...pending, added] : pending.toSpliced(at, 0, added);
}

function isUnsent({ state }: PendingMessage): boolean {
  return state !== "confirmed";
}

function withPending(timeline: Timeline, clientId: string, change: Partial<PendingMessage>): Timeline {
  if (!timeline.pending.some((one) => one.clientId === clientId)) return timeline;
  return { ...timeline, pending: timeline.pending.map((one) => (one.clientId === clientId ? { ...one, ...change } : one)) };
}
