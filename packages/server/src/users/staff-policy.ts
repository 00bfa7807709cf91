import type { Queryable } from "@chat/db";
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
