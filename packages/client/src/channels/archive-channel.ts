import type { Channel } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";

/** Closes a channel for writing, or opens it again. Rejects with FORBIDDEN. */
export async function archiveChannel({ store, trpc }: ClientContext, channelId: string, archived: boolean): Promise<Channel> {
  const channel = await trpc.channel.archive.mutate({ channelId, archived });
  store.dispatch({ type: "channel.reply", channelId, channel });
  return channel;
}
