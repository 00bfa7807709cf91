import type { OverviewHistory, overviewChartInput } from "@chat/contract";
import type { Database } from "@chat/db";
import type { z } from "zod";
import { toMoment } from "../users/record.ts";
import { remember } from "./remember.ts";

type Range = z.output<typeof overviewChartInput>["range"];
type Busy = OverviewHistory["busiest"][number];

interface Row {
  points: OverviewHistory["points"];
  busiest: Busy[];
}

const minute = 60_000;
const ranges = {
  "24h": { unit: "hour", count: 24 },
  "7d": { unit: "day", count: 7 },
  "30d": { unit: "day", count: 30 },
  "90d": { unit: "day", count: 90 },
} as const;

// One pass over the range's messages counts both by time and by channel; who is active in an hour is who wrote, in a day who was here.
const sqlOf = (unit: "hour" | "day", count: number) => {
  const floor = (moment: string) => `date_trunc('${unit}', ${moment} AT TIME ZONE 'UTC')`;
  const since = `${floor("now()")} - interval '${count - 1} ${unit}s'`;
  const from = `(${since}) AT TIME ZONE 'UTC'`;
  const writers = unit === "hour" ? `count(DISTINCT m."authorId")::int` : "0";
  const active =
    unit === "hour" ? "coalesce(c.writers, 0)" : `(SELECT count(*)::int FROM "ActiveDay" a WHERE a.day = t.at::date)`;
  return `WITH counted AS MATERIALIZED (
      SELECT ${floor(`m."createdAt"`)} AS at, m."channelId", count(*)::int AS messages, ${writers} AS writers FROM "Message" m
      WHERE m."createdAt" >= ${from} AND m.kind <> 'system' GROUP BY GROUPING SETS ((1), (m."channelId"))),
    reported AS (SELECT ${floor(`r."createdAt"`)} AS at, count(*)::int AS reports FROM "Report" r WHERE r."createdAt" >= ${from} GROUP BY 1),
    busy AS (SELECT c."rootId" AS id, sum(n.messages)::int AS messages FROM counted n JOIN "Channel" c ON c.id = n."channelId"
      JOIN "Channel" root ON root.id = c."rootId" AND root.type = 'group' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10)
    SELECT (SELECT jsonb_agg(jsonb_build_object('at', t.at AT TIME ZONE 'UTC', 'messages', coalesce(c.messages, 0),
          'reports', coalesce(r.reports, 0), 'active', ${active}) ORDER BY t.at)
        FROM generate_series(${since}, ${floor("now()")}, interval '1 ${unit}') AS t(at)
        LEFT JOIN counted c ON c.at = t.at LEFT JOIN reported r ON r.at = t.at) AS points,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('channelId', b.id, 'name', g.name, 'messages', b.messages, 'members', h."memberCount")
          ORDER BY b.messages DESC, b.id), '[]')
        FROM busy b JOIN "Channel" g ON g.id = b.id JOIN "ChannelHead" h ON h."channelId" = b.id) AS busiest`;
};

/** What was written, who was here and what was reported over a range; up to a minute old. */
export const overviewHistory = remember(minute, readHistory);

async function readHistory(db: Database, range: Range): Promise<OverviewHistory> {
  const { unit, count } = ranges[range];
  const [row] = await db.query<Row>(sqlOf(unit, count));
  if (row === undefined) throw new Error("The history read no row.");
  return { points: row.points.map((point) => ({ ...point, at: toMoment(point.at) })), busiest: row.busiest };
}
