"use client";

import { useMemo } from "react";
import { slices } from "../cache/slices.ts";
import type { ChannelsState } from "../channels/channels-state.ts";
import { isFollowed } from "../channels/thread-items.ts";
import { unreadOf } from "../channels/unread.ts";
import { usePick } from "./use-slice.ts";

/** Unread replies in the threads of a channel that the caller follows, by the id of the message that each hangs off; the same map while nothing changed. */
export function useUnreadReplies(channelId: string): ReadonlyMap<string, number> {
  const pick = useMemo(() => keepUnreadReplies(channelId), [channelId]);
  return usePick(slices.channels, pick);
}

function keepUnreadReplies(channelId: string): (state: ChannelsState) => ReadonlyMap<string, number> {
  let last: ChannelsState["held"] | undefined;
  let kept: ReadonlyMap<string, number> = new Map();
  return ({ held }) => {
    if (held === last) return kept;
    last = held;
    const now = new Map<string, number>();
    for (const { entry } of Object.values(held)) {
      const { rootId, parentMessageId } = entry.channel;
      if (parentMessageId === null || rootId !== channelId || !isFollowed(entry)) continue;
      const unread = unreadOf(entry);
      if (unread > 0) now.set(parentMessageId, unread);
    }
    const isSame = now.size === kept.size && [...now].every(([id, unread]) => kept.get(id) === unread);
    if (!isSame) kept = now;
    return kept;
  };
}
