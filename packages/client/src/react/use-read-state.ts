"use client";

import { useMemo } from "react";
import { roomSlices, slices } from "../cache/slices.ts";
import { mentionsOf, unreadOf } from "../channels/unread.ts";
import { useChatClient } from "./chat-provider.tsx";
import { usePick, useSlice } from "./use-slice.ts";

/**
 * How far the caller and the others have read. `cursors` is empty above `limits.cursorList` members. `markRead` is on screen at once and
 * gathered on its way; call it as often as the screen moves.
 */
export function useReadState(channelId: string) {
  const client = useChatClient();
  const entry = usePick(slices.channels, (state) => state.held[channelId]?.entry);
  const { items: cursors } = useSlice(roomSlices.cursors(channelId));
  const actions = useMemo(
    () => ({
      markRead: (seq: number) => client.channels.markRead(channelId, seq),
      markUnread: (seq: number) => client.channels.markUnread(channelId, seq),
    }),
    [client, channelId],
  );
  const state = {
    readSeq: entry?.me?.readSeq ?? 0,
    unread: entry === undefined ? 0 : unreadOf(entry),
    mentions: entry === undefined ? 0 : mentionsOf(entry),
    unreadFrom: entry?.me?.unreadFrom ?? null,
    cursors,
  };
  return { state, actions };
}
