import type { Transaction } from "@chat/db";
import { v7 as uuidv7 } from "uuid";
import type { MessageRow } from "../messages/record.ts";
import type { PendingWrites } from "./channel-work.ts";
import { reviewParts } from "./write-reviews.ts";

const messageColumns = `id uuid, "channelId" uuid, seq int, version int, "authorId" uuid, "clientId" text, kind text, text text, data jsonb,
  "replyToId" uuid, "mentionIds" uuid[], "mentionsAll" boolean, reactions jsonb, thread jsonb, "messageCount" int, "broadcastCount" int, custom jsonb,
  "createdAt" timestamptz, "editedAt" timestamptz, "deletedAt" timestamptz, "deletedById" uuid, "pinnedAt" timestamptz, "hiddenAt" timestamptz`;

const insertMessages = (
  p: string,
) => `INSERT INTO "Message" (id, "channelId", seq, version, "authorId", "clientId", kind, text, data,
  "replyToId", "mentionIds", "mentionsAll", reactions, "messageCount", "broadcastCount", custom, "createdAt", "hiddenAt")
  SELECT id, "channelId", seq, version, "authorId", "clientId", kind, text, data, "replyToId", "mentionIds", "mentionsAll", reactions,
    "messageCount", "broadcastCount", custom, "createdAt", "hiddenAt" FROM jsonb_to_recordset(${p}::jsonb) AS x(${messageColumns})`;

const updateMessages = (
  p: string,
) => `UPDATE "Message" m SET version = x.version, text = x.text, data = x.data, "mentionIds" = x."mentionIds",
  "mentionsAll" = x."mentionsAll", reactions = x.reactions, thread = x.thread, custom = x.custom, "editedAt" = x."editedAt", "deletedAt" = x."deletedAt",
  "deletedById" = x."deletedById", "pinnedAt" = x."pinnedAt", "hiddenAt" = x."hiddenAt"
  FROM jsonb_to_recordset(${p}::jsonb) AS x(${messageColumns}) WHERE m.id = x.id`;

const upsertSearch = (p: string) => `INSERT INTO "MessageSearch" ("messageId", "channelId", text)
  SELECT id, "channelId", text FROM jsonb_to_recordset(${p}::jsonb) AS x(id uuid, "channelId" uuid, text text)
  ON CONFLICT ("messageId") DO UPDATE SET text = excluded.text`;

const dropSearch = (p: string) =>
  `DELETE FROM "MessageSearch" s USING jsonb_to_recordset(${p}::jsonb) AS x(id uuid) WHERE s."messageId" = x.id`;

const insertRevisions = (p: string) => `INSERT INTO "MessageRevision" (id, "messageId", text, data, custom, "editorId")
  SELECT id, "messageId", text, data, custom, "editorId" FROM jsonb_to_recordset(${p}::jsonb)
    AS x(id uuid, "messageId" uuid, text text, data jsonb, custom jsonb, "editorId" uuid)`;

const insertMentions = (p: string) => `INSERT INTO "Mention" ("channelId", "userId", seq)
  SELECT "channelId", "userId", seq FROM jsonb_to_recordset(${p}::jsonb) AS x("channelId" uuid, "userId" uuid, seq int)
  ON CONFLICT DO NOTHING`;

const dropMentions = (p: string) => `DELETE FROM "Mention" n USING jsonb_to_recordset(${p}::jsonb) AS x("channelId" uuid, seq int)
  WHERE n."channelId" = x."channelId" AND n.seq = x.seq`;

const reactionColumns = `"messageId" uuid, "userId" uuid, emoji text`;
const insertReactions = (p: string) => `INSERT INTO "Reaction" ("messageId", "userId", emoji, "createdAt")
  SELECT "messageId", "userId", emoji, clock_timestamp() FROM jsonb_to_recordset(${p}::jsonb) AS x(${reactionColumns}) ON CONFLICT DO NOTHING`;
const dropReactions = (p: string) => `DELETE FROM "Reaction" r USING jsonb_to_recordset(${p}::jsonb) AS x(${reactionColumns})
  WHERE r."messageId" = x."messageId" AND r."userId" = x."userId" AND r.emoji = x.emoji`;

const memberColumns = `"channelId" uuid, "userId" uuid, role "MemberRole", version int, "visibleFromSeq" int, "readSeq" int, "deliveredSeq" int,
  "cursorCount" int, "cursorBroadcast" int, custom jsonb, "joinedAt" timestamptz, "leftAt" timestamptz, "ownSent" int, "ownBroadcasts" int,
  rejoined boolean`;
const insertMembers = (
  p: string,
) => `INSERT INTO "Member" ("channelId", "userId", role, version, "visibleFromSeq", "readSeq", "deliveredSeq",
    "cursorCount", "cursorBroadcast", custom, "joinedAt", "leftAt")
  SELECT "channelId", "userId", role, version, "visibleFromSeq", "readSeq", "deliveredSeq", "cursorCount" + "ownSent",
    "cursorBroadcast" + "ownBroadcasts", custom, "joinedAt", "leftAt" FROM jsonb_to_recordset(${p}::jsonb) AS x(${memberColumns})`;
// Cursor columns move by differences: they are also written outside the lane, under the row's own lock.
const updateMembers = (
  p: string,
) => `UPDATE "Member" m SET role = x.role, version = x.version, "leftAt" = x."leftAt", "joinedAt" = x."joinedAt",
  custom = x.custom, "visibleFromSeq" = x."visibleFromSeq",
  "readSeq" = CASE WHEN x.rejoined THEN GREATEST(m."readSeq", x."readSeq") ELSE m."readSeq" END,
  "unreadFrom" = CASE WHEN x.rejoined THEN NULL ELSE m."unreadFrom" END,
  "cursorCount" = CASE WHEN x.rejoined THEN x."cursorCount" ELSE m."cursorCount" END + x."ownSent",
  "cursorBroadcast" = CASE WHEN x.rejoined THEN x."cursorBroadcast" ELSE m."cursorBroadcast" END + x."ownBroadcasts"
  FROM jsonb_to_recordset(${p}::jsonb) AS x(${memberColumns}) WHERE m."channelId" = x."channelId" AND m."userId" = x."userId"`;

const insertChannels = (
  p: string,
) => `INSERT INTO "Channel" (id, type, "rootId", "parentMessageId", version, "createdById", "createdAt")
  SELECT id, type, "rootId", "parentMessageId", version, "createdById", "createdAt" FROM jsonb_to_recordset(${p}::jsonb)
    AS x(id uuid, type "ChannelType", "rootId" uuid, "parentMessageId" uuid, version int, "createdById" uuid, "createdAt" timestamptz)`;

const insertHeads = (p: string) => `INSERT INTO "ChannelHead" ("channelId", version, "lastActivityAt")
  SELECT id, version, "createdAt" FROM jsonb_to_recordset(${p}::jsonb) AS x(id uuid, version int, "createdAt" timestamptz)`;

const updateChannels = (p: string) => `UPDATE "Channel" c SET name = x.name, description = x.description, image = x.image,
  visibility = x.visibility, "hidesHistory" = x."hidesHistory", "slowModeSeconds" = x."slowModeSeconds", "postingPolicy" = x."postingPolicy", version = x.version,
  custom = x.custom, "archivedAt" = x."archivedAt", "frozenAt" = x."frozenAt"
  FROM jsonb_to_recordset(${p}::jsonb) AS x(id uuid, name text, description text, image text, visibility "ChannelVisibility",
    "hidesHistory" boolean, "slowModeSeconds" int, "postingPolicy" "PostingPolicy", version int, custom jsonb, "archivedAt" timestamptz, "frozenAt" timestamptz)
  WHERE c.id = x.id`;

const updateHeads = (
  p: string,
) => `UPDATE "ChannelHead" h SET seq = x.seq, version = x.version, "messageCount" = x."messageCount",
  "broadcastCount" = x."broadcastCount", "memberCount" = x."memberCount", "lastActivityAt" = x."lastActivityAt"
  FROM jsonb_to_recordset(${p}::jsonb) AS x("channelId" uuid, seq int, version int, "messageCount" int, "broadcastCount" int,
    "memberCount" int, "lastActivityAt" timestamptz)
  WHERE h."channelId" = x."channelId"`;

/**
 * Writes a batch in one statement that ends the transaction: one data-modifying part per table that has something to write, no row touched
 * twice.
 */
export function writeWork(tx: Transaction, writes: PendingWrites): void {
  // In the order in which cursors lock them: two that wait for one another in a circle end with a deadlock.
  const members = [...writes.members].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const searchable = [...writes.newMessages, ...writes.changedMessages].filter((row) => row.kind !== "system" && isThere(row));
  const newMentions = newestMentions(writes);
  const parts: [sql: (parameter: string) => string, rows: readonly unknown[]][] = [
    [insertMessages, [...writes.newMessages]],
    [updateMessages, [...writes.changedMessages]],
    [upsertSearch, searchable.map(({ id, channelId, text }) => ({ id, channelId, text }))],
    [dropSearch, [...writes.changedMessages].filter((row) => !isThere(row)).map(({ id }) => ({ id }))],
    [insertRevisions, writes.revisions.map((row) => ({ ...row, id: uuidv7() }))],
    [insertMentions, newMentions],
    [insertReactions, [...writes.newReactions.values()]],
    [dropReactions, [...writes.dropReactions.values()]],
    [insertMembers, members.filter((row) => row.isNew)],
    [updateMembers, members.filter((row) => !row.isNew)],
    [insertChannels, writes.newThreads],
    [insertHeads, writes.newThreads],
    [updateChannels, [...writes.channels]],
    [updateHeads, [...writes.heads]],
  ];
  // Earlier mentions of an edited message go first: within one statement, a deleted row could not be inserted again.
  // Should it fail, so does what follows it.
  if (writes.dropMentions.length > 0) tx.query(dropMentions("$1"), [JSON.stringify(writes.dropMentions)]).catch(() => undefined);
  const used = parts.filter(([, rows]) => rows.length > 0);
  if (used.length === 0) return;
  const ctes = used.map(([sql], index) => `w${index} AS (${sql(`$${index + 1}`)})`);
  const values = used.map(([, rows]) => JSON.stringify(rows));
  if (writes.reviews.size > 0) {
    values.push(JSON.stringify([...writes.reviews.values()]));
    ctes.push(...reviewParts(`$${values.length}`));
  }
  tx.finish(`WITH ${ctes.join(", ")} SELECT 1`, values);
}

const isThere = ({ deletedAt, hiddenAt }: MessageRow) => deletedAt === null && hiddenAt === null;

/** A message that was sent and edited, or edited twice, in one batch: only its last mentions count. */
function newestMentions(writes: PendingWrites): PendingWrites["newMentions"] {
  const current = new Map<string, ReadonlySet<string>>();
  for (const row of [...writes.newMessages, ...writes.changedMessages]) {
    current.set(`${row.channelId} ${row.seq}`, new Set(isThere(row) ? row.mentionIds : []));
  }
  return writes.newMentions.filter(({ channelId, seq, userId }) => current.get(`${channelId} ${seq}`)?.has(userId));
}

const placeOf = ({ channelId, userId }: { channelId: string; userId: string }) => `${channelId} ${userId}`;
