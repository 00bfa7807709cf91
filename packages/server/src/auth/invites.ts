import { createHash } from "node:crypto";
import type { Database } from "@chat/db";
import { bannedSql } from "./may-call.ts";

/** How a code is stored; the code itself stands in its link alone. */
export function hashInviteCode(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}

export interface TakenInvite {
  readonly id: string;
  readonly role: "user" | "moderator" | "admin";
}

/** SQL of "still names its role" for the invite `i`: staff come by whoever may make staff now, not by whoever once might. */
const holdsSql = `(i.role = 'user' OR EXISTS (SELECT FROM "User" u WHERE u.id = i."createdById" AND u.role = 'admin'
  AND u."deactivatedAt" IS NULL AND NOT ${bannedSql}))`;

/** Takes an invite, so that nobody else can; null where it is none, used, over, for another e-mail, or for staff by one who is no admin any more. */
export async function takeInvite(db: Database, code: string, email: string): Promise<TakenInvite | null> {
  const [invite] = await db.query<TakenInvite>(
    `UPDATE "Invite" i SET "usedAt" = now() WHERE i."codeHash" = $1 AND i."usedAt" IS NULL AND i."expiresAt" > now()
       AND (i.email IS NULL OR lower(i.email) = lower($2)) AND ${holdsSql} RETURNING i.id, i.role`,
    [hashInviteCode(code), email],
  );
  return invite ?? null;
}

/** Nobody was made with it: it can be used. */
export async function returnInvite(db: Database, { id }: TakenInvite): Promise<void> {
  await db.query(`UPDATE "Invite" SET "usedAt" = NULL WHERE id = $1 AND "usedById" IS NULL`, [id]);
}

/** Tells who came by it, and gives them the role that it names. */
export async function redeemInvite(db: Database, { id }: TakenInvite, userId: string): Promise<void> {
  await db.query(
    `WITH used AS (UPDATE "Invite" i SET "usedById" = $2 WHERE i.id = $1 AND ${holdsSql} RETURNING i.role)
     UPDATE "User" SET role = used.role FROM used WHERE "User".id = $2 AND "User".role = 'user' AND used.role <> 'user'`,
    [id, userId],
  );
}
