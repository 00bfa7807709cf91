"use client";

import type { ChatDefinition, CreateGroup, OpenDirect } from "@chat/contract";
import { useMemo } from "react";
import { slices } from "../cache/slices.ts";
import { channelItems, totalsOf, type ChannelItem } from "../channels/channel-items.ts";
import { useChatClient } from "./chat-provider.tsx";
import { useSlice } from "./use-slice.ts";

/** My channels: pinned ones first, then by last activity; with totals over all of them for badge and title. */
export function useChannels<D extends ChatDefinition = ChatDefinition>() {
  const client = useChatClient<D>();
  const channels = useSlice(slices.channels);
  const typing = useSlice(slices.typing);
  const items = useMemo(() => channelItems(channels.held, typing) as unknown as ChannelItem<D>[], [channels.held, typing]);
  const { unreadTotal, mentionTotal } = useMemo(() => totalsOf(channels), [channels]);
  const actions = useMemo(
    () => ({
      loadMore: () => client.channels.loadMore(),
      openDirect: (userId: OpenDirect["userId"]) => client.channels.openDirect(userId),
      createGroup: (input: CreateGroup<D>) => client.channels.createGroup(input),
      browse: (query: string) => client.channels.browse(query),
      join: (channelId: string) => client.channels.join(channelId),
    }),
    [client],
  );
  const { loaded, error, cursor } = channels;
  return {
    state: { items, isLoading: !loaded && error === null, error, hasMore: cursor !== null, unreadTotal, mentionTotal },
    actions,
  };
}
