import type { AdminUserIdInput } from "@chat/contract";
import type { Transaction } from "@chat/db";
import { ChatError } from "../../chat-error.ts";
import type { Caller } from "../../context.ts";
import type { Services } from "../../services.ts";
import { requireBelow, requireOtherAdmin, requireProofAgainstStaff } from "../staff-policy.ts";

/**
 * Shuts somebody out: their sessions and sockets end at once, on every node. A second time changes nothing. Errors: NOT_FOUND, FORBIDDEN,
 * LAST_ADMIN, STEP_UP_REQUIRED (staff).
 */
export async function deactivateUser(
  services: Services,
  caller: Caller,
  { userId }: AdminUserIdInput,
): Promise<{ userId: string }> {
  await services.db.transaction(async (tx) => {
    const person = await requireBelow(tx, caller, userId);
    await requireProofAgainstStaff(tx, caller, person);
    if (person.role === "admin") await requireOtherAdmin(tx, userId);
    await shutOut(tx, userId);
  });
  services.hub.closePeople([userId]);
  return { userId };
}

export async function shutOut(tx: Transaction, userId: string): Promise<void> {
  await tx.query(`UPDATE "User" SET "deactivatedAt" = coalesce("deactivatedAt", now()), "updatedAt" = now() WHERE id = $1`, [
    userId,
  ]);
  await tx.query(`DELETE FROM "Session" WHERE "userId" = $1`, [userId]);
}

/** Lets somebody in again. Errors: NOT_FOUND, FORBIDDEN (an erased person, who has nothing to sign in with). */
export async function reactivateUser(
  { db }: Services,
  caller: Caller,
  { userId }: AdminUserIdInput,
): Promise<{ userId: string }> {
  await db.transaction(async (tx) => {
    const person = await requireBelow(tx, caller, userId);
    if (person.issuer === "erased") throw new ChatError("FORBIDDEN", { message: "This person was erased." });
    await tx.query(`UPDATE "User" SET "deactivatedAt" = NULL, "updatedAt" = now() WHERE id = $1`, [userId]);
  });
  return { userId };
}
