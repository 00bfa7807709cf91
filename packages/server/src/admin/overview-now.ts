import type { OverviewNow } from "@chat/contract";
import type { Database } from "@chat/db";
import type { Services } from "../services.ts";
import { remember } from "./remember.ts";

interface Slow {
  people: number;
  dailyActive: number;
  weeklyActive: number;
  monthlyActive: number;
  storageBytes: number;
}

const minute = 60_000;
const slowOf = remember<"slow", Slow>(minute, readSlow);

/** What changes slowly: read once a minute. A day of somebody is one row, so that a month of them is counted from few. */
async function readSlow(db: Database): Promise<Slow> {
  const [row] = await db.query<Slow>(
    `SELECT (SELECT count(*)::int FROM "User" WHERE "deactivatedAt" IS NULL) AS people,
       pg_database_size(current_database())::bigint AS "storageBytes", a.* FROM (
       SELECT count(DISTINCT "userId") FILTER (WHERE day = today)::int AS "dailyActive",
         count(DISTINCT "userId") FILTER (WHERE day > today - 7)::int AS "weeklyActive",
         count(DISTINCT "userId")::int AS "monthlyActive"
       FROM "ActiveDay", (SELECT (now() AT TIME ZONE 'UTC')::date AS today) t WHERE day > today - 30) a`,
  );
  if (row === undefined) throw new Error("The overview read no row.");
  return row;
}

/** What goes on now; what changes slowly is up to a minute old. */
export async function overviewNow({ db, hub, presence }: Services): Promise<OverviewNow> {
  const [slow, [fast]] = await Promise.all([
    slowOf(db, "slow"),
    db.query<{ messages: number; cases: number; appeals: number }>(
      `SELECT (SELECT count(*)::int FROM "Message" WHERE "createdAt" > now() - interval '1 minute' AND kind <> 'system') AS messages,
         (SELECT count(*)::int FROM "ReportCase" WHERE state <> 'resolved') AS cases,
         (SELECT count(*)::int FROM "Appeal" WHERE state = 'open') AS appeals`,
    ),
  ]);
  const online = presence.onlineCount;
  return {
    ...slow,
    // Who stayed over midnight is written as they leave.
    dailyActive: Math.max(slow.dailyActive, online),
    online,
    connections: hub.connections.size,
    messagesPerMinute: fast?.messages ?? 0,
    openCases: fast?.cases ?? 0,
    openAppeals: fast?.appeals ?? 0,
  };
}
