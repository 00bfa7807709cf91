import {
  limits,
  type ChatDefinition,
  type Message,
  type Quote,
  type Reaction,
  type ThreadSummary,
  type UserRef,
} from "@chat/contract";
import { readCustom, toMoment, toMomentOrNull } from "../users/record.ts";

/** The thread that hangs off a message, as its row keeps it: from when the thread is made, also while nothing stands in it. */
export interface ThreadRow {
  channelId: string;
  replyCount: number;
  lastReplyAt: string | null;
  /** Who replied, the latest first. */
  repliers: string[];
}

/** A message row as `to_jsonb` gives it. */
export interface MessageRow {
  id: string;
  channelId: string;
  seq: number;
  version: number;
  authorId: string;
  clientId: string;
  kind: string;
  text: string;
  data: Record<string, unknown> | null;
  replyToId: string | null;
  mentionIds: string[];
  mentionsAll: boolean;
  reactions: Reaction[];
  thread: ThreadRow | null;
  messageCount: number;
  broadcastCount: number;
  custom: Record<string, unknown>;
  createdAt: string | Date;
  editedAt: string | Date | null;
  deletedAt: string | Date | null;
  deletedById: string | null;
  pinnedAt: string | Date | null;
  /** While it is under review. */
  hiddenAt: string | Date | null;
}

export interface QuotedRow {
  id: string;
  seq: number;
  version: number;
  text: string;
  deletedAt: string | Date | null;
  hiddenAt: string | Date | null;
  author: UserRef;
}

/** A row with what a `Message` needs beside it; `messageSelect` reads exactly this. */
export interface FullMessageRow extends MessageRow {
  author: UserRef;
  quoted: QuotedRow | null;
  /** Those whom the thread's row names, in its order; null where there is none. */
  repliers: UserRef[] | null;
  hidesHistory: boolean;
  myReactions?: string[] | null;
}

const userRefSql = (alias: string) =>
  `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'image', ${alias}.image, 'version', ${alias}.version)`;

/**
 * Somebody's row by their id, to be joined laterally: joined plainly, the planner reads all people of a site of some thousands for a page of fifty.
 */
export function personSql(id: string): string {
  return `SELECT id, name, image, version FROM "User" WHERE id = ${id} OFFSET 0`;
}

/**
 * Columns and joins of a `FullMessageRow` for messages `m` in a channel `c`; `me` is the SQL of the reader's id, or null for what is the
 * same for all readers.
 */
export function messageColumns(me: string | null): string {
  return `m.id, m."channelId", m.seq, m.version, m."authorId", m."clientId", m.kind, m.text, m.data, m."replyToId", m."mentionIds",
    m."mentionsAll", m.reactions, m.thread, m."messageCount", m."broadcastCount", m.custom, m."createdAt", m."editedAt", m."deletedAt",
    m."deletedById", m."pinnedAt", m."hiddenAt", c."hidesHistory", ${userRefSql("a")} AS author,
    CASE WHEN q.id IS NULL THEN NULL ELSE jsonb_build_object('id', q.id, 'seq', q.seq, 'version', q.version, 'text', q.text,
      'deletedAt', q."deletedAt", 'hiddenAt', q."hiddenAt", 'author', ${userRefSql("qa")}) END AS quoted,
    CASE WHEN m.thread IS NOT NULL THEN (SELECT jsonb_agg(${userRefSql("r")} ORDER BY named.place)
      FROM (SELECT * FROM jsonb_array_elements_text(m.thread -> 'repliers') WITH ORDINALITY LIMIT ${limits.threadFaces}) AS named(id, place) CROSS JOIN LATERAL (${personSql("named.id::uuid")}) r) END AS repliers${
        me === null
          ? ""
          : `,
    CASE WHEN m.reactions = '[]'::jsonb THEN NULL
      ELSE ARRAY(SELECT r.emoji FROM "Reaction" r WHERE r."messageId" = m.id AND r."userId" = ${me} ORDER BY r."createdAt") END AS "myReactions"`
      }`;
}

export const messageJoins = `CROSS JOIN LATERAL (${personSql('m."authorId"')}) a
  LEFT JOIN LATERAL (
    SELECT id, seq, version, text, "deletedAt", "hiddenAt", "authorId" FROM "Message" WHERE id = m."replyToId" OFFSET 0
  ) q ON true
  LEFT JOIN LATERAL (${personSql('q."authorId"')}) qa ON true`;

function toQuote(row: QuotedRow, hidesHistory: boolean): Quote {
  const deletedAt = toMomentOrNull(row.deletedAt);
  return {
    id: row.id,
    seq: row.seq,
    version: row.version,
    author: row.author,
    text: hidesHistory || deletedAt !== null || row.hiddenAt !== null ? null : row.text,
    deletedAt,
    ...(!hidesHistory && deletedAt === null && row.hiddenAt !== null && { hiddenAt: toMoment(row.hiddenAt) }),
  };
}

function toSummary({ channelId, replyCount, lastReplyAt }: ThreadRow, repliers: UserRef[] | null): ThreadSummary | undefined {
  if (replyCount === 0 || lastReplyAt === null) return undefined;
  return { channelId, replyCount, lastReplyAt, repliers: repliers ?? [] };
}

/** The wire's message. A deleted or hidden one has no text, data, custom or mentions, whatever the row holds; what was replied to it stays. */
export function toMessage(definition: ChatDefinition, row: FullMessageRow): Message {
  const isGone = row.deletedAt !== null || row.hiddenAt !== null;
  const thread = row.thread === null ? undefined : toSummary(row.thread, row.repliers);
  return {
    id: row.id,
    channelId: row.channelId,
    seq: row.seq,
    version: row.version,
    clientId: row.clientId,
    kind: row.kind,
    author: row.author,
    text: isGone ? "" : row.text,
    data: isGone ? null : row.data,
    mentions: isGone ? [] : row.mentionIds,
    mentionsAll: !isGone && row.mentionsAll,
    replyTo: isGone || row.quoted === null ? null : toQuote(row.quoted, row.hidesHistory),
    ...(thread !== undefined && { thread }),
    reactions: isGone ? [] : row.reactions,
    // Those that one has on a hidden message are kept for when it comes back: the event that shows it again is the same for all readers.
    ...(row.myReactions === undefined ? {} : { myReactions: row.deletedAt === null ? (row.myReactions ?? []) : [] }),
    messageCount: row.messageCount,
    createdAt: toMoment(row.createdAt),
    editedAt: toMomentOrNull(row.editedAt),
    deletedAt: toMomentOrNull(row.deletedAt),
    pinnedAt: toMomentOrNull(row.pinnedAt),
    ...(row.deletedAt === null && row.hiddenAt !== null && { hiddenAt: toMoment(row.hiddenAt) }),
    custom: isGone ? {} : readCustom(definition, "message", row.custom),
  };
}
