import { createHash } from "node:crypto";
import { ChatError } from "../chat-error.ts";
import type { Limits } from "../limits/limits.ts";

/** An attempt to sign in, which counts as failed until it is known not to have. */
export interface SignInAttempt {
  /** The password was right, or nobody looked at it. */
  forget(): Promise<void>;
}

/**
 * Counts an attempt before its password is compared, so that many at once are no more than one after the other. Errors: RATE_LIMITED with
 * `retryAfterMs`, UNAVAILABLE (it cannot be counted now).
 */
export async function countSignIn(limits: Limits, address: string, email: string): Promise<SignInAttempt> {
  const name = nameKey(email);
  refuseFor(await limits.take("signInAddress", address));
  const waitMs = await limits.take("signInEmail", name);
  // Somebody shut out of one account shuts nobody out who comes from where they come from.
  if (waitMs > 0) await limits.giveBack("signInAddress", address);
  refuseFor(waitMs);
  return {
    async forget() {
      await Promise.all([limits.giveBack("signInAddress", address), limits.giveBack("signInEmail", name)]);
    },
  };
}

/** Errors: RATE_LIMITED, where there is something to wait for. */
export function refuseFor(retryAfterMs: number): void {
  if (retryAfterMs > 0) throw new ChatError("RATE_LIMITED", { message: "Too many attempts; wait a while.", retryAfterMs });
}

/** Nobody's e-mail stands in a shared store. */
function nameKey(email: string): string {
  return createHash("sha256").update(email.toLowerCase()).digest("base64url");
}
