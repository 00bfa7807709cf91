import type { Database } from "@chat/db";

/** What one day (UTC) was like. */
export interface DayTotal {
  /** `2026-11-24` */
  readonly day: string;
  readonly messages: number;
  /** People who were here. */
  readonly active: number;
  /** Messages of the hundred busiest groups by their ids, threads counted with their group. */
  readonly busiest: Readonly<Record<string, number>>;
}

// A day's messages lie together, and are found by a few pages of the index of their times.
const countSql = `WITH counted AS MATERIALIZED (
    SELECT m."channelId", count(*)::int AS messages FROM "Message" m WHERE m."createdAt" >= $1::date::timestamp AT TIME ZONE 'UTC'
      AND m."createdAt" < ($1::date + 1)::timestamp AT TIME ZONE 'UTC' AND m.kind <> 'system' GROUP BY 1),
  busy AS (SELECT c."rootId" AS id, sum(n.messages)::int AS messages FROM counted n JOIN "Channel" c ON c.id = n."channelId"
    JOIN "Channel" root ON root.id = c."rootId" AND root.type = 'group' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100),
  counts AS (SELECT $1::date AS day, (SELECT coalesce(sum(messages), 0)::int FROM counted) AS messages,
    (SELECT count(*)::int FROM "ActiveDay" a WHERE a.day = $1::date) AS active,
    (SELECT coalesce(jsonb_object_agg(id, messages), '{}') FROM busy) AS busiest)`;
const columns = `to_char(day, 'YYYY-MM-DD') AS day, messages, active, busiest`;

/**
 * The last `count` days, none left out, the oldest first. A day that is over is counted once and kept; whoever asks for a long range first waits
 * for it, a few hundredths of a second a day.
 */
export async function dayTotals(db: Database, count: number): Promise<DayTotal[]> {
  const asked = await db.query<{ day: string; isOver: boolean; total: DayTotal | null }>(
    `SELECT to_char(d.day, 'YYYY-MM-DD') AS day, d.day < ((now() - interval '10 minutes') AT TIME ZONE 'UTC')::date AS "isOver",
       CASE WHEN t.day IS NOT NULL THEN to_jsonb(t) END AS total
     FROM generate_series((now() AT TIME ZONE 'UTC')::date - ($1::int - 1), (now() AT TIME ZONE 'UTC')::date, interval '1 day') AS d(day)
     LEFT JOIN "DayTotal" t ON t.day = d.day::date ORDER BY d.day`,
    [count],
  );
  const totals: DayTotal[] = [];
  for (const { day, isOver, total } of asked) totals.push(total ?? (await countDay(db, day, isOver)));
  return totals;
}

async function countDay(db: Database, day: string, isOver: boolean): Promise<DayTotal> {
  const sql = isOver
    ? `${countSql}, kept AS (INSERT INTO "DayTotal" SELECT * FROM counts ON CONFLICT DO NOTHING) SELECT ${columns} FROM counts`
    : `${countSql} SELECT ${columns} FROM counts`;
  const [row] = await db.query<DayTotal>(sql, [day]);
  if (row === undefined) throw new Error("A day was counted without an answer.");
  return row;
}
