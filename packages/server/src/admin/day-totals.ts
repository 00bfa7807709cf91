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

// All days that are asked for in one pass over their messages; those that are over are kept.
const countSql = `WITH asked AS (SELECT unnest($1::date[]) AS day),
  counted AS MATERIALIZED (
    SELECT (m."createdAt" AT TIME ZONE 'UTC')::date AS day, m."channelId", count(*)::int AS messages FROM "Message" m
    WHERE m."createdAt" >= $2::date::timestamp AT TIME ZONE 'UTC' AND m.kind <> 'system' GROUP BY 1, 2),
  ranked AS (SELECT n.day, c."rootId" AS id, sum(n.messages)::int AS messages,
      row_number() OVER (PARTITION BY n.day ORDER BY sum(n.messages) DESC, c."rootId") AS place
    FROM counted n JOIN "Channel" c ON c.id = n."channelId" JOIN "Channel" root ON root.id = c."rootId" AND root.type = 'group' GROUP BY 1, 2),
  written AS (SELECT day, sum(messages)::int AS messages FROM counted GROUP BY 1),
  busy AS (SELECT day, jsonb_object_agg(id, messages) AS busiest FROM ranked WHERE place <= 100 GROUP BY 1),
  here AS (SELECT day, count(*)::int AS active FROM "ActiveDay" WHERE day >= $2::date GROUP BY 1),
  totals AS (SELECT d.day, coalesce(w.messages, 0) AS messages, coalesce(h.active, 0) AS active, coalesce(b.busiest, '{}') AS busiest
    FROM asked d LEFT JOIN written w USING (day) LEFT JOIN here h USING (day) LEFT JOIN busy b USING (day)),
  kept AS (INSERT INTO "DayTotal" (day, messages, active, busiest)
    SELECT day, messages, active, busiest FROM totals WHERE day < ((now() - interval '10 minutes') AT TIME ZONE 'UTC')::date
    ON CONFLICT DO NOTHING)
  SELECT to_char(day, 'YYYY-MM-DD') AS day, messages, active, busiest FROM totals`;

/**
 * The last `count` days, none left out, the oldest first. A day that is over is counted once and kept, which takes a second or two of a large site;
 * `startKeepingDays` does it before anybody waits for it.
 */
export async function dayTotals(db: Database, count: number): Promise<DayTotal[]> {
  const rows = await db.query<DayTotal & { isKept: boolean }>(
    `SELECT to_char(d.day, 'YYYY-MM-DD') AS day, t.day IS NOT NULL AS "isKept", coalesce(t.messages, 0) AS messages,
       coalesce(t.active, 0) AS active, coalesce(t.busiest, '{}') AS busiest
     FROM generate_series((now() AT TIME ZONE 'UTC')::date - ($1::int - 1), (now() AT TIME ZONE 'UTC')::date, interval '1 day') AS d(day)
     LEFT JOIN "DayTotal" t ON t.day = d.day::date ORDER BY d.day`,
    [count],
  );
  const missing = rows.flatMap(({ day, isKept }) => (isKept ? [] : [day]));
  const counted = await db.query<DayTotal>(countSql, [missing, missing[0]]);
  const byDay = new Map(counted.map((total) => [total.day, total]));
  return rows.map(({ day, messages, active, busiest }) => byDay.get(day) ?? { day, messages, active, busiest });
}
