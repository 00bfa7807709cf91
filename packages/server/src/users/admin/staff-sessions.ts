import type { StaffSession, StaffSessionIdInput } from "@chat/contract";
import { ChatError } from "../../chat-error.ts";
import type { Caller } from "../../context.ts";
import type { Services } from "../../services.ts";
import { toMoment, toUserRef, type UserRow } from "../record.ts";
import { readMomentCursor, toCursor } from "./page-cursor.ts";

interface Row extends Pick<UserRow, "name" | "image" | "version" | "role"> {
  id: string;
  userId: string;
  userAgent: string | null;
  ipAddress: string | null;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
}

const staffSql = `FROM "Session" s JOIN "User" u ON u.id = s."userId" AND u.role <> 'user' AND s."expiresAt" > now()`;

/** Signed-in devices of all moderators and admins, the last used first. Errors: INVALID_INPUT (a cursor of another list). */
export async function listStaffSessions(
  { db }: Services,
  caller: Caller,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: StaffSession[]; cursor: string | null }> {
  const [at, id] = cursor === undefined ? [null, null] : readMomentCursor(cursor);
  const rows = await db.query<Row>(
    `SELECT s.id, s."userId", s."userAgent", NULLIF(s."ipAddress", '') AS "ipAddress", s."createdAt", s."updatedAt", s."expiresAt",
       u.name, u.image, u.version, u.role
     ${staffSql} WHERE $1::timestamptz IS NULL OR (s."updatedAt", s.id) < ($1, $2::uuid)
     ORDER BY s."updatedAt" DESC, s.id DESC LIMIT $3`,
    [at, id, limit + 1],
  );
  const items = rows.slice(0, limit).map((row) => ({
    id: row.id,
    user: toUserRef({ ...row, id: row.userId }),
    role: row.role,
    current: row.id === caller.sessionId,
    userAgent: row.userAgent,
    ipAddress: row.ipAddress,
    createdAt: toMoment(row.createdAt),
    updatedAt: toMoment(row.updatedAt),
    expiresAt: toMoment(row.expiresAt),
  }));
  const last = items.at(-1);
  return { items, cursor: rows.length > limit && last !== undefined ? toCursor(last.updatedAt, last.id) : null };
}

/** Signs one device of a moderator or admin out; its sockets close at once. Errors: NOT_FOUND. */
export async function revokeStaffSession({ db, hub }: Services, { sessionId }: StaffSessionIdInput): Promise<{ id: string }> {
  const ended = await db.query(`DELETE FROM "Session" WHERE id = $1 AND id IN (SELECT s.id ${staffSql}) RETURNING id`, [
    sessionId,
  ]);
  if (ended.length === 0) throw new ChatError("NOT_FOUND");
  hub.closeSessions([sessionId]);
  return { id: sessionId };
}
