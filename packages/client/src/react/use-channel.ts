"use client";

import type { ChannelEntry, ChatDefinition, SetPreferences, UpdateChannel } from "@chat/contract";
import { useEffect, useMemo } from "react";
import { slices } from "../cache/slices.ts";
import { mentionsOf, unreadOf } from "../channels/unread.ts";
import { useChatClient } from "./chat-provider.tsx";
import { usePick } from "./use-slice.ts";

/** One channel, read from the server if it is not in the list. `entry.me` is null where the caller is not a member. */
export function useChannel<D extends ChatDefinition = ChatDefinition>(channelId: string) {
  const client = useChatClient<D>();
  const entry = usePick(slices.channels, (state) => state.held[channelId]?.entry);
  const error = usePick(slices.channels, (state) => state.entryErrors[channelId]) ?? null;
  const isMissing = entry === undefined;
  useEffect(() => {
    if (isMissing) void client.channels.loadOne(channelId);
  }, [client, channelId, isMissing]);
  const actions = useMemo(
    () => ({
      update: (fields: Omit<UpdateChannel<D>, "channelId">) => client.channels.update({ ...fields, channelId }),
      leave: () => client.channels.leave(channelId),
      join: () => client.channels.join(channelId),
      archive: (archived: boolean) => client.channels.archive(channelId, archived),
      setPreferences: (preferences: Omit<SetPreferences, "channelId">) =>
        client.channels.setPreferences({ ...preferences, channelId }),
    }),
    [client, channelId],
  );
  return {
    state: {
      entry: entry as ChannelEntry<D> | undefined,
      unread: entry === undefined ? 0 : unreadOf(entry),
      mentions: entry === undefined ? 0 : mentionsOf(entry),
      isLoading: isMissing && error === null,
      error,
    },
    actions,
  };
}
