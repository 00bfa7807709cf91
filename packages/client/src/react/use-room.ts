"use client";

import type { ChannelEntry, ChatDefinition, EnsureChannel } from "@chat/contract";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { slices } from "../cache/slices.ts";
import { unreadOf } from "../channels/unread.ts";
import { useChatClient } from "./chat-provider.tsx";
import { usePick } from "./use-slice.ts";

/**
 * The room of a business record, found or made while mounted, with the caller in it: `useRoom({ key: "order:4711" })`. What is given beside the key
 * counts for a new room only. `channelId` is null until it is there; NOT_FOUND is the `error` of a key that the caller's token does not name.
 */
export function useRoom<D extends ChatDefinition = ChatDefinition>(room: EnsureChannel<D>) {
  const client = useChatClient<D>();
  const { key } = room;
  const entry = usePick(
    slices.channels,
    ({ held }) => Object.values(held).find(({ entry }) => entry.channel.key === key && entry.me !== null)?.entry,
  );
  const error = usePick(slices.channels, (state) => state.entryErrors[key]) ?? null;
  const latest = useRef(room);
  useEffect(() => {
    latest.current = room;
  });
  const ensure = useCallback(() => void client.channels.ensure({ ...latest.current, key }).catch(() => undefined), [client, key]);
  const isMissing = entry === undefined;
  useEffect(() => {
    if (isMissing) ensure();
  }, [isMissing, ensure]);
  const actions = useMemo(() => ({ retry: ensure }), [ensure]);
  return {
    state: {
      channelId: entry?.channel.id ?? null,
      entry: entry as ChannelEntry<D> | undefined,
      unread: entry === undefined ? 0 : unreadOf(entry),
      isLoading: isMissing && error === null,
      error,
    },
    actions,
  };
}
