import type { Membership, SetPreferences } from "@chat/contract";
import { slices } from "../cache/slices.ts";
import type { ClientContext } from "../client-context.ts";
import { changePlace } from "./change-place.ts";

/** Pins, hides or mutes a channel for the caller alone: at once on screen. Rejects with NOT_FOUND. */
export function setPreferences(context: ClientContext, input: SetPreferences): Promise<Membership> {
  const { store, trpc } = context;
  const { channelId, pinned, hidden, mutedUntil } = input;
  const now = new Date().toISOString();
  // Hidden since its last activity, also where this clock is behind the server's.
  const activeAt = store.read(slices.channels).held[channelId]?.entry.head.lastActivityAt ?? now;
  const change = {
    kind: "preferences" as const,
    ...(pinned === undefined ? {} : { pinnedAt: pinned ? now : null }),
    ...(hidden === undefined ? {} : { hiddenAt: hidden ? (now > activeAt ? now : activeAt) : null }),
    ...(mutedUntil === undefined ? {} : { mutedUntil }),
  };
  return changePlace(context, channelId, change, async () => {
    const me = await trpc.channel.setPreferences.mutate(input);
    store.dispatch({ type: "state.reply", channelId, me });
    return me;
  });
}
