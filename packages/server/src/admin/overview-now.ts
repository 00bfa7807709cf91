import type { OverviewNow } from "@chat/contract";
import type { Database } from "@chat/db";
import type { PresenceTracker } from "../presence/presence-tracker.ts";
import type { Services } from "../services.ts";
import { lastSeenSql } from "../users/admin/user-filter.ts";
import { remember } from "./remember.ts";

interface Slow {
  people: number;
  dailyActive: number;
  weeklyActive: number;
  monthlyActive: number;
  storageBytes: number;
}

const minute = 60_000;
const slowOf = remember<PresenceTracker, Slow>(minute, readSlow);

const isHere = "u.id = ANY($1::uuid[])";

/** What changes slowly: read once a minute. Who was here within so long was last seen within so long, or is here now: who stays is written as they leave. */
async function readSlow(db: Database, presence: PresenceTracker): Promise<Slow> {
  const [row] = await db.query<Slow>(
    `SELECT (SELECT count(*)::int FROM "User" WHERE "deactivatedAt" IS NULL) AS people,
       pg_database_size(current_database())::bigint AS "storageBytes",
       count(*) FILTER (WHERE ${lastSeenSql} >= t.today OR ${isHere})::int AS "dailyActive",
       count(*) FILTER (WHERE ${lastSeenSql} > now() - interval '7 days' OR ${isHere})::int AS "weeklyActive", count(*)::int AS "monthlyActive"
     FROM "User" u, (SELECT date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS today) t
     WHERE ${lastSeenSql} > now() - interval '30 days' OR ${isHere}`,
    [presence.onlineIds()],
  );
  if (row === undefined) throw new Error("The overview was read without an answer.");
  return row;
}

/** What goes on now; what changes slowly is up to a minute old. */
export async function overviewNow({ db, presence }: Services): Promise<OverviewNow> {
  const [slow, [fast]] = await Promise.all([
    slowOf(db, presence),
    db.query<{ messages: number; cases: number; appeals: number }>(
      `SELECT (SELECT count(*)::int FROM "Message" WHERE "createdAt" > now() - interval '1 minute' AND kind <> 'system') AS messages,
         (SELECT count(*)::int FROM "ReportCase" WHERE state <> 'resolved') AS cases,
         (SELECT count(*)::int FROM "Appeal" WHERE state = 'open') AS appeals`,
    ),
  ]);
  return {
    ...slow,
    online: presence.onlineCount,
    connections: presence.connectionCount,
    messagesPerMinute: fast?.messages ?? 0,
    openCases: fast?.cases ?? 0,
    openAppeals: fast?.appeals ?? 0,
  };
}
