import { ChatError } from "../chat-error.ts";
import type { Caller, Context } from "../context.ts";

/**
 * The caller, whose proof is still good. A socket outlives its token: the time is compared at every call. What comes over a socket after the server
 * told it to close, as a client does that ignores the close frame, is nobody's.
 */
export function ensureProof(ctx: Context): Caller {
  const caller = ctx.connection?.caller ?? ctx.caller;
  if (caller === null || ctx.connection?.ended === true || caller.expiresAt <= Date.now()) throw new ChatError("UNAUTHENTICATED");
  return caller;
}
