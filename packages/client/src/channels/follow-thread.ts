import type { ChannelEntry, Membership } from "@chat/contract";
import { slices } from "../cache/slices.ts";
import type { ClientContext } from "../client-context.ts";
import { changePlace } from "./change-place.ts";
import { takeEntry } from "./load-channel.ts";

/** Hears of a thread's replies from now on, or no more: at once on screen. Rejects with NOT_FOUND or BANNED. */
export function followThread(context: ClientContext, channelId: string, following: boolean): Promise<ChannelEntry> {
  const held = context.store.read(slices.channels).held[channelId];
  const me = following && held !== undefined ? placeAtPresent(held.entry) : null;
  return changePlace(context, channelId, { kind: "follow", me }, () =>
    takeEntry(context, context.trpc.channel.followThread.mutate({ channelId, following })),
  );
}

/** Where the server puts one who begins to follow: nothing that stands there already is unread. */
function placeAtPresent({ head }: ChannelEntry): Membership {
  return {
    role: "member",
    joinedAt: new Date().toISOString(),
    visibleFromSeq: 0,
    readSeq: head.seq,
    unreadFrom: null,
    cursorCount: head.messageCount,
    cursorBroadcast: head.broadcastCount,
    mentionCount: 0,
    stateVersion: 0,
    pinnedAt: null,
    hiddenAt: null,
    mutedUntil: null,
  };
}
