import type { Timeline } from "../messages/timeline.ts";
import type { HeldChannel, PendingRead } from "./channels-state.ts";
import { countsAt } from "./counts.ts";

/**
 * The counts after a read up to `seq`, as the server will answer them; null where it changes nothing, goes back, or cannot be told from what
 * is held (then the answer tells).
 */
export function pendingRead(held: HeldChannel, timeline: Timeline, seq: number, myId: string | undefined): PendingRead | null {
  const { base, read, entry } = held;
  if (base === null) return null;
  const readSeq = Math.max(base.readSeq, read?.seq ?? 0);
  if (seq < readSeq || (seq === readSeq && (read !== null || base.unreadFrom === null))) return null;
  const { head } = entry;
  if (seq >= head.seq) {
    return {
      seq: head.seq,
      cursorCount: head.messageCount,
      cursorBroadcast: head.broadcastCount,
      mentionCount: 0,
      countedSeq: head.seq,
    };
  }
  const row = timeline.rows.find((one) => one.seq === seq);
  const counts = row === undefined ? null : countsAt(head, timeline, seq, row.messageCount, myId);
  return counts && { seq, ...counts };
}
