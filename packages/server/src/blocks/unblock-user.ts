import type { BlockUser } from "@chat/contract";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { resolveUserId } from "../users/policy.ts";
import { showPresence } from "./show-presence.ts";

/** Ends the caller's own block of a person; the other's of the caller stays. Who is not blocked stays so, and nobody learns who exists. */
export async function unblockUser(services: Services, caller: Caller, { userId }: BlockUser): Promise<void> {
  const peerId = await resolveUserId(services, caller, userId);
  const ended = await services.db.query(`DELETE FROM "Block" WHERE "userId" = $1 AND "blockedId" = $2 RETURNING "blockedId"`, [
    caller.userId,
    peerId,
  ]);
  if (ended.length === 0) return;
  services.hub.publishToPerson(caller.userId, { type: "blocks" });
  await showPresence(services, caller.userId, peerId);
}
