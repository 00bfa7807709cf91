import { useChannel } from "@chat/client/react";
import { useEntryNow } from "./entry-now.ts";

/** One channel, with people as they are called and present now. */
export function useChannelNow(channelId: string) {
  const { state, actions } = useChannel(channelId);
  const now = useEntryNow();
  return { state: { ...state, entry: state.entry === undefined ? undefined : now(state.entry) }, actions };
}
