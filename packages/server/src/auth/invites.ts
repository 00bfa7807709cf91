import { createHash } from "node:crypto";
import type { Database } from "@chat/db";

/** How a code is stored; the code itself stands in its link alone. */
export function hashInviteCode(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}

export interface TakenInvite {
  readonly id: string;
  readonly role: "user" | "moderator" | "admin";
}

/** Takes an invite, so that nobody else can; null where it is none, used, over, or for another e-mail. */
export async function takeInvite(db: Database, code: string, email: string): Promise<TakenInvite | null> {
  const [invite] = await db.query<TakenInvite>(
    `UPDATE "Invite" SET "usedAt" = now() WHERE "codeHash" = $1 AND "usedAt" IS NULL AND "expiresAt" > now()
       AND (email IS NULL OR lower(email) = lower($2)) RETURNING id, role`,
    [hashInviteCode(code), email],
  );
  return invite ?? null;
}

/** Nobody was made with it: it can be used. */
export async function returnInvite(db: Database, { id }: TakenInvite): Promise<void> {
  await db.query(`UPDATE "Invite" SET "usedAt" = NULL WHERE id = $1 AND "usedById" IS NULL`, [id]);
}

/** Tells who came by it, and gives them the role that it names. */
export async function redeemInvite(db: Database, { id, role }: TakenInvite, userId: string): Promise<void> {
  await db.query(
    `WITH used AS (UPDATE "Invite" SET "usedById" = $2 WHERE id = $1)
     UPDATE "User" SET role = $3::"UserRole" WHERE id = $2 AND role = 'user' AND $3 <> 'user'`,
    [id, userId, role],
  );
}
