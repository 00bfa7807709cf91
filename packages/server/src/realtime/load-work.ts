import type { Queryable } from "@chat/db";
import type { UserRef } from "@chat/contract";
import { blockedDirectSql } from "../blocks/policy.ts";
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

/** A reply that was not deleted. */
export interface ReplyRow {
  channelId: string;
  seq: number;
  authorId: string;
  createdAt: string;
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
  /** In channels in slow mode, when those who send now sent last. */
  lastSent: { channelId: string; userId: string; at: string }[];
  /** Last replies of threads, the latest first. */
  replies: ReplyRow[];
  /** Direct messages of two of whom one blocked the other. */
  blocked: string[];
}

/** How many of an emoji's first reactors are read, so that `first` stays filled when some of them take theirs back. */
const reactorsRead = 20;
/** Of so many last replies the faces beside a thread's summary are taken. */
const repliesRead = 100;

const people = `SELECT "actorId" FROM ask UNION SELECT unnest($3::uuid[]) UNION SELECT "authorId" FROM parents`;

const members = `(SELECT coalesce(jsonb_agg(to_jsonb(mb)), '[]') FROM "Member" mb
  WHERE mb."channelId" = ANY(ARRAY(SELECT id FROM c)) AND mb."userId" = ANY(ARRAY(${people})))`;

const sanctions = `(SELECT coalesce(jsonb_agg(jsonb_build_object('userId', s."userId", 'channelId', s."channelId", 'type', s.type, 'until', s.until)), '[]')
  FROM "Sanction" s WHERE s."userId" = ANY(ARRAY(SELECT "actorId" FROM ask UNION SELECT unnest($3::uuid[]))) AND s."liftedAt" IS NULL AND (s.until IS NULL OR s.until > now()))`;

const reactors = `(SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]') FROM (
    SELECT "messageId", emoji, "userId" FROM (
      SELECT r.*, row_number() OVER (PARTITION BY r."messageId", r.emoji ORDER BY r."createdAt", r."userId") AS place
      FROM "Reaction" r WHERE r."messageId" = ANY($2::uuid[])
    ) ranked WHERE place <= ${reactorsRead} OR "userId" IN (SELECT "actorId" FROM ask)
    ORDER BY "messageId", emoji, place
  ) r)`;

const owners = `(SELECT coalesce(jsonb_agg(jsonb_build_object('channelId', o."channelId", 'userIds', o.ids)), '[]') FROM (
    SELECT "channelId", jsonb_agg("userId") AS ids FROM "Member"
    WHERE "channelId" = ANY(ARRAY(SELECT id FROM c)) AND role = 'owner' AND "leftAt" IS NULL GROUP BY "channelId"
  ) o)`;

const lastSent = `(SELECT coalesce(jsonb_agg(jsonb_build_object('channelId', s."channelId", 'userId', s."actorId", 'at', l."createdAt")), '[]') FROM (
    SELECT DISTINCT "channelId", "actorId" FROM ask JOIN c ON c.id = ask."channelId" JOIN c r ON r.id = c."rootId" AND r."slowModeSeconds" > 0
    WHERE "clientId" IS NOT NULL
  ) s CROSS JOIN LATERAL (
    SELECT "createdAt" FROM "Message" WHERE "channelId" = s."channelId" AND "authorId" = s."actorId" AND kind <> 'system' ORDER BY seq DESC LIMIT 1
  ) l)`;

const lastReplies = `last AS MATERIALIZED (
  SELECT r.* FROM here CROSS JOIN LATERAL (
    SELECT "channelId", seq, "authorId", "createdAt" FROM "Message"
    WHERE "channelId" = here.id AND kind <> 'system' AND "deletedAt" IS NULL ORDER BY seq DESC LIMIT ${repliesRead}
  ) r WHERE here.type = 'thread' AND here.id IN (SELECT "channelId" FROM ask WHERE replies)
),`;

/** Only what some change of the batch asks for is read: a batch of plain sends, the usual one, needs no messages and no other people. */
const loadSql = (withMessages: boolean, withUsers: boolean, withReplies: boolean) => `
WITH ask AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($1::jsonb) AS x("channelId" uuid, "actorId" uuid, "clientId" text, replies boolean)),
here AS MATERIALIZED (SELECT * FROM "Channel" WHERE id = ANY(ARRAY(SELECT "channelId" FROM ask))),
-- With a thread comes its root, whose rights count, and the message that it hangs off.
c AS MATERIALIZED (
  SELECT * FROM here UNION ALL SELECT r.* FROM "Channel" r
  WHERE r.id = ANY(ARRAY(SELECT "rootId" FROM here WHERE type = 'thread')) AND r.id <> ALL(ARRAY(SELECT id FROM here))
),
parents AS MATERIALIZED (SELECT * FROM "Message" WHERE id = ANY(ARRAY(SELECT "parentMessageId" FROM here WHERE type = 'thread'))),
${withReplies ? lastReplies : ""}
asked AS MATERIALIZED (
  -- LIMIT keeps the planner on the unique index: joined freely, it hashes the whole table.
  SELECT m.* FROM ask CROSS JOIN LATERAL (
    SELECT * FROM "Message" m
    WHERE m."channelId" = ask."channelId" AND m."authorId" = ask."actorId" AND m."clientId" = ask."clientId" LIMIT 1
  ) m
  ${withMessages ? `UNION ALL SELECT m.* FROM "Message" m WHERE m.id = ANY($2::uuid[])` : `WHERE $2::uuid[] IS NOT NULL`}
),
m AS MATERIALIZED (
  SELECT * FROM asked UNION ALL SELECT * FROM parents UNION ALL SELECT q.* FROM "Message" q WHERE q.id = ANY(ARRAY(
    SELECT "replyToId" FROM asked WHERE "replyToId" IS NOT NULL UNION SELECT "replyToId" FROM parents WHERE "replyToId" IS NOT NULL
  ))
)
SELECT
  (SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]') FROM c) AS channels,
  ${members} AS members,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'image', u.image, 'version', u.version,
      'deactivatedAt', u."deactivatedAt")), '[]') FROM "User" u
    WHERE u.id = ANY(ARRAY(${people} UNION SELECT "authorId" FROM m
      UNION SELECT jsonb_array_elements_text(thread -> 'repliers')::uuid FROM m WHERE thread IS NOT NULL${withReplies ? ` UNION SELECT "authorId" FROM last` : ""}))) AS users,
  ${sanctions} AS sanctions,
  (SELECT coalesce(jsonb_agg(to_jsonb(m)), '[]') FROM m) AS messages,
  ${withMessages ? reactors : `'[]'::jsonb`} AS reactors,
  ${withUsers ? owners : `'[]'::jsonb`} AS owners,
  ${lastSent} AS "lastSent",
  (SELECT coalesce(jsonb_agg(c.id), '[]') FROM c WHERE ${blockedDirectSql()}) AS blocked,
  ${withReplies ? `(SELECT coalesce(jsonb_agg(to_jsonb(last) ORDER BY seq DESC), '[]') FROM last)` : `'[]'::jsonb`} AS replies`;

/** Reads what a batch's guards need, in one statement whose snapshot is younger than the lock. */
export async function loadWork(tx: Queryable, changes: readonly Change[]): Promise<LoadedRows> {
  const ask = changes.map(({ channelId, actorId, needs }) => ({
    channelId,
    actorId,
    clientId: needs?.clientId ?? null,
    replies: needs?.replies ?? false,
  }));
  const messageIds = changes.flatMap((change) => change.needs?.messageIds ?? []);
  const userIds = changes.flatMap((change) => change.needs?.userIds ?? []);
  const withReplies = ask.some((one) => one.replies);
  const sql = loadSql(messageIds.length > 0, userIds.length > 0, withReplies);
  const [rows] = await tx.query<LoadedRows>(sql, [JSON.stringify(ask), messageIds, userIds]);
  if (rows === undefined) throw new Error("The batch's rows could not be read.");
  return rows;
}
