import type { Membership } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";

/** Unread from and with this message on, until the next read. */
export async function markUnread(context: ClientContext, channelId: string, seq: number): Promise<Membership> {
  // A read still on its way would take the mark back.
  await context.reads.settled(channelId);
  const me = await context.trpc.channel.markUnread.mutate({ channelId, seq });
  context.store.dispatch({ type: "state.reply", channelId, me });
  return me;
}
