import type { Queryable } from "@chat/db";
import { bannedSql } from "../auth/may-call.ts";
import { requireFreshProof } from "../auth/step-up.ts";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";

const ranks = { user: 0, moderator: 1, admin: 2 } as const;

export interface Subordinate {
  readonly id: string;
  readonly name: string;
  readonly role: keyof typeof ranks;
  readonly issuer: string;
}

/**
 * Somebody whom the caller may act upon: not themselves, and for a moderator no staff; an admin may act upon everybody else. The row stays locked
 * until the transaction ends. Errors: NOT_FOUND, FORBIDDEN.
 */
export async function requireBelow(tx: Queryable, caller: Pick<Caller, "userId" | "role">, userId: string): Promise<Subordinate> {
  const [person] = await tx.query<Subordinate>(`SELECT id, name, role, issuer FROM "User" WHERE id = $1 FOR NO KEY UPDATE`, [
    userId,
  ]);
  if (person === undefined) throw new ChatError("NOT_FOUND");
  if (userId === caller.userId) throw new ChatError("FORBIDDEN", { message: "You cannot do this to yourself." });
  if (caller.role !== "admin" && ranks[person.role] >= ranks[caller.role])
    throw new ChatError("FORBIDDEN", { message: `${person.name} is staff: only an admin may do this.` });
  return person;
}

/** What is grave where it is done to one of the staff: it needs the password once more. Errors: STEP_UP_REQUIRED. */
export async function requireProofAgainstStaff(tx: Queryable, caller: Caller, { role }: Subordinate): Promise<void> {
  if (role !== "user") await requireFreshProof(tx, caller);
}

/** Held until the transaction ends, so that of two who take an admin away at once the second sees what the first did. */
const adminLock = 7_240_119;

/**
 * Refuses to take the last admin away who can sign in: call it in the transaction that demotes, deactivates, bans or erases an admin.
 * Errors: LAST_ADMIN.
 */
export async function requireOtherAdmin(tx: Queryable, userId: string): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock($1)", [adminLock]);
  // A statement of its own: its snapshot must be younger than the lock.
  const others = await tx.query(
    `SELECT 1 FROM "User" u WHERE u.role = 'admin' AND u.id <> $1 AND u."deactivatedAt" IS NULL AND NOT ${bannedSql} LIMIT 1`,
    [userId],
  );
  if (others.length === 0) throw new ChatError("LAST_ADMIN");
}
