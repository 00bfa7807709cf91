import type { TimelineMessage } from "../message/timeline-message.ts";

type Placed = Pick<TimelineMessage, "seq" | "local">;

/** A message's place; one that is not acknowledged yet comes after all that are. */
export function seqOf(message: Placed): number {
  return message.local ? Number.POSITIVE_INFINITY : message.seq;
}

/** True for what counts as unread: somebody else's, neither a system line nor deleted. */
export function isCountable(message: Pick<TimelineMessage, "author" | "kind" | "deletedAt" | "local">, me: string): boolean {
  return message.author.id !== me && message.kind !== "system" && message.deletedAt === null && !message.local;
}

/** The index of the first message whose seq is at least this one (the length where there is none), by halving. */
export function firstFrom(messages: readonly Placed[], seq: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (seqOf(messages[middle] as Placed) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the message with this seq, or -1. */
export function indexOfSeq(messages: readonly Placed[], seq: number): number {
  const at = firstFrom(messages, seq);
  const found = messages[at];
  return found && !found.local && found.seq === seq ? at : -1;
}

/** The last acknowledged seq held, 0 without any. */
export function lastSeq(messages: readonly Placed[]): number {
  const at = firstFrom(messages, Number.POSITIVE_INFINITY) - 1;
  return messages[at]?.seq ?? 0;
}

/** How many of others' messages came after a seq. */
export function countAfter(messages: readonly TimelineMessage[], seq: number, me: string): number {
  let count = 0;
  for (let at = messages.length - 1; at >= 0; at--) {
    const message = messages[at] as TimelineMessage;
    if (seqOf(message) <= seq) break;
    if (isCountable(message, me)) count++;
  }
  return count;
}
