import { randomBytes } from "node:crypto";
import type { createInviteInput, Invite, InviteIdInput } from "@chat/contract";
import type { Database } from "@chat/db";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { hashInviteCode } from "../../auth/invites.ts";
import { ChatError } from "../../chat-error.ts";
import type { Caller } from "../../context.ts";
import { toMoment, toMomentOrNull } from "../record.ts";
import { readMomentCursor, toCursor } from "./page-cursor.ts";

const week = 7 * 86_400_000;
const longest = 90 * 86_400_000;

type Row = Omit<Invite, "createdAt" | "expiresAt" | "usedAt"> & { createdAt: Date; expiresAt: Date; usedAt: Date | null };

const selectSql = `SELECT i.id, i.email, i.role, b.name AS "createdBy", i."createdAt", i."expiresAt", u.name AS "usedBy", i."usedAt"
  FROM "Invite" i JOIN "User" b ON b.id = i."createdById" LEFT JOIN "User" u ON u.id = i."usedById"`;

const toInvite = (row: Row): Invite => ({
  ...row,
  createdAt: toMoment(row.createdAt),
  expiresAt: toMoment(row.expiresAt),
  usedAt: toMomentOrNull(row.usedAt),
});

/** Makes an invite for a week, or until `expiresAt`, at most 90 days ahead. The code is told this once. Errors: INVALID_INPUT. */
export async function createInvite(
  db: Database,
  caller: Caller,
  { email, role, expiresAt }: z.output<typeof createInviteInput>,
): Promise<{ id: string; code: string; expiresAt: string }> {
  const until = expiresAt === undefined ? Date.now() + week : Date.parse(expiresAt);
  if (until <= Date.now() || until > Date.now() + longest)
    throw new ChatError("INVALID_INPUT", { message: "An invite ends within 90 days." });
  const id = uuidv7();
  const code = randomBytes(24).toString("base64url");
  await db.query(
    `INSERT INTO "Invite" (id, "codeHash", email, role, "createdById", "expiresAt") VALUES ($1, $2, $3, $4::"UserRole", $5, $6)`,
    [id, hashInviteCode(code), email ?? null, role, caller.userId, new Date(until)],
  );
  return { id, code, expiresAt: new Date(until).toISOString() };
}

/** The latest first. Errors: INVALID_INPUT (a cursor of another list). */
export async function listInvites(
  db: Database,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: Invite[]; cursor: string | null }> {
  const [at, id] = cursor === undefined ? [null, null] : readMomentCursor(cursor);
  const rows = await db.query<Row>(
    `${selectSql} WHERE $1::timestamptz IS NULL OR (i."createdAt", i.id) < ($1, $2::uuid) ORDER BY i."createdAt" DESC, i.id DESC LIMIT $3`,
    [at, id, limit + 1],
  );
  const items = rows.slice(0, limit).map(toInvite);
  const last = items.at(-1);
  return { items, cursor: rows.length > limit && last !== undefined ? toCursor(last.createdAt, last.id) : null };
}

/** Ends one that nobody used. Errors: NOT_FOUND. */
export async function revokeInvite(db: Database, { inviteId }: InviteIdInput): Promise<{ id: string }> {
  const gone = await db.query(`DELETE FROM "Invite" WHERE id = $1 AND "usedAt" IS NULL RETURNING id`, [inviteId]);
  if (gone.length === 0) throw new ChatError("NOT_FOUND");
  return { id: inviteId };
}
