import type { Queryable } from "@chat/db";

/** What every call looks at of its caller. */
export interface CallerState {
  readonly issuer: string;
  readonly role: "user" | "moderator" | "admin";
  /** Deactivated, or banned everywhere. */
  readonly isClosed: boolean;
  readonly isDeactivated: boolean;
}

/** SQL of "banned everywhere" for the user `u`. */
export const bannedSql = `EXISTS (SELECT FROM "Sanction" s WHERE s."userId" = u.id AND s."channelId" IS NULL AND s.type = 'ban'
  AND s."liftedAt" IS NULL AND (s.until IS NULL OR s.until > now()))`;

export async function callerState(db: Queryable, userId: string): Promise<CallerState | null> {
  const [row] = await db.query<CallerState>(
    `SELECT u.issuer, u.role, u."deactivatedAt" IS NOT NULL AS "isDeactivated", u."deactivatedAt" IS NOT NULL OR ${bannedSql} AS "isClosed" FROM "User" u WHERE u.id = $1`,
    [userId],
  );
  return row ?? null;
}

/** False for people who are not there or deactivated. Who is banned everywhere signs in to see why and to appeal, and for nothing else. */
export async function maySignIn(db: Queryable, userId: string): Promise<boolean> {
  const state = await callerState(db, userId);
  return state !== null && !state.isDeactivated;
}
