import type { SetUserRole } from "@chat/contract";
import { ChatError } from "../../chat-error.ts";
import type { Caller } from "../../context.ts";
import type { Services } from "../../services.ts";
import { requireBelow, requireOtherAdmin } from "../staff-policy.ts";

/**
 * Makes somebody moderator, admin, or neither; `isChanged` is false where they were so already. Only people of this site can be staff. Errors: NOT_FOUND, FORBIDDEN (oneself, a host's person),
 * LAST_ADMIN.
 */
export async function setUserRole(
  { db }: Services,
  caller: Caller,
  { userId, role }: SetUserRole,
): Promise<{ role: string; isChanged: boolean }> {
  const isChanged = await db.transaction(async (tx) => {
    const person = await requireBelow(tx, caller, userId);
    if (role !== "user" && person.issuer !== "local")
      throw new ChatError("FORBIDDEN", { message: "Only people with an account of this site can be staff." });
    if (person.role === "admin" && role !== "admin") await requireOtherAdmin(tx, userId);
    await tx.query(`UPDATE "User" SET role = $2::"UserRole", "updatedAt" = now() WHERE id = $1`, [userId, role]);
    return person.role !== role;
  });
  return { role, isChanged };
}
