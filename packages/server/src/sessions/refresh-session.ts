import type { RefreshSession } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller, Context } from "../context.ts";

/**
 * Renews a token user's socket in place, so that nothing has to be opened anew: the calls after it count with the new token's end and rooms.
 * Over HTTP, where every call brings its own token, it only checks. Errors: UNAUTHENTICATED (not a good token, or somebody else's), FORBIDDEN
 * (the caller came by a cookie).
 */
export async function refreshSession(
  ctx: Context & { caller: Caller },
  { token }: RefreshSession,
): Promise<{ expiresAt: string }> {
  const { services, caller, connection } = ctx;
  if (caller.via !== "token") throw new ChatError("FORBIDDEN");
  const renewed = await services.callerOfToken(token);
  if (renewed === null || renewed.userId !== caller.userId) throw new ChatError("UNAUTHENTICATED");
  if (connection !== null) connection.caller = renewed;
  return { expiresAt: new Date(renewed.expiresAt).toISOString() };
}
