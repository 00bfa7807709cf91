"use client";

import type { ChannelEntry, ChatDefinition } from "@chat/contract";
import { useEffect, useMemo } from "react";
import { roomSlices, slices } from "../cache/slices.ts";
import { mentionsOf, unreadOf } from "../channels/unread.ts";
import { showRow, type TimelineMessage } from "../messages/timeline-messages.ts";
import { useChatClient } from "./chat-provider.tsx";
import { usePick, useSlice } from "./use-slice.ts";

/**
 * The thread of a message, found or made while mounted, and the message itself, followed live. `entry.channel.id` is the thread's own channel, for
 * `useMessages` and the other hooks; rights are those in its root, `entry.channel.rootId`.
 */
export function useThread<D extends ChatDefinition = ChatDefinition>(messageId: string) {
  const client = useChatClient<D>();
  const entry = usePick(slices.channels, (state) => state.held[state.threadOf[messageId] ?? ""]?.entry);
  const error = usePick(slices.channels, (state) => state.entryErrors[messageId]) ?? null;
  const isMissing = entry === undefined;
  useEffect(() => {
    if (isMissing) client.channels.openThread(messageId).catch(() => undefined);
  }, [client, messageId, isMissing]);

  const { id: channelId, rootId } = entry?.channel ?? none;
  useEffect(() => {
    if (channelId === "") return;
    // The root for what becomes of the parent; the thread last, as the one in front.
    const closes = [rootId, channelId].map((id) => client.messages.open(id));
    return () => closes.forEach((close) => close());
  }, [client, channelId, rootId]);

  const people = useSlice(slices.people);
  const { me } = useSlice(slices.me);
  const transforms = usePick(roomSlices.timeline(rootId), (timeline) => timeline.transforms);
  const row = entry?.parent;
  const parent = useMemo(
    () => (row === undefined ? undefined : showRow(row, people, me?.id, transforms)),
    [row, people, me?.id, transforms],
  );
  const actions = useMemo(
    () => ({
      retry: () => void client.channels.openThread(messageId).catch(() => undefined),
      setFollowing: (following: boolean) => client.channels.followThread(channelId, following),
    }),
    [client, messageId, channelId],
  );
  return {
    state: {
      entry: entry as ChannelEntry<D> | undefined,
      parent: parent as TimelineMessage<D> | undefined,
      isFollowing: entry !== undefined && entry.me !== null,
      unread: entry === undefined ? 0 : unreadOf(entry),
      mentions: entry === undefined ? 0 : mentionsOf(entry),
      isLoading: isMissing && error === null,
      error,
    },
    actions,
  };
}

const none = { id: "", rootId: "" };
