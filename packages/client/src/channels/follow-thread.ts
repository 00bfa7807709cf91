import type { ChannelEntry } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { takeEntry } from "./load-channel.ts";

/** Hears of a thread's replies from now on, or no more. */
export function followThread(context: ClientContext, channelId: string, following: boolean): Promise<ChannelEntry> {
  return takeEntry(context, context.trpc.channel.followThread.mutate({ channelId, following }));
}
