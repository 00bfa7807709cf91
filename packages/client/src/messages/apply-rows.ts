import type { Message } from "@chat/contract";
import { firstSeen, mergeMessage, quoting, requoted } from "./merge-message.ts";
import type { Logged, Timeline } from "./timeline.ts";

/** Puts one changed message into the window: over the held row, at its end, or nowhere. */
export function applyRow(timeline: Timeline, logged: Logged): Timeline {
  const { message, certainty } = logged;
  const logging = timeline.reads.length === 0 ? timeline : { ...timeline, log: [...timeline.log, logged] };
  const quoted = requote(logging, message);
  const index = indexOfSeq(quoted.rows, message.seq);
  const held = quoted.rows[index];
  if (held?.seq === message.seq) {
    const merged = mergeMessage(held, logged);
    return merged === held ? quoted : { ...quoted, rows: quoted.rows.with(index, merged) };
  }
  if (message.seq <= quoted.endSeq) {
    // Inside the window but never seen: it has become visible. Before the window: the page that reaches it brings it.
    return index === 0 ? quoted : { ...quoted, rows: quoted.rows.toSpliced(index, 0, firstSeen(logged)) };
  }
  if (!quoted.following) return quoted;
  if (message.seq === quoted.endSeq + 1 || certainty === "next") return drain(append(quoted, firstSeen(logged)), "touching");
  return certainty === "stream" ? { ...quoted, ahead: withAhead(quoted.ahead, logged) } : quoted;
}

/** Takes rows from `ahead` into the window: those that touch its end, or all, once everything before them is known to have come. */
export function drain(timeline: Timeline, which: "touching" | "all"): Timeline {
  let { ahead } = timeline;
  let next = timeline;
  for (let first = ahead[0]; first !== undefined; first = ahead[0]) {
    if (which === "touching" && first.seq > next.endSeq + 1) break;
    ahead = ahead.slice(1);
    if (first.seq > next.endSeq) next = append(next, first);
  }
  return ahead === timeline.ahead ? next : { ...next, ahead };
}

/** The first index whose row has at least this seq. */
export function indexOfSeq(rows: readonly Message[], seq: number): number {
  let low = 0;
  let high = rows.length;
  const last = rows.at(-1);
  if (last === undefined || last.seq < seq) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && row.seq < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

function append(timeline: Timeline, message: Message): Timeline {
  return { ...timeline, rows: [...timeline.rows, message], endSeq: message.seq };
}

function withAhead(ahead: readonly Message[], logged: Logged): readonly Message[] {
  const index = indexOfSeq(ahead, logged.message.seq);
  const held = ahead[index];
  if (held?.seq !== logged.message.seq) return ahead.toSpliced(index, 0, firstSeen(logged));
  const merged = mergeMessage(held, logged);
  return merged === held ? ahead : ahead.with(index, merged);
}

/** A copy of a message in another's quote follows it. */
function requote(timeline: Timeline, source: Message): Timeline {
  const rows = mapChanged(timeline.rows, (row) => quoting(row, source));
  const ahead = mapChanged(timeline.ahead, (row) => quoting(row, source));
  const pending = mapChanged(timeline.pending, (one) => {
    const replyTo = requoted(one.replyTo, source);
    return replyTo === one.replyTo ? one : { ...one, replyTo };
  });
  if (rows === timeline.rows && ahead === timeline.ahead && pending === timeline.pending) return timeline;
  return { ...timeline, rows, ahead, pending };
}

function mapChanged<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  let next: T[] | undefined;
  for (const [index, item] of items.entries()) {
    const changed = change(item);
    if (changed === item) continue;
    next ??= [...items];
    next[index] = changed;
  }
  return next ?? items;
}
