"use client";

import type { ChannelEntry, ChatDefinition } from "@chat/contract";
import { useMemo } from "react";
import { slices } from "../cache/slices.ts";
import { threadItems, threadTotalsOf } from "../channels/thread-items.ts";
import { mentionsOf, unreadOf } from "../channels/unread.ts";
import { useChatClient } from "./chat-provider.tsx";
import { useSlice } from "./use-slice.ts";

/** The threads that the caller follows, latest reply first, each with its parent; with totals over all of them. */
export function useThreads<D extends ChatDefinition = ChatDefinition>() {
  const client = useChatClient<D>();
  const channels = useSlice(slices.channels);
  const items = useMemo(
    () => threadItems(channels.held).map((entry) => ({ entry, unread: unreadOf(entry), mentions: mentionsOf(entry) })),
    [channels.held],
  );
  const { unreadTotal, mentionTotal } = useMemo(() => threadTotalsOf(channels), [channels]);
  const actions = useMemo(
    () => ({ loadMore: () => client.channels.loadMoreThreads(), reload: () => client.channels.loadThreads() }),
    [client],
  );
  const { loaded, error, cursor } = channels.threads;
  return {
    state: {
      items: items as unknown as { entry: ChannelEntry<D>; unread: number; mentions: number }[],
      isLoading: !loaded && error === null,
      error,
      hasMore: cursor !== null,
      unreadTotal,
      mentionTotal,
    },
    actions,
  };
}
