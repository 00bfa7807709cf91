import type { Channel, UpdateChannel } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";

/** Changes the fields given. Rejects with FORBIDDEN, DIRECT_CHANNEL or INVALID_INPUT. */
export async function updateChannel({ store, trpc }: ClientContext, input: UpdateChannel): Promise<Channel> {
  const channel = await trpc.channel.update.mutate(input);
  store.dispatch({ type: "channel.reply", channelId: channel.id, channel });
  return channel;
}
