import type { ChannelEntry, Membership } from "@chat/contract";
import type { HeldChannel } from "./channels-state.ts";

/** Countable messages after the caller's cursor, own ones left out. */
export function unreadOf({ head, me }: ChannelEntry): number {
  return me === null ? 0 : Math.max(0, head.messageCount - me.cursorCount);
}

/** Messages after the caller's cursor that mention them or the whole channel. */
export function mentionsOf({ head, me }: ChannelEntry): number {
  return me === null ? 0 : Math.max(0, me.mentionCount) + Math.max(0, head.broadcastCount - me.cursorBroadcast);
}

/** The caller's place as the screen shows it: the server's row, a read on its way, and what came since then. */
export function membershipOf(held: HeldChannel): Membership | null {
  const { base, read } = held;
  if (base === null) return null;
  const from = read ?? { ...base, countedSeq: held.countedSeq };
  const after = (seqs: readonly number[]) => seqs.reduce((count, seq) => count + (seq > from.countedSeq ? 1 : 0), 0);
  return {
    ...base,
    readSeq: read === null ? base.readSeq : Math.max(base.readSeq, read.seq),
    unreadFrom: read === null ? base.unreadFrom : null,
    cursorCount: from.cursorCount + after(held.own),
    cursorBroadcast: from.cursorBroadcast + after(held.ownBroadcasts),
    mentionCount: from.mentionCount + after(held.mentions),
  };
}
