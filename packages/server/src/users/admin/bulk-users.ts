import type { BulkUsers, ErrorReason } from "@chat/contract";
import { requireFreshProof } from "../../auth/step-up.ts";
import { writeAudit } from "../../audit/write-audit.ts";
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
}

/** Does the same with many people, one after the other, each answered and each in the audit log by itself. Errors: FORBIDDEN (roles are an admin's), STEP_UP_REQUIRED (with roles). */
export async function bulkUsers(
  services: Services,
  caller: Caller,
  input: BulkUsers,
  requestId: string,
): Promise<{ items: BulkAnswer[] }> {
  if (input.action === "setRole") {
    if (caller.role !== "admin") throw new ChatError("FORBIDDEN");
    await requireFreshProof(services.db, caller);
  }
  const items: BulkAnswer[] = [];
  for (const userId of new Set(input.userIds)) {
    const reason = await tryOne(services, caller, input, userId);
    const role = input.role === undefined ? {} : { role: input.role };
    await services.db.transaction((tx) =>
      writeAudit(tx, {
        actorId: caller.userId,
        action: `admin.user.${input.action}`,
        targetType: "user",
        targetId: userId,
        detail: { userId, ...role, isBulk: true, outcome: reason },
        requestId,
      }),
    );
    items.push({ userId, reason });
  }
  return { items };
}

async function tryOne(services: Services, caller: Caller, input: BulkUsers, userId: string): Promise<BulkAnswer["reason"]> {
  try {
    switch (input.action) {
      case "deactivate":
        await deactivateUser(services, caller, { userId });
        break;
      case "reactivate":
        await reactivateUser(services, caller, { userId });
        break;
      case "signOut":
        await signOutUser(services, caller, { userId });
        break;
      case "setRole":
        await setUserRole(services, caller, { userId, role: input.role ?? "user" });
    }
    return "ok";
  } catch (error) {
    if (error instanceof ChatError && error.reason !== "INTERNAL") return error.reason;
    throw error;
  }
}
