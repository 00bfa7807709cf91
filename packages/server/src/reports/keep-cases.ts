import { removeMessage, setHidden } from "../messages/set-hidden.ts";
import type { Services } from "../services.ts";
import { bringBack } from "./overturn-decision.ts";

/** Decisions whose time to be undone is over, and whose message is to be deleted now. */
const dueSql = `SELECT d.id, d."byId", k.id AS "caseId", k."messageId" FROM "CaseDecision" d JOIN "ReportCase" k ON k.id = d."caseId"
  WHERE d."deletesAt" <= now() AND d."deletedAt" IS NULL AND d."undoneAt" IS NULL ORDER BY d."deletesAt" LIMIT 100`;

/** Messages that are shown though a case hides them, or hidden though none does: a node went down between the case and its message. */
const strayedSql = `SELECT m.id, true AS "isHidden" FROM "ReportCase" k JOIN "Message" m ON m.id = k."messageId"
    WHERE k."isHidden" AND m."hiddenAt" IS NULL AND m."deletedAt" IS NULL
  UNION ALL SELECT m.id, false FROM "Message" m WHERE m."hiddenAt" IS NOT NULL AND m."deletedAt" IS NULL
    AND EXISTS (SELECT FROM "ReportCase" k WHERE k."messageId" = m.id)
    AND NOT EXISTS (SELECT FROM "ReportCase" k WHERE k."messageId" = m.id AND k."isHidden")
  LIMIT 100`;

/**
 * Deletes messages once their decisions can be undone no more, brings back those of decisions that did not hold, and brings messages into line with
 * their cases. Each node looks every `sweepMs`; what two of them do at once is done once.
 */
export function startKeepingCases(services: Services): { stop(): Promise<void> } {
  const { log, moderation } = services;
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= sweep(services)
      .catch((error: unknown) => log.warn({ err: error }, "messages could not be brought into line with their cases"))
      .finally(() => (running = null));
  }, moderation.sweepMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

async function sweep(services: Services): Promise<void> {
  const { db } = services;
  const due = await db.query<{ id: string; byId: string; caseId: string; messageId: string | null }>(dueSql);
  for (const { id, byId, caseId, messageId } of due) {
    if (messageId !== null) await removeMessage(services, messageId, byId);
    await db.query(`UPDATE "CaseDecision" SET "deletedAt" = now() WHERE id = $1`, [id]);
    await db.query(`UPDATE "ReportCase" SET "isHidden" = false WHERE id = $1 AND state = 'resolved'`, [caseId]);
  }
  await bringBack(services, null);
  const strayed = await db.query<{ id: string; isHidden: boolean }>(strayedSql);
  for (const { id, isHidden } of strayed) await setHidden(services, id, isHidden);
}
