import type { Queryable } from "@chat/db";
import { v7 as uuidv7 } from "uuid";
import type { ModerationRules } from "./moderation-rules.ts";
import { rankCase } from "./rank-case.ts";

/** What is reported, by whom and why. */
export interface NewReport {
  readonly target: "message" | "user";
  /** The person concerned: of a message its author. */
  readonly userId: string;
  readonly messageId: string | null;
  readonly channelId: string | null;
  readonly reporterId: string;
  readonly reason: string;
  readonly comment: string;
  /** What the message says now. */
  readonly text: string;
  /** Hide the message until the case is decided, however few report it. */
  readonly hide?: boolean;
  /** Or once so many people report it; 0 never. */
  readonly hideAt?: number;
}

export interface FiledReport {
  readonly reportId: string;
  readonly caseId: string;
  /** The message is to be hidden now, and was not before: by `setHidden`, once the transaction is over. */
  readonly hides: boolean;
}

interface CaseRow {
  readonly id: string;
  readonly isHidden: boolean;
}

/**
 * Puts a report into the one unresolved case of its target, and makes that where there is none; its priority and due time follow from all its
 * reports.
 */
export async function fileReport(tx: Queryable, rules: ModerationRules, report: NewReport): Promise<FiledReport> {
  const found = await openCase(tx, rules, report);
  const reportId = uuidv7();
  const [added] = await tx.query<{ id: string }>(
    `INSERT INTO "Report" (id, "caseId", "reporterId", reason, comment, text) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT ("caseId", "reporterId") DO NOTHING RETURNING id`,
    [reportId, found.id, report.reporterId, report.reason, report.comment, report.text],
  );
  const { hide = false, hideAt = 0 } = report;
  const mayHide = report.messageId !== null && !found.isHidden;
  if (added === undefined) {
    const [first] = await tx.query<{ id: string }>(`SELECT id FROM "Report" WHERE "caseId" = $1 AND "reporterId" = $2`, [
      found.id,
      report.reporterId,
    ]);
    const hides = mayHide && hide;
    if (hides) await tx.query(`UPDATE "ReportCase" SET "isHidden" = true, version = version + 1 WHERE id = $1`, [found.id]);
    return { reportId: first?.id ?? reportId, caseId: found.id, hides };
  }
  const reports = await tx.query<{ reason: string; reporterId: string | null }>(
    `SELECT reason, "reporterId" FROM "Report" WHERE "caseId" = $1`,
    [found.id],
  );
  const priority = rankCase(reports.map(({ reason }) => reason));
  const people = reports.filter(({ reporterId }) => reporterId !== null).length;
  const hides = mayHide && (hide || (hideAt > 0 && people >= hideAt));
  await tx.query(
    `UPDATE "ReportCase" SET "reportCount" = $2, priority = GREATEST(priority, $3), "isHidden" = "isHidden" OR $4,
       "dueAt" = LEAST("dueAt", "createdAt" + $5::int * interval '1 millisecond'), "lastReportedAt" = now(), version = version + 1
     WHERE id = $1`,
    [found.id, reports.length, priority, hides, dueMsOf(rules, priority)],
  );
  return { reportId, caseId: found.id, hides };
}

/** The target's unresolved case, locked. */
async function openCase(tx: Queryable, rules: ModerationRules, report: NewReport): Promise<CaseRow> {
  const { target, userId, messageId, channelId } = report;
  // One that was resolved between the two statements makes room for a new one.
  for (let tries = 0; tries < 5; tries += 1) {
    await tx.query(
      `INSERT INTO "ReportCase" (id, target, "userId", "messageId", "channelId", "dueAt")
       VALUES ($1, $2, $3, $4, $5, now() + $6::int * interval '1 millisecond') ON CONFLICT DO NOTHING`,
      [uuidv7(), target, userId, messageId, channelId, rules.dueMs],
    );
    const [row] = await tx.query<CaseRow>(
      `SELECT id, "isHidden" FROM "ReportCase" WHERE target = $1 AND "userId" = $2 AND "messageId" IS NOT DISTINCT FROM $3
         AND "resolvedAt" IS NULL FOR NO KEY UPDATE`,
      [target, userId, messageId],
    );
    if (row !== undefined) return row;
  }
  throw new Error("A case of a report could not be opened.");
}

export function dueMsOf(rules: ModerationRules, priority: number): number {
  return priority >= 2 ? rules.urgentDueMs : rules.dueMs;
}
