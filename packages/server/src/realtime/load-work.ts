import type { Queryable } from "@chat/db";
import type { UserRef } from "@chat/contract";
import type { ChannelRow } from "../channels/record.ts";
import type { MemberRow } from "../members/record.ts";
import type { MessageRow } from "../messages/record.ts";
import type { Change } from "./change.ts";

export interface ActorRow extends UserRef {
  deactivatedAt: string | null;
}

export interface SanctionRow {
  userId: string;
  channelId: string | null;
  type: "mute" | "ban";
  until: string | null;
}

export interface ReactorRow {
  messageId: string;
  emoji: string;
  userId: string;
}

/** Everything that the guards of one batch look at, as of after the lock. */
export interface LoadedRows {
  channels: ChannelRow[];
  members: MemberRow[];
  users: ActorRow[];
  sanctions: SanctionRow[];
  messages: MessageRow[];
  reactors: ReactorRow[];
  owners: { channelId: string; userIds: string[] }[];
}

/** How many of an emoji's first reactors are read, so that `first` stays filled when some of them take theirs back. */
const reactorsRead = 20;

const sql = `
WITH ask AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS x("channelId" uuid, "actorId" uuid, "clientId" text)),
c AS (SELECT * FROM "Channel" WHERE id IN (SELECT "channelId" FROM ask)),
asked AS (
  SELECT m.* FROM "Message" m JOIN c ON c.id = m."channelId" WHERE m.id = ANY($2::uuid[])
  UNION
  SELECT m.* FROM ask JOIN "Message" m ON m."channelId" = ask."channelId" AND m."authorId" = ask."actorId" AND m."clientId" = ask."clientId"
),
quoted AS (SELECT q.* FROM "Message" q WHERE q.id IN (SELECT "replyToId" FROM asked)),
m AS (SELECT * FROM asked UNION SELECT * FROM quoted),
u AS (
  SELECT id FROM "User" WHERE id IN (SELECT "actorId" FROM ask) OR id = ANY($3::uuid[]) OR id IN (SELECT "authorId" FROM m)
)
SELECT
  (SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]') FROM c) AS channels,
  (SELECT coalesce(jsonb_agg(to_jsonb(mb)), '[]') FROM "Member" mb
    WHERE mb."channelId" IN (SELECT "rootId" FROM c UNION SELECT id FROM c)
      AND (mb."userId" IN (SELECT "actorId" FROM ask) OR mb."userId" = ANY($3::uuid[]))) AS members,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'image', x.image, 'version', x.version,
      'deactivatedAt', x."deactivatedAt")), '[]') FROM "User" x WHERE x.id IN (SELECT id FROM u)) AS users,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('userId', s."userId", 'channelId', s."channelId", 'type', s.type, 'until', s.until)), '[]')
    FROM "Sanction" s WHERE s."userId" IN (SELECT "actorId" FROM ask) AND s."liftedAt" IS NULL
      AND (s.until IS NULL OR s.until > now())) AS sanctions,
  (SELECT coalesce(jsonb_agg(to_jsonb(m)), '[]') FROM m) AS messages,
  (SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]') FROM (
    SELECT "messageId", emoji, "userId" FROM (
      SELECT r.*, row_number() OVER (PARTITION BY r."messageId", r.emoji ORDER BY r."createdAt", r."userId") AS place
      FROM "Reaction" r WHERE r."messageId" = ANY($2::uuid[])
    ) ranked WHERE place <= ${reactorsRead} OR "userId" IN (SELECT "actorId" FROM ask)
    ORDER BY "messageId", emoji, place
  ) r) AS reactors,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('channelId', o."channelId", 'userIds', o.ids)), '[]') FROM (
    SELECT "channelId", jsonb_agg("userId") AS ids FROM "Member"
    WHERE $4 AND "channelId" IN (SELECT id FROM c) AND role = 'owner' AND "leftAt" IS NULL GROUP BY "channelId"
  ) o) AS owners`;

/** Reads what a batch's guards need, in one statement whose snapshot is younger than the lock. */
export async function loadWork(tx: Queryable, changes: readonly Change[]): Promise<LoadedRows> {
  const ask = changes.map(({ channelId, actorId, needs }) => ({ channelId, actorId, clientId: needs?.clientId ?? null }));
  const messageIds = changes.flatMap((change) => change.needs?.messageIds ?? []);
  const userIds = changes.flatMap((change) => change.needs?.userIds ?? []);
  const [rows] = await tx.query<LoadedRows>(sql, [JSON.stringify(ask), messageIds, userIds, userIds.length > 0]);
  if (rows === undefined) throw new Error("The batch's rows could not be read.");
  return rows;
}
