import type { AdminUserIdInput } from "@chat/contract";
import type { Transaction } from "@chat/db";
import { ChatError } from "../../chat-error.ts";
import type { Caller } from "../../context.ts";
import type { Services } from "../../services.ts";
import { requireBelow, requireOtherAdmin, requireProofAgainstStaff } from "../staff-policy.ts";

/** What came of it; `isChanged` is false where they were so already. */
interface Answered {
  readonly userId: string;
  readonly isChanged: boolean;
}

/**
 * Shuts somebody out: their sessions and sockets end at once, on every node. A second time changes nothing. Errors: NOT_FOUND, FORBIDDEN,
 * LAST_ADMIN, STEP_UP_REQUIRED (staff).
 */
export async function deactivateUser(services: Services, caller: Caller, { userId }: AdminUserIdInput): Promise<Answered> {
  const isChanged = await services.db.transaction(async (tx) => {
    const person = await requireBelow(tx, caller, userId);
    await requireProofAgainstStaff(tx, caller, person);
    if (person.role === "admin") await requireOtherAdmin(tx, userId);
    return shutOut(tx, userId);
  });
  services.hub.closePeople([userId]);
  return { userId, isChanged };
}

/** False where they were shut out already. */
export async function shutOut(tx: Transaction, userId: string): Promise<boolean> {
  const changed = await tx.query(
    `UPDATE "User" SET "deactivatedAt" = now(), "updatedAt" = now() WHERE id = $1 AND "deactivatedAt" IS NULL RETURNING id`,
    [userId],
  );
  await tx.query(`DELETE FROM "Session" WHERE "userId" = $1`, [userId]);
  return changed.length > 0;
}

/** Lets somebody in again. Errors: NOT_FOUND, FORBIDDEN (an erased person, who has nothing to sign in with). */
export async function reactivateUser({ db }: Services, caller: Caller, { userId }: AdminUserIdInput): Promise<Answered> {
  const isChanged = await db.transaction(async (tx) => {
    const person = await requireBelow(tx, caller, userId);
    if (person.issuer === "erased") throw new ChatError("FORBIDDEN", { message: "This person was erased." });
    const changed = await tx.query(
      `UPDATE "User" SET "deactivatedAt" = NULL, "updatedAt" = now() WHERE id = $1 AND "deactivatedAt" IS NOT NULL RETURNING id`,
      [userId],
    );
    return changed.length > 0;
  });
  return { userId, isChanged };
}
