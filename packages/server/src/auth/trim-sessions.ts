import type { Queryable } from "@chat/db";

/** Devices that one person may be signed in on; a further one signs out the one that was used longest ago. */
const maxSessions = 50;

/** Makes room for one more session: drops those that are over, and the oldest beyond the limit. Answers their ids. */
export async function trimSessions(db: Queryable, userId: string): Promise<string[]> {
  const ended = await db.query<{ id: string }>(
    `DELETE FROM "Session" WHERE "userId" = $1 AND ("expiresAt" <= now() OR id IN (
       SELECT id FROM "Session" WHERE "userId" = $1 AND "expiresAt" > now() ORDER BY "updatedAt" DESC, id OFFSET $2)) RETURNING id`,
    [userId, maxSessions - 1],
  );
  return ended.map((row) => row.id);
}
