"use client";

import { useMemo } from "react";
import { slices } from "../cache/slices.ts";
import { useChatClient } from "./chat-provider.tsx";
import { usePick, useSlice } from "./use-slice.ts";

/**
 * Whom the caller blocked: no direct message passes between the two, and a kit folds their messages in groups. `isAvailable` tells whether the
 * server knows of blocks.
 */
export function useBlocks() {
  const client = useChatClient();
  const { items } = useSlice(slices.blocks);
  const isAvailable = usePick(slices.connection, ({ capabilities }) => capabilities.includes("blocks"));
  const userIds: ReadonlySet<string> = useMemo(() => new Set(items.map(({ userId }) => userId)), [items]);
  const actions = useMemo(
    () => ({
      block: (userId: string) => client.users.block(userId),
      unblock: (userId: string) => client.users.unblock(userId),
    }),
    [client],
  );
  return { state: { items, userIds, isAvailable }, actions };
}
