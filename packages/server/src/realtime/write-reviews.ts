/** A message that a rule holds, as the moderators' queue gets it. */
export interface Review {
  readonly caseId: string;
  readonly reportId: string;
  readonly userId: string;
  readonly messageId: string;
  readonly channelId: string;
  readonly ruleId: string | null;
  readonly comment: string;
  readonly text: string;
  /** Milliseconds within which it should be decided. */
  readonly dueMs: number;
}

const rowsOf = (
  p: string,
) => `jsonb_to_recordset(${p}::jsonb) AS x("caseId" uuid, "reportId" uuid, "userId" uuid, "messageId" uuid, "channelId" uuid,
  "ruleId" uuid, comment text, text text, "dueMs" int)`;

/** Parts of a statement: a report by the rule, in the message's one unresolved case, which is made where there is none. */
export const reviewParts = (p: string): string[] => [
  `cases AS (INSERT INTO "ReportCase" (id, target, "userId", "messageId", "channelId", "dueAt", "reportCount", "isHidden")
    SELECT "caseId", 'message'::"ReportTarget", "userId", "messageId", "channelId", now() + "dueMs" * interval '1 millisecond', 1, true FROM ${rowsOf(p)}
    ON CONFLICT ("messageId") WHERE target = 'message' AND "resolvedAt" IS NULL DO UPDATE SET "isHidden" = true,
      "reportCount" = "ReportCase"."reportCount" + 1, "lastReportedAt" = now(), version = "ReportCase".version + 1
    RETURNING id, "messageId")`,
  `reports AS (INSERT INTO "Report" (id, "caseId", "ruleId", reason, comment, text)
    SELECT x."reportId", cases.id, x."ruleId", 'other', x.comment, x.text FROM ${rowsOf(p)} JOIN cases ON cases."messageId" = x."messageId")`,
];
