import type { Appeal, DecideAppeal } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { bringBack, overturnDecision } from "../reports/overturn-decision.ts";
import { liftNow, lockSanction } from "../sanctions/change-sanction.ts";
import type { Services } from "../services.ts";
import { requireBelow } from "../users/staff-policy.ts";
import { getAppeal } from "./list-appeals.ts";

/**
 * Answers an appeal, by another moderator or admin than the one who made the sanction; the person reads the answer. What is lifted ends at once, and
 * the message that was deleted with it comes back.
 * Errors: NOT_FOUND, FORBIDDEN (one's own sanction or appeal, or for a moderator one of the staff), CASE_RESOLVED (decided already).
 */
export async function decideAppeal(services: Services, caller: Caller, input: DecideAppeal): Promise<Appeal> {
  const { db, hub } = services;
  const { appealId, decision, answer } = input;
  const { decided, messageId } = await db.transaction(async (tx) => {
    const { sanction, user } = await getAppeal(tx, caller, { appealId });
    if (user.id === caller.userId)
      throw new ChatError("FORBIDDEN", { message: "This is your own appeal: another moderator decides it." });
    if (sanction.by?.id === caller.userId)
      throw new ChatError("FORBIDDEN", { message: "You made this decision: another moderator or an admin looks at the appeal." });
    await requireBelow(tx, caller, user.id);
    await lockSanction(tx, sanction.id);
    // Again, now that nobody else decides it or lifts the sanction.
    const { state } = await getAppeal(tx, caller, { appealId });
    if (state !== "open") throw new ChatError("CASE_RESOLVED", { message: "This appeal was decided already." });
    const isLifted = decision === "lift";
    await tx.query(`UPDATE "Appeal" SET state = $2, answer = $3, "decidedAt" = now(), "decidedById" = $4 WHERE id = $1`, [
      appealId,
      isLifted ? "lifted" : "upheld",
      answer,
      caller.userId,
    ]);
    if (isLifted) await liftNow(tx, sanction.id, caller.userId);
    const overturned = isLifted ? await overturnDecision(tx, sanction.id) : null;
    return { decided: await getAppeal(tx, caller, { appealId }), messageId: overturned };
  });
  hub.publishRights([decided.user.id]);
  if (messageId !== null) await bringBack(services, messageId);
  return decided;
}
