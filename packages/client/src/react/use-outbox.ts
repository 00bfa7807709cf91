"use client";

import { useMemo } from "react";
import { slices } from "../cache/slices.ts";
import { useChatClient } from "./chat-provider.tsx";
import { useSlice } from "./use-slice.ts";

/**
 * What the person wrote and the server has not stored, in all channels and from before a reload. `settle` waits until it is sent and answers how
 * much is not; ask before `discardAll`, which gives it up.
 */
export function useOutbox() {
  const client = useChatClient();
  const unsent = useSlice(slices.unsent);
  const items = useMemo(
    () =>
      Object.entries(unsent).flatMap(([channelId, pending]) =>
        pending.map(({ clientId, text, createdAt, state, error }) => ({
          channelId,
          clientId,
          text,
          createdAt,
          state: state === "failed" ? ("failed" as const) : ("sending" as const),
          reason: error?.reason,
        })),
      ),
    [unsent],
  );
  const actions = useMemo(
    () => ({
      retry: (channelId: string, clientId: string) => client.messages.retry(channelId, clientId),
      discard: (channelId: string, clientId: string) => client.messages.discard(channelId, clientId),
      settle: (withinMs?: number) => client.outbox.settle(withinMs),
      discardAll: () => client.outbox.discardAll(),
    }),
    [client],
  );
  return { state: { items }, actions };
}
