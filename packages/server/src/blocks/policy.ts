import { ChatError } from "../chat-error.ts";
import type { Queryable } from "@chat/db";

/** SQL of "one of the two blocked the other", given the SQL of their ids. */
export const blockedSql = (
  one: string,
  other: string,
) => `(EXISTS (SELECT FROM "Block" b WHERE b."userId" = ${one} AND b."blockedId" = ${other})
  OR EXISTS (SELECT FROM "Block" b WHERE b."userId" = ${other} AND b."blockedId" = ${one}))`;

/** SQL of "a direct message of two of whom one blocked the other", for the channel `c`. */
export const blockedDirectSql = (c = "c") => `(${c}.type = 'direct' AND ${blockedSql(`${c}."directLow"`, `${c}."directHigh"`)})`;

/** Both are answered the same: who of them blocked the other is not told. Errors: BLOCKED. */
export async function requireUnblocked(db: Queryable, userId: string, peerId: string): Promise<void> {
  const [row] = await db.query<{ isBlocked: boolean }>(`SELECT ${blockedSql("$1", "$2")} AS "isBlocked"`, [userId, peerId]);
  if (row?.isBlocked === true) throw new ChatError("BLOCKED");
}
