import type { AdminUserIdInput } from "@chat/contract";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { requireBelow, requireProofAgainstStaff } from "./staff-policy.ts";

/** Ends all sessions of somebody, and with them their sockets at once. Errors: NOT_FOUND, FORBIDDEN (staff of the same or a higher rank), STEP_UP_REQUIRED (staff). */
export async function signOutUser(services: Services, caller: Caller, { userId }: AdminUserIdInput): Promise<{ ended: number }> {
  const ids = await services.db.transaction(async (tx) => {
    await requireProofAgainstStaff(tx, caller, await requireBelow(tx, caller, userId));
    const rows = await tx.query<{ id: string }>(`DELETE FROM "Session" WHERE "userId" = $1 RETURNING id`, [userId]);
    return rows.map(({ id }) => id);
  });
  if (ids.length > 0) services.hub.closeSessions(ids);
  return { ended: ids.length };
}
