import { ChatError } from "../chat-error.ts";
import type { Caller, Context } from "../context.ts";

/** The caller, whose proof is still good. A socket outlives its token: the time is compared at every call. */
export function ensureProof(ctx: Context): Caller {
  const caller = ctx.connection?.caller ?? ctx.caller;
  if (caller === null || caller.expiresAt <= Date.now()) throw new ChatError("UNAUTHENTICATED");
  return caller;
}
