import type { listCasesInput, ReportCase } from "@chat/contract";
import type { Database } from "@chat/db";
import type { z } from "zod";
import { containsPattern } from "../contains-pattern.ts";
import type { Caller } from "../context.ts";
import { aboutOtherSql } from "./case-policy.ts";
import { caseColumns, caseJoins, toCase, type CaseRow } from "./case-record.ts";
import { readPageCursor, writePageCursor } from "./page-cursor.ts";

export interface CasesPage {
  readonly items: ReportCase[];
  readonly cursor: string | null;
  /** Of each state, whatever the filter. */
  readonly counts: CaseCounts;
}

export interface CaseCounts {
  readonly open: number;
  readonly assigned: number;
  readonly resolved: number;
}

/** The page is picked before anything is joined. Names and texts are looked up case by case: by EXISTS the planner would search all people for them. */
const listSql = (before: string, order: string) => `SELECT ${caseColumns} FROM (
  SELECT k.* FROM "ReportCase" k
  WHERE k.state = $1::"CaseState" AND ($2::uuid IS NULL OR k."assigneeId" = $2) AND ($3::int IS NULL OR k.priority = $3)
    AND ($4::"ReportTarget" IS NULL OR k.target = $4) AND ($5::uuid IS NULL OR k."userId" = $5)
    AND ($6::text IS NULL OR EXISTS (SELECT FROM "Report" r WHERE r."caseId" = k.id AND r.reason = $6))
    AND ($7::text IS NULL OR (SELECT u.name FROM "User" u WHERE u.id = k."userId") ILIKE $7
      OR (SELECT m.text FROM "Message" m WHERE m.id = k."messageId") ILIKE $7
      OR EXISTS (SELECT FROM "Report" r WHERE r."caseId" = k.id AND (r.text ILIKE $7 OR r.comment ILIKE $7)))
    AND ${aboutOtherSql("$12")} AND ($8::timestamptz IS NULL OR ${before})
  ORDER BY ${order} LIMIT $11
) k ${caseJoins} ORDER BY ${order}`;

const waitingSql = listSql(
  `k.priority < $10::int OR (k.priority = $10 AND (k."dueAt", k.id) > ($8, $9::uuid))`,
  `k.priority DESC, k."dueAt", k.id`,
);
const resolvedSql = listSql(`$10::int IS NOT NULL AND (k."resolvedAt", k.id) < ($8, $9::uuid)`, `k."resolvedAt" DESC, k.id DESC`);

/** A page of the queue: undecided cases by priority, then by due time; decided ones the latest first; without those about the caller. Errors: INVALID_INPUT for a cursor. */
export async function listCases(db: Database, caller: Caller, input: z.output<typeof listCasesInput>): Promise<CasesPage> {
  const { state, limit } = input;
  const after = readPageCursor(input.cursor);
  const [rows, counts] = await Promise.all([
    db.query<CaseRow>(state === "resolved" ? resolvedSql : waitingSql, [
      state,
      input.assigneeId ?? null,
      input.priority ?? null,
      input.target ?? null,
      input.userId ?? null,
      input.reason ?? null,
      input.text ? containsPattern(input.text) : null,
      after?.at ?? null,
      after?.id ?? null,
      after?.rank ?? 0,
      limit + 1,
      caller.userId,
    ]),
    countCases(db, caller),
  ]);
  const items = rows.slice(0, limit).map(toCase);
  const last = items.at(-1);
  const at = state === "resolved" ? last?.resolvedAt : last?.dueAt;
  return { items, cursor: rows.length > limit && last && at ? writePageCursor(at, last.id, last.priority) : null, counts };
}

async function countCases(db: Database, caller: Caller): Promise<CaseCounts> {
  const rows = await db.query<{ state: keyof CaseCounts; count: number }>(
    `SELECT k.state, count(*)::int AS count FROM "ReportCase" k WHERE ${aboutOtherSql("$1")} GROUP BY k.state`,
    [caller.userId],
  );
  const none = { open: 0, assigned: 0, resolved: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

export interface QueuePulse {
  /** Another one than before: something in the queue changed. */
  readonly stamp: string;
  readonly waiting: number;
}

/** Cheap enough to be asked every two seconds by every open console. */
export async function readPulse(db: Database, caller: Caller): Promise<QueuePulse> {
  const [row] = await db.query<QueuePulse>(
    `SELECT count(*)::int AS waiting, concat_ws('-', count(*), sum(k.version),
       (SELECT max(k."resolvedAt") FROM "ReportCase" k WHERE ${aboutOtherSql("$1")}),
       count(*) FILTER (WHERE k."heldUntil" > now())) AS stamp
     FROM "ReportCase" k WHERE k.state <> 'resolved' AND ${aboutOtherSql("$1")}`,
    [caller.userId],
  );
  return row ?? { stamp: "", waiting: 0 };
}
