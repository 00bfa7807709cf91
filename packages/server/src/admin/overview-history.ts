import type { OverviewHistory, overviewChartInput } from "@chat/contract";
import type { Database } from "@chat/db";
import type { z } from "zod";
import { toMoment } from "../users/record.ts";
import { dayTotals } from "./day-totals.ts";
import { remember } from "./remember.ts";

type Range = z.output<typeof overviewChartInput>["range"];
type Point = OverviewHistory["points"][number];

const minute = 60_000;
const days = { "7d": 7, "30d": 30, "90d": 90 } as const;
/** How many groups are told. */
const busiestCount = 10;

/** What was written, who was here and what was reported over a range; up to a minute old. */
export const overviewHistory = remember(minute, (db, range: Range) =>
  range === "24h" ? readHours(db) : readDays(db, days[range]),
);

async function readDays(db: Database, count: number): Promise<OverviewHistory> {
  const totals = await dayTotals(db, count);
  const reports = await db.query<{ day: string; reports: number }>(
    `SELECT to_char(r."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::int AS reports FROM "Report" r
     WHERE r."createdAt" >= $1::date::timestamp AT TIME ZONE 'UTC' GROUP BY 1`,
    [totals[0]?.day],
  );
  const reportsOf = new Map(reports.map((row) => [row.day, row.reports]));
  const byGroup = new Map<string, number>();
  for (const { busiest } of totals)
    for (const [id, messages] of Object.entries(busiest)) byGroup.set(id, (byGroup.get(id) ?? 0) + messages);
  return {
    points: totals.map(({ day, messages, active }) => ({
      at: `${day}T00:00:00.000Z`,
      messages,
      active,
      reports: reportsOf.get(day) ?? 0,
    })),
    busiest: await nameBusiest(db, byGroup),
  };
}

const hour = (moment: string) => `date_trunc('hour', ${moment} AT TIME ZONE 'UTC')`;
const since = `${hour("now()")} - interval '23 hours'`;
const hoursSql = `WITH recent AS MATERIALIZED (
    SELECT ${hour(`m."createdAt"`)} AS at, m."channelId", m."authorId" FROM "Message" m
    WHERE m."createdAt" >= (${since}) AT TIME ZONE 'UTC' AND m.kind <> 'system'),
  counted AS (SELECT at, count(*)::int AS messages, count(DISTINCT "authorId")::int AS active FROM recent GROUP BY 1),
  reported AS (SELECT ${hour(`r."createdAt"`)} AS at, count(*)::int AS reports FROM "Report" r
    WHERE r."createdAt" >= (${since}) AT TIME ZONE 'UTC' GROUP BY 1),
  busy AS (SELECT c."rootId" AS id, count(*)::int AS messages FROM recent n JOIN "Channel" c ON c.id = n."channelId"
    JOIN "Channel" root ON root.id = c."rootId" AND root.type = 'group' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${busiestCount})
  SELECT (SELECT jsonb_agg(jsonb_build_object('at', t.at AT TIME ZONE 'UTC', 'messages', coalesce(c.messages, 0),
        'active', coalesce(c.active, 0), 'reports', coalesce(r.reports, 0)) ORDER BY t.at)
      FROM generate_series(${since}, ${hour("now()")}, interval '1 hour') AS t(at)
      LEFT JOIN counted c ON c.at = t.at LEFT JOIN reported r ON r.at = t.at) AS points,
    (SELECT coalesce(jsonb_object_agg(id, messages), '{}') FROM busy) AS busiest`;

async function readHours(db: Database): Promise<OverviewHistory> {
  const [row] = await db.query<{ points: Point[]; busiest: Record<string, number> }>(hoursSql);
  if (row === undefined) throw new Error("The hours were read without an answer.");
  return {
    points: row.points.map((point) => ({ ...point, at: toMoment(point.at) })),
    busiest: await nameBusiest(db, new Map(Object.entries(row.busiest))),
  };
}

async function nameBusiest(db: Database, byGroup: ReadonlyMap<string, number>): Promise<OverviewHistory["busiest"]> {
  const most = [...byGroup].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, busiestCount);
  const rows = await db.query<{ id: string; name: string | null; members: number }>(
    `SELECT c.id, c.name, h."memberCount" AS members FROM "Channel" c JOIN "ChannelHead" h ON h."channelId" = c.id WHERE c.id = ANY($1::uuid[])`,
    [most.map(([id]) => id)],
  );
  const named = new Map(rows.map((row) => [row.id, row]));
  return most.flatMap(([channelId, messages]) => {
    const group = named.get(channelId);
    return group === undefined ? [] : [{ channelId, name: group.name, messages, members: group.members }];
  });
}
