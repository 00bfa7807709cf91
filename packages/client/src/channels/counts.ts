import type { ChannelHead } from "@chat/contract";
import type { Timeline } from "../messages/timeline.ts";
import type { Counts, HeldChannel } from "./channels-state.ts";

/**
 * The counts with the cursor after `seq`, up to which `counted` messages had been counted, as the server will answer them; null where the
 * messages after it are not all held.
 */
export function countsAt(
  head: ChannelHead,
  timeline: Timeline,
  seq: number,
  counted: number,
  myId: string | undefined,
): Counts | null {
  if (!timeline.following || timeline.endSeq < head.seq) return null;
  const later = timeline.rows.filter((one) => one.seq > seq && one.kind !== "system");
  const own = later.filter((one) => one.author.id === myId);
  const others = later.filter((one) => one.author.id !== myId);
  return {
    cursorCount: counted + own.length,
    cursorBroadcast: head.broadcastCount - others.filter((one) => one.mentionsAll).length,
    mentionCount: myId === undefined ? 0 : others.filter((one) => one.mentions.includes(myId)).length,
    countedSeq: head.seq,
  };
}

/** Counts, and with them what came for the caller alone since then. */
export function countsSince(held: HeldChannel, from: Counts): Omit<Counts, "countedSeq"> {
  const after = (seqs: readonly number[]) => seqs.reduce((count, seq) => count + (seq > from.countedSeq ? 1 : 0), 0);
  return {
    cursorCount: from.cursorCount + after(held.own),
    cursorBroadcast: from.cursorBroadcast + after(held.ownBroadcasts),
    mentionCount: from.mentionCount + after(held.mentions),
  };
}
