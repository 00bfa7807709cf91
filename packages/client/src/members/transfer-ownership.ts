import type { Member } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";

/** Makes another member owner, and the caller a member; answers both. Rejects with FORBIDDEN or NOT_FOUND. */
export async function transferOwnership({ store, trpc }: ClientContext, channelId: string, userId: string): Promise<Member[]> {
  const { items } = await trpc.member.transferOwnership.mutate({ channelId, userId });
  store.dispatch({ type: "members.reply", channelId, members: items });
  return items;
}
