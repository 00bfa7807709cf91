import type { Membership } from "@chat/contract";
import type { HeldChannel, PlaceChange } from "./channels-state.ts";
import { countsSince } from "./counts.ts";

/** Own changes on their way, over the caller's place. Each does nothing where the place already says the same. */
export function applyPlaceChanges(me: Membership | null, held: HeldChannel): Membership | null {
  return held.changes.reduce((next, change) => applyPlaceChange(next, change, held), me);
}

function applyPlaceChange(me: Membership | null, change: PlaceChange, held: HeldChannel): Membership | null {
  if (change.kind === "follow") return change.me === null ? null : (me ?? change.me);
  if (me === null) return null;
  switch (change.kind) {
    case "unread":
      return { ...me, unreadFrom: change.seq, ...(change.counts && countsSince(held, change.counts)) };
    case "preferences": {
      const { pinnedAt = me.pinnedAt, hiddenAt = me.hiddenAt, mutedUntil = me.mutedUntil } = change;
      return { ...me, pinnedAt, hiddenAt, mutedUntil };
    }
  }
}
