import type { Database } from "@chat/db";

/** What waits for a moderator: the numbers beside the console's screens. */
export interface AdminCounts {
  /** Cases that are not resolved. */
  cases: number;
  /** Of them those past their due time. */
  overdue: number;
  appeals: number;
}

export async function readCounts(db: Database): Promise<AdminCounts> {
  const [row] = await db.query<AdminCounts>(
    `SELECT (SELECT count(*)::int FROM "ReportCase" WHERE state <> 'resolved') AS cases,
       (SELECT count(*)::int FROM "ReportCase" WHERE state <> 'resolved' AND "dueAt" < now()) AS overdue,
       (SELECT count(*)::int FROM "Appeal" WHERE state = 'open') AS appeals`,
  );
  return row ?? { cases: 0, overdue: 0, appeals: 0 };
}
