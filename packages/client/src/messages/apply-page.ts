import type { Message } from "@chat/contract";
import type { MessagePage } from "../cache/action.ts";
import { newerHead } from "../channels/newer-head.ts";
import { applyRow, drain } from "./apply-rows.ts";
import { mergeMessage, quoting } from "./merge-message.ts";
import type { Place, Timeline } from "./timeline.ts";

interface ArrivedPage {
  read: number;
  place: Place;
  page: MessagePage;
  limit: number;
}

/** Takes a page into the window, then everything again that came while it was in flight: a late page never hides a newer event. */
export function applyPage(timeline: Timeline, arrived: ArrivedPage): Timeline {
  const wanted = isWanted(timeline, arrived);
  const reads = timeline.reads.filter((one) => one.read !== arrived.read);
  const settled: Timeline = { ...timeline, reads, log: reads.length === 0 ? [] : timeline.log };
  if (!wanted) return settled;
  const placed = place({ ...settled, error: null, head: newerHead(timeline.head, arrived.page.head) }, arrived);
  // Rows that the stream brought ahead of the window stay ahead; what touches its end now joins it.
  const joined = drain({ ...placed, reads: [], log: [] }, "touching");
  const replayed = timeline.log.reduce((held, logged) => applyRow(held, logged), joined);
  return requoteAll({ ...replayed, reads, log: settled.log });
}

/** A page continues the window only where it still touches it. */
function isWanted(timeline: Timeline, { read, place }: ArrivedPage): boolean {
  if (!timeline.reads.some((one) => one.read === read)) return false;
  switch (place.at) {
    case "older":
      return timeline.rows[0]?.seq === place.before;
    case "newer":
      return timeline.endSeq === place.after;
    default:
      return true;
  }
}

function place(timeline: Timeline, { place, page, limit }: ArrivedPage): Timeline {
  const { items, head, version } = page;
  const last = items.at(-1)?.seq ?? 0;
  switch (place.at) {
    case "older":
      return { ...timeline, rows: [...items, ...timeline.rows], atStart: startsAtFirst(items) || items.length < limit };
    case "newer": {
      const following = items.length < limit || last >= head.seq;
      const endSeq = following ? Math.max(timeline.endSeq, last, head.seq) : last;
      return { ...timeline, rows: [...timeline.rows, ...items], endSeq, following };
    }
    default: {
      const following = place.at === "latest" || last >= head.seq;
      return {
        ...timeline,
        rows: mergeHeld(timeline.rows, items),
        endSeq: following ? Math.max(last, head.seq) : last,
        following,
        atStart: startsAtFirst(items) || (place.at === "latest" && items.length < limit),
        ahead: following ? timeline.ahead : [],
        version: timeline.version ?? version,
        highlightedSeq: place.at === "around" ? place.seq : null,
      };
    }
  }
}

/** Rows held before that are newer than the page's copy of them. */
function mergeHeld(held: readonly Message[], items: readonly Message[]): Message[] {
  const byId = new Map(held.map((row) => [row.id, row]));
  return items.map((message) => {
    const row = byId.get(message.id);
    return row === undefined ? message : mergeMessage(row, { message });
  });
}

function startsAtFirst(items: readonly Message[]): boolean {
  return items[0]?.seq === 1;
}

/** A page's quotes may be older than the rows that they quote, and the other way round. */
function requoteAll(timeline: Timeline): Timeline {
  const byId = new Map(timeline.rows.map((row) => [row.id, row]));
  const rows = timeline.rows.map((row) => {
    const source = row.replyTo === null ? undefined : byId.get(row.replyTo.id);
    return source === undefined ? row : quoting(row, source);
  });
  return { ...timeline, rows };
}
