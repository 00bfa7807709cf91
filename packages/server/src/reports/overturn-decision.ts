import type { Queryable } from "@chat/db";
import { bringBackMessage } from "../messages/bring-back-message.ts";
import { setHidden } from "../messages/set-hidden.ts";
import type { Services } from "../services.ts";

/** SQL of "deleted a message, or is about to" for the decision `d`. */
export const deletesSql = (d: string) => `${d}."deletesAt" IS NOT NULL AND ${d}."undoneAt" IS NULL`;

/**
 * The appeal against a sanction was granted: the message that went with it comes back, by `bringBack` once the transaction is over. Answers it, or
 * null where the decision deleted none.
 */
export async function overturnDecision(tx: Queryable, sanctionId: string): Promise<string | null> {
  const [overturned] = await tx.query<{ messageId: string | null }>(
    `WITH d AS (UPDATE "CaseDecision" d SET "deletesAt" = NULL WHERE d."sanctionId" = $1 AND ${deletesSql("d")} RETURNING d."caseId")
     UPDATE "ReportCase" k SET "isHidden" = false, version = k.version + 1 FROM d WHERE k.id = d."caseId" RETURNING k."messageId"`,
    [sanctionId],
  );
  return overturned?.messageId ?? null;
}

/** Messages of decisions that were overturned after they were deleted. */
const comesBackSql = `SELECT d.id, d."byId", k."messageId" FROM "CaseDecision" d JOIN "ReportCase" k ON k.id = d."caseId"
  WHERE d."deletesAt" IS NULL AND d."deletedAt" IS NOT NULL AND ($1::uuid IS NULL OR k."messageId" = $1) LIMIT 100`;

/** Brings back what is to come back: of one message, or with null all that a node which went down left so. */
export async function bringBack(services: Services, messageId: string | null): Promise<void> {
  const { db } = services;
  const found = await db.query<{ id: string; byId: string; messageId: string | null }>(comesBackSql, [messageId]);
  for (const decision of found) {
    if (decision.messageId !== null) await bringBackMessage(services, decision.messageId, decision.byId);
    await db.query(`UPDATE "CaseDecision" SET "deletedAt" = NULL WHERE id = $1`, [decision.id]);
  }
  if (messageId !== null) await setHidden(services, messageId, false);
}
