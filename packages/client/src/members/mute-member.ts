import type { MemberMute, MuteMember } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";

/** Keeps a member from writing in a group for `durationMinutes`, or with null for good. Rejects with FORBIDDEN, NOT_FOUND or DIRECT_CHANNEL. */
export async function muteMember(
  { store, trpc }: ClientContext,
  channelId: string,
  userId: string,
  { reason, durationMinutes = null }: Pick<MuteMember, "reason" | "durationMinutes">,
): Promise<MemberMute | null> {
  const { mute } = await trpc.member.mute.mutate({ channelId, userId, reason, durationMinutes });
  store.dispatch({ type: "mute.reply", channelId, userId, mute });
  return mute;
}

/** Lets a member write again whom the group muted. Rejects with FORBIDDEN, NOT_FOUND or DIRECT_CHANNEL. */
export async function unmuteMember({ store, trpc }: ClientContext, channelId: string, userId: string): Promise<void> {
  await trpc.member.unmute.mutate({ channelId, userId });
  store.dispatch({ type: "mute.reply", channelId, userId, mute: null });
}
