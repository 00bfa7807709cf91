import type { ChannelEntry, Membership } from "@chat/contract";
import { applyPlaceChanges } from "./apply-place-changes.ts";
import type { HeldChannel } from "./channels-state.ts";
import { countsSince } from "./counts.ts";

/** Countable messages after the caller's cursor, own ones left out. */
export function unreadOf({ head, me }: ChannelEntry): number {
  return me === null ? 0 : Math.max(0, head.messageCount - me.cursorCount);
}

/** Messages after the caller's cursor that mention them or the whole channel. */
export function mentionsOf({ head, me }: ChannelEntry): number {
  return me === null ? 0 : Math.max(0, me.mentionCount) + Math.max(0, head.broadcastCount - me.cursorBroadcast);
}

/** The caller's place as the screen shows it: the server's row, a read on its way, what came since then, and own changes on their way. */
export function membershipOf(held: HeldChannel): Membership | null {
  return applyPlaceChanges(readPlace(held), held);
}

function readPlace(held: HeldChannel): Membership | null {
  const { base, read } = held;
  if (base === null) return null;
  return {
    ...base,
    readSeq: read === null ? base.readSeq : Math.max(base.readSeq, read.seq),
    unreadFrom: read === null ? base.unreadFrom : null,
    ...countsSince(held, read ?? { ...base, countedSeq: held.countedSeq }),
  };
}
