import type { BulkUsers, ErrorReason } from "@chat/contract";
import type { Database } from "@chat/db";
import { requireFreshProof } from "../../auth/step-up.ts";
import { interrupted } from "../../audit/intents.ts";
import { ChatError } from "../../chat-error.ts";
import type { Caller } from "../../context.ts";
import type { Services } from "../../services.ts";
import { signOutUser } from "../sign-out-user.ts";
import { deactivateUser, reactivateUser } from "./deactivate-user.ts";
import { setUserRole } from "./set-user-role.ts";

export interface BulkAnswer {
  readonly userId: string;
  /** "ok", or why not. */
  readonly reason: "ok" | ErrorReason;
  /** False where they were so already, or it was refused: nothing to take back. */
  readonly isChanged: boolean;
}

/**
 * Does the same with many people, one after the other, each answered. Each has an entry of their own in the audit log, where their history is looked
 * for, beside the one that the call has as every call. Errors: FORBIDDEN (roles are an admin's), STEP_UP_REQUIRED (with roles, or for
 * staff who are signed out or deactivated).
 */
export async function bulkUsers(
  services: Services,
  caller: Caller,
  input: BulkUsers,
  requestId: string,
): Promise<{ items: BulkAnswer[] }> {
  if (input.action === "setRole" && caller.role !== "admin") throw new ChatError("FORBIDDEN");
  if (await isGrave(services.db, input)) await requireFreshProof(services.db, caller);
  const items: BulkAnswer[] = [];
  for (const userId of new Set(input.userIds)) {
    const entryOf = (outcome: string) => ({
      actorId: caller.userId,
      action: `admin.user.${input.action}`,
      targetType: "user",
      targetId: userId,
      detail: { userId, ...(input.role !== undefined && { role: input.role }), isBulk: true, outcome },
      requestId,
    });
    const run = () => tryOne(services, caller, input, userId);
    const tried = await services.intents.tell(entryOf(interrupted), run, ({ reason }) => entryOf(reason));
    items.push({ userId, ...tried });
  }
  return { items };
}

/** Whether it needs the password once more: asked for all of them together, before the first. */
async function isGrave(db: Database, { action, userIds }: BulkUsers): Promise<boolean> {
  if (action === "setRole" || action === "reactivate") return action === "setRole";
  return (await db.query(`SELECT FROM "User" WHERE id = ANY($1::uuid[]) AND role <> 'user' LIMIT 1`, [userIds])).length > 0;
}

async function tryOne(
  services: Services,
  caller: Caller,
  input: BulkUsers,
  userId: string,
): Promise<Pick<BulkAnswer, "reason" | "isChanged">> {
  try {
    return { reason: "ok", isChanged: await actOn(services, caller, input, userId) };
  } catch (error) {
    if (error instanceof ChatError && error.reason !== "INTERNAL") return { reason: error.reason, isChanged: false };
    throw error;
  }
}

async function actOn(services: Services, caller: Caller, { action, role = "user" }: BulkUsers, userId: string): Promise<boolean> {
  switch (action) {
    case "deactivate":
      return (await deactivateUser(services, caller, { userId })).isChanged;
    case "reactivate":
      return (await reactivateUser(services, caller, { userId })).isChanged;
    case "signOut":
      return (await signOutUser(services, caller, { userId })).ended > 0;
    case "setRole":
      return (await setUserRole(services, caller, { userId, role })).isChanged;
  }
}
