import { limits, type ChannelHead, type ListMessages, type Message } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import { toHead, type HeadRow } from "../channels/record.ts";
import type { Caller } from "../context.ts";
import { readerSql, visibleFromSql } from "../members/policy.ts";
import type { Services } from "../services.ts";
import { messageColumns, messageJoins, toMessage, type FullMessageRow } from "./record.ts";

interface PageRow extends FullMessageRow {
  /** In one of the rows only. */
  head: HeadRow | null;
}

export interface MessagePage {
  /** Ascending by seq. */
  readonly items: Message[];
  /** The channel's version in the snapshot of this page: where `live.channel` and `message.changes` go on. */
  readonly version: number;
  readonly head: ChannelHead;
}

const columns = messageColumns("reader.id");

/**
 * $1 channel, $2 reader, $3 rows, $4 seq. The page is picked on the index before anything is joined. The planner is shown no value and a bound that
 * is written down: so it has nothing to learn from planning anew at each call, which took longer than the rows.
 */
const pageSql = (where: string) => `
SELECT CASE WHEN x.place IS NULL OR x.place = 1 THEN to_jsonb(h) END AS head, x.*
FROM (SELECT (SELECT $1::uuid) AS "channelId", (SELECT $2::uuid) AS id OFFSET 0) reader
JOIN "ChannelHead" h ON h."channelId" = reader."channelId" JOIN "Channel" c ON c.id = reader."channelId"
${readerSql("reader.id")}
LEFT JOIN LATERAL (
  SELECT ${columns}, m.place FROM (SELECT w.*, row_number() OVER () AS place FROM (${where}) w) m ${messageJoins}
) x ON true
ORDER BY x.seq`;

/** The first of the channel's messages in that order, and no more than so many, where the reader sees them. */
const pick = (condition: string, order: "ASC" | "DESC", rows = "(SELECT $3::int)") => `SELECT * FROM (
  SELECT p.* FROM "Message" p WHERE p."channelId" = reader."channelId" AND p.seq >= ${visibleFromSql()} AND ${condition}
  ORDER BY p.seq ${order} LIMIT ${limits.page}
) picked LIMIT ${rows}`;

const seq = "(SELECT $4::int)";
const latestSql = pageSql(pick("true", "DESC"));
const beforeSql = pageSql(pick(`p.seq < ${seq}`, "DESC"));
const afterSql = pageSql(pick(`p.seq > ${seq}`, "ASC"));
const aroundSql = pageSql(`(${pick(`p.seq <= ${seq}`, "DESC", "((SELECT $3::int) + 1) / 2")})
  UNION ALL (${pick(`p.seq > ${seq}`, "ASC", "(SELECT $3::int) / 2")})`);

/** A page of a channel's messages by seq, from one snapshot. Errors: NOT_FOUND (no such channel, or not a member). */
export async function listMessages(services: Services, caller: Caller, input: ListMessages): Promise<MessagePage> {
  const { before, after, around, limit = limits.pageDefault } = input;
  const seq = before ?? after ?? around;
  const sql = before !== undefined ? beforeSql : after !== undefined ? afterSql : around !== undefined ? aroundSql : latestSql;
  const values = [input.channelId, caller.userId, limit, ...(seq === undefined ? [] : [seq])];
  const rows = await services.db.query<PageRow>(sql, values);
  const row = rows.find(({ head }) => head !== null);
  if (row?.head == null) throw new ChatError("NOT_FOUND");
  const head = toHead(row.head);
  const items = rows.filter(({ id }) => id !== null).map((message) => toMessage(services.definition, message));
  return { items, version: head.version, head };
}
