import type { Database } from "@chat/db";
import type { Caller } from "../context.ts";

/** What waits for a moderator: the numbers beside the console's screens. */
export interface AdminCounts {
  /** Cases that are not resolved, without those about who asks. */
  cases: number;
  /** Of them those past their due time. */
  overdue: number;
  appeals: number;
}

export async function readCounts(db: Database, caller: Caller): Promise<AdminCounts> {
  const [row] = await db.query<AdminCounts>(
    `SELECT count(*)::int AS cases, (count(*) FILTER (WHERE "dueAt" < now()))::int AS overdue,
       (SELECT count(*)::int FROM "Appeal" WHERE state = 'open') AS appeals
     FROM "ReportCase" WHERE state <> 'resolved' AND "userId" <> $1`,
    [caller.userId],
  );
  return row ?? { cases: 0, overdue: 0, appeals: 0 };
}
