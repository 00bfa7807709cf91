import type { ChannelEntry, Message } from "@chat/contract";
import { blockedDirectSql } from "../blocks/policy.ts";
import { ChatError } from "../chat-error.ts";
import { followsSql, inForceSql, seesSql, visibleFromSql } from "../members/policy.ts";
import { messageColumns, messageJoins, toMessage, type FullMessageRow } from "../messages/record.ts";
import type { Services } from "../services.ts";
import { toUser, type UserRow } from "../users/record.ts";
import { mentionCountSql, toChannel, toHead, toMembership, type ChannelRow, type HeadRow, type MembershipRow } from "./record.ts";

export interface EntryRow {
  channel: ChannelRow;
  head: HeadRow;
  me: MembershipRow | null;
  lastMessage: FullMessageRow | null;
  /** With whether one of the two blocked the other. */
  peer: (UserRow & { isBlocked: boolean }) | null;
  parent: FullMessageRow | null;
}

/** Columns of an `EntryRow` for channels `c`, for the reader whose id is the parameter `$1`. */
export const entryColumns = `to_jsonb(c) AS channel, to_jsonb(h) AS head, l.message AS "lastMessage",
  CASE WHEN own."userId" IS NOT NULL THEN to_jsonb(own) || jsonb_build_object('mentionCount', ${mentionCountSql("own")}) END AS me,
  CASE WHEN c.type = 'direct' THEN (
    SELECT to_jsonb(p) || jsonb_build_object('isBlocked', ${blockedDirectSql()}) FROM "User" p WHERE p.id = CASE WHEN c."directLow" = $1 THEN c."directHigh" ELSE c."directLow" END
  ) END AS peer, up.message AS parent`;

/**
 * The joins that they need: `mb` is the reader's membership, `own` their cursor, in a thread that of one who follows it. Who is not a member sees
 * no message.
 */
export const entryJoins = `JOIN "ChannelHead" h ON h."channelId" = c.id
  LEFT JOIN "Member" mb ON mb."channelId" = c."rootId" AND mb."userId" = $1 AND ${inForceSql()} AND ${seesSql()}
  LEFT JOIN "Member" own ON own."channelId" = c.id AND own."userId" = mb."userId" AND ${followsSql("own")}
  LEFT JOIN LATERAL (
    SELECT to_jsonb(x) AS message FROM (
      SELECT ${messageColumns(null)} FROM "Message" m ${messageJoins}
      WHERE m."channelId" = c.id AND m.seq >= ${visibleFromSql()} ORDER BY m.seq DESC LIMIT 1
    ) x
  ) l ON mb."userId" IS NOT NULL
  LEFT JOIN LATERAL (
    SELECT to_jsonb(x) AS message FROM (SELECT c."parentMessageId" AS id) parent, LATERAL (
      SELECT ${messageColumns("$1")} FROM "Message" m JOIN "Channel" c ON c.id = m."channelId" ${messageJoins} WHERE m.id = parent.id
    ) x
  ) up ON c."parentMessageId" IS NOT NULL AND mb."userId" IS NOT NULL`;

/** Characters of a text in an entry's last message, which is a preview of one line. */
const previewLength = 160;
/** A link whose end was cut off: half of a mention is no preview of it. */
const halfLink = /\[[^\]]*(?:\](?:\([^)]*)?)?$/;

export function toEntry(services: Services, row: EntryRow): ChannelEntry {
  const { definition, presence } = services;
  return {
    channel: toChannel(definition, row.channel),
    head: toHead(row.head),
    lastMessage: row.lastMessage === null ? null : toPreview(toMessage(definition, row.lastMessage)),
    me: row.me === null ? null : toMembership(row.me),
    peer:
      row.peer === null
        ? null
        : toUser(definition, withoutPresence(row.peer), !row.peer.isBlocked && presence.isOnline(row.peer.id)),
    ...(row.parent !== null && { parent: toMessage(definition, row.parent) }),
  };
}

/** Of whom the reader blocked, or is blocked by, they do not see when they were here. */
function withoutPresence(peer: UserRow & { isBlocked: boolean }): UserRow {
  return peer.isBlocked ? { ...peer, lastSeenAt: null } : peer;
}

function toPreview(message: Message): Message {
  const { replyTo } = message;
  return {
    ...message,
    text: cut(message.text),
    replyTo: replyTo === null || replyTo.text === null ? replyTo : { ...replyTo, text: cut(replyTo.text) },
  };
}

function cut(text: string): string {
  if (text.length <= previewLength) return text;
  const start = text.slice(0, previewLength);
  return (start.isWellFormed() ? start : start.slice(0, -1)).replace(halfLink, "");
}

/** One channel as a member finds it. Errors: NOT_FOUND where the reader is none. */
export async function loadEntry(services: Services, userId: string, channelId: string): Promise<ChannelEntry> {
  const [row] = await services.db.query<EntryRow>(
    `SELECT ${entryColumns} FROM "Channel" c ${entryJoins} WHERE c.id = $2 AND mb."userId" IS NOT NULL`,
    [userId, channelId],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return toEntry(services, row);
}
