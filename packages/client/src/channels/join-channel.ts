import type { ChannelEntry } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { takeEntry } from "./load-channel.ts";

/** Joins a public group. Rejects with NOT_FOUND or CHANNEL_ARCHIVED. */
export function joinChannel(context: ClientContext, channelId: string): Promise<ChannelEntry> {
  return takeEntry(context, context.trpc.channel.join.mutate({ channelId }));
}
