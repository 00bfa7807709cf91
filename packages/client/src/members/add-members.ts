import type { AddMembers, Member } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";

/** Adds people; those already in stay as they are. Rejects with FORBIDDEN, NOT_FOUND or DIRECT_CHANNEL. */
export async function addMembers(
  { store, trpc }: ClientContext,
  channelId: string,
  userIds: AddMembers["userIds"],
): Promise<Member[]> {
  const { items } = await trpc.member.add.mutate({ channelId, userIds });
  store.dispatch({ type: "members.reply", channelId, members: items });
  return items;
}
