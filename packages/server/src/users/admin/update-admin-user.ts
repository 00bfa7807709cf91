import type { AdminUser, UpdateAdminUser } from "@chat/contract";
import { requireFreshProof } from "../../auth/step-up.ts";
import { ChatError } from "../../chat-error.ts";
import type { Caller } from "../../context.ts";
import type { Services } from "../../services.ts";
import { publishUser } from "../publish-user.ts";
import { toUserRef, type UserRow } from "../record.ts";
import { requireBelow } from "../staff-policy.ts";
import { getAdminUser } from "./get-admin-user.ts";

/**
 * Gives somebody another name or e-mail. A host product's people are named by their tokens. Errors: NOT_FOUND, FORBIDDEN (staff of the same or a
 * higher rank, a host's or an erased person, an e-mail by a moderator), STEP_UP_REQUIRED (with an e-mail), INVALID_INPUT (the e-mail is somebody
 * else's).
 */
export async function updateAdminUser(services: Services, caller: Caller, input: UpdateAdminUser): Promise<AdminUser> {
  const { userId, name, email } = input;
  const row = await services.db.transaction(async (tx) => {
    const person = await requireBelow(tx, caller, userId);
    if (person.issuer !== "local")
      throw new ChatError("FORBIDDEN", { message: "The product that this person comes from names them." });
    if (email !== undefined && caller.role !== "admin")
      throw new ChatError("FORBIDDEN", { message: "Only an admin may change what somebody signs in with." });
    if (email !== undefined) {
      await requireFreshProof(tx, caller);
      await requireFreeEmail(tx, email, userId);
    }
    const [after] = await tx.query<UserRow>(
      `UPDATE "User" u SET name = coalesce($2, u.name), email = coalesce($3, u.email), version = u.version + 1, "updatedAt" = now(),
         "emailVerified" = u."emailVerified" AND coalesce($3 = u.email, true)
       WHERE u.id = $1 RETURNING u.*`,
      [userId, name ?? null, email ?? null],
    );
    return after;
  });
  if (row === undefined) throw new ChatError("NOT_FOUND");
  await publishUser(services, toUserRef(row));
  return getAdminUser(services, { userId });
}

/** Errors: INVALID_INPUT. */
export async function requireFreeEmail(
  db: { query<T>(text: string, values?: readonly unknown[]): Promise<T[]> },
  email: string,
  userId: string | null,
): Promise<void> {
  const taken = await db.query(`SELECT 1 FROM "User" WHERE email = $1 AND id IS DISTINCT FROM $2`, [email, userId]);
  if (taken.length > 0) throw new ChatError("INVALID_INPUT", { message: "Somebody else has this e-mail." });
}
