import { limits } from "@chat/contract";
import type { Database } from "@chat/db";
import { blockedDirectSql } from "../blocks/policy.ts";
import type { PresenceChannels } from "../realtime/bus.ts";

export interface PresencePlaces extends PresenceChannels {
  readonly userId: string;
}

/** Writes when these people were last seen, once a day that they were here, and answers where their presence shows. A row that another node writes just now is left to it. */
export function seePeople(db: Database, userIds: readonly string[], at: Date): Promise<PresencePlaces[]> {
  return db.query<PresencePlaces>(
    `WITH here AS (SELECT id FROM "User" WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED),
       today AS (INSERT INTO "ActiveDay" (day, "userId") SELECT ($2::timestamptz AT TIME ZONE 'UTC')::date, id FROM here
         ON CONFLICT DO NOTHING),
       seen AS (UPDATE "User" u SET "lastSeenAt" = $2 FROM here WHERE u.id = here.id)
     SELECT u.id AS "userId",
       ARRAY(SELECT ${shownSql} AND c.type = 'direct' AND NOT ${blockedDirectSql()}) AS direct,
       ARRAY(SELECT ${shownSql} AND c.type = 'group') AS "group"
     FROM unnest($1::uuid[]) AS u(id)`,
    [userIds, at, limits.cursorList],
  );
}

const shownSql = `mb."channelId"::text FROM "Member" mb JOIN "Channel" c ON c.id = mb."channelId" JOIN "ChannelHead" h ON h."channelId" = c.id
  WHERE mb."userId" = u.id AND mb."leftAt" IS NULL AND h."memberCount" <= $3`;
