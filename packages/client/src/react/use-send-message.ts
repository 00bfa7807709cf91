"use client";

import type { ChatDefinition } from "@chat/contract";
import { useMemo } from "react";
import { slices } from "../cache/slices.ts";
import type { Draft } from "../messages/draft.ts";
import { useChatClient } from "./chat-provider.tsx";
import { usePick } from "./use-slice.ts";

/**
 * What a person does with messages. `send` shows the message at once and answers its clientId; how it fares is in `useMessages`, as `local`,
 * and how many of the channel's are on their way or failed is here. The others show their change at once, and take it back and reject when the
 * server refuses it.
 */
export function useSendMessage<D extends ChatDefinition = ChatDefinition>(channelId: string) {
  const client = useChatClient<D>();
  const unsent = usePick(slices.unsent, (held) => held[channelId]);
  const state = useMemo(() => {
    const failed = unsent?.filter((pending) => pending.state === "failed").length ?? 0;
    return { sending: (unsent?.length ?? 0) - failed, failed };
  }, [unsent]);
  const actions = useMemo(
    () => ({
      send: (draft: Draft<D>) => client.messages.post(channelId, draft),
      retry: (clientId: string) => client.messages.retry(channelId, clientId),
      discard: (clientId: string) => client.messages.discard(channelId, clientId),
      edit: (messageId: string, text: string) => client.messages.edit(channelId, messageId, text),
      remove: (messageId: string) => client.messages.delete(channelId, messageId),
      react: (messageId: string, emoji: string) => client.reactions.add(channelId, messageId, emoji),
      unreact: (messageId: string, emoji: string) => client.reactions.remove(channelId, messageId, emoji),
    }),
    [client, channelId],
  );
  return { state, actions };
}
