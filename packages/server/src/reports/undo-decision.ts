import type { DecisionIdInput, ReportCase } from "@chat/contract";
import type { Transaction } from "@chat/db";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { setHidden } from "../messages/set-hidden.ts";
import { liftNow, winAppeal } from "../sanctions/change-sanction.ts";
import type { Services } from "../services.ts";
import { graceMs, type CaseBefore } from "./act-on-case.ts";
import { loadCase, lockCase } from "./case-policy.ts";

interface DecisionRow {
  readonly id: string;
  readonly caseId: string;
  readonly byId: string;
  readonly sanctionId: string | null;
  readonly before: Omit<CaseBefore, "dueAt"> & { readonly dueAt: string };
  readonly undoneAt: Date | null;
  readonly isLate: boolean;
  /** The case was opened by the deletion itself: in its transaction. */
  readonly isOpener: boolean;
}

const findSql = `SELECT d.id, d."caseId", d."byId", d."sanctionId", d.before, d."undoneAt",
  EXISTS (SELECT FROM "ReportCase" k WHERE k.id = d."caseId" AND k."createdAt" = d."createdAt") AS "isOpener",
  d."createdAt" + $2::int * interval '1 millisecond' < now() OR EXISTS (
    SELECT FROM "CaseDecision" later WHERE later."caseId" = d."caseId" AND later."createdAt" > d."createdAt" AND later."undoneAt" IS NULL
  ) AS "isLate"
  FROM "CaseDecision" d WHERE d.id = $1`;

/**
 * Takes back one's own decision in its first seconds: the case is as it was (resolved where the decision had opened it and nobody else reported the
 * same), the message there again, the sanction lifted. A second time changes nothing. Errors: NOT_FOUND (also about oneself), FORBIDDEN (another's, but for
 * admins), TOO_LATE.
 */
export async function undoDecision(services: Services, caller: Caller, { decisionId }: DecisionIdInput): Promise<ReportCase> {
  const { db, hub } = services;
  const { row, isSanctioned, isHidden } = await db.transaction((tx) => takeBack(services, tx, caller, decisionId));
  if (isSanctioned) hub.publishRights([row.userId]);
  if (row.messageId !== null) await setHidden(services, row.messageId, isHidden);
  return loadCase(db, caller, row.id);
}

async function takeBack({ moderation }: Services, tx: Transaction, caller: Caller, decisionId: string) {
  const values = [decisionId, moderation.undoMs + graceMs];
  const [found] = await tx.query<DecisionRow>(findSql, values);
  if (found === undefined) throw new ChatError("NOT_FOUND");
  const row = await lockCase(tx, caller, found.caseId);
  // Again, now that nobody else changes it.
  const [decision] = await tx.query<DecisionRow>(findSql, values);
  if (decision === undefined) throw new ChatError("NOT_FOUND");
  if (decision.undoneAt !== null) return { row, isSanctioned: false, isHidden: row.isHidden };
  if (decision.byId !== caller.userId && caller.role !== "admin")
    throw new ChatError("FORBIDDEN", { message: "Only who decided may take it back." });
  if (decision.isLate) throw new ChatError("TOO_LATE");
  if (decision.sanctionId !== null) {
    await liftNow(tx, decision.sanctionId, caller.userId);
    // Who appealed in these seconds reads that it was lifted; nobody is asked to decide it any more.
    await winAppeal(tx, decision.sanctionId, caller.userId);
  }
  await tx.query(`UPDATE "CaseDecision" SET "undoneAt" = now() WHERE id = $1`, [decisionId]);
  await joinNewer(tx, found.caseId);
  const { state, priority, isEscalated, isHidden, assigneeId, dueAt } = decision.before;
  await tx.query(
    `UPDATE "ReportCase" SET state = $2, "resolvedAt" = NULL, "resolvedById" = NULL, resolution = NULL, priority = $3, "isEscalated" = $4,
       "isHidden" = $5, "assigneeId" = $6, "dueAt" = $7, version = version + 1,
       "reportCount" = (SELECT count(*) FROM "Report" r WHERE r."caseId" = $1) WHERE id = $1`,
    [found.caseId, state, priority, isEscalated, isHidden, assigneeId, dueAt],
  );
  if (decision.isOpener)
    await tx.query(
      `UPDATE "ReportCase" SET state = 'resolved', "resolvedAt" = now(), "resolvedById" = $2, resolution = 'dismiss' WHERE id = $1 AND "reportCount" = 1`,
      [found.caseId, decision.byId],
    );
  return { row, isSanctioned: decision.sanctionId !== null, isHidden };
}

/** Who reported the same in the meantime opened a case anew: its reports join the one that is open again, since a target has one. */
async function joinNewer(tx: Transaction, caseId: string): Promise<void> {
  const [newer] = await tx.query<{ id: string }>(
    `SELECT n.id FROM "ReportCase" k JOIN "ReportCase" n ON n.id <> k.id AND n.target = k.target AND n."userId" = k."userId"
       AND n."messageId" IS NOT DISTINCT FROM k."messageId" AND n."resolvedAt" IS NULL WHERE k.id = $1 FOR NO KEY UPDATE OF n`,
    [caseId],
  );
  if (newer === undefined) return;
  await tx.query(
    `UPDATE "Report" r SET "caseId" = $1 WHERE r."caseId" = $2 AND NOT EXISTS (
       SELECT FROM "Report" same WHERE same."caseId" = $1 AND same."reporterId" = r."reporterId")`,
    [caseId, newer.id],
  );
  await tx.query(
    `UPDATE "ReportCase" SET state = 'resolved', "resolvedAt" = now(), resolution = 'merge', "isHidden" = false, version = version + 1 WHERE id = $1`,
    [newer.id],
  );
}
