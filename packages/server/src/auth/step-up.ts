import type { Queryable } from "@chat/db";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";

/** How long a password counts for what is grave after it was given, in minutes. */
const freshMinutes = 15;

/**
 * What cannot be taken back, or gives power to somebody, is not for whoever finds a signed-in screen: the password must have been given in this very
 * session, within the last 15 minutes. Errors: STEP_UP_REQUIRED.
 */
export async function requireFreshProof(db: Queryable, { sessionId }: Pick<Caller, "sessionId">): Promise<void> {
  const fresh = await db.query(
    `SELECT FROM "Session" WHERE id = $1 AND "provedAt" > now() - make_interval(mins => ${freshMinutes})`,
    [sessionId],
  );
  if (fresh.length === 0) throw new ChatError("STEP_UP_REQUIRED");
}

/** The password was given in this session just now. */
export async function noteProof(db: Queryable, sessionId: string): Promise<void> {
  await db.query(`UPDATE "Session" SET "provedAt" = now() WHERE id = $1`, [sessionId]);
}
