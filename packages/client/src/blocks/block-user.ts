import type { BlockedUser } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";

/** Blocks a person. Rejects with NOT_FOUND, or TOO_MANY where as many are blocked as may be. */
export async function blockUser({ store, trpc }: ClientContext, userId: string): Promise<BlockedUser> {
  const blocked = await trpc.user.block.mutate({ userId });
  store.dispatch({ type: "block.reply", userId: blocked.userId, blocked });
  return blocked;
}

/** Ends the caller's block of a person. */
export async function unblockUser({ store, trpc }: ClientContext, userId: string): Promise<void> {
  await trpc.user.unblock.mutate({ userId });
  store.dispatch({ type: "block.reply", userId, blocked: null });
}
