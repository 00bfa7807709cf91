"use client";

import { useMemo } from "react";
import { slices } from "../cache/slices.ts";
import { useChatClient } from "./chat-provider.tsx";
import { usePick } from "./use-slice.ts";

/** Who else types in the channel now. Call `typing` on every key; it is throttled. */
export function useTyping(channelId: string) {
  const client = useChatClient();
  const typists = usePick(slices.typing, (typing) => typing[channelId]);
  const users = useMemo(() => (typists ?? []).map((typist) => typist.user), [typists]);
  const actions = useMemo(() => ({ typing: () => client.channels.typing(channelId) }), [client, channelId]);
  return { state: { users }, actions };
}
