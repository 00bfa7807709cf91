import type { ClientContext } from "../client-context.ts";

/** Leaves a group. Rejects with LAST_OWNER or DIRECT_CHANNEL. */
export async function leaveChannel({ store, trpc }: ClientContext, channelId: string): Promise<void> {
  await trpc.channel.leave.mutate({ channelId });
  store.dispatch({ type: "channel.gone", channelId });
}
