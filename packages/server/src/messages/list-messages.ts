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

const columns = messageColumns("$2");

/** $1 channel, $2 reader, $3 rows, $4 seq. The page is picked on the index before anything is joined. */
const pageSql = (where: string) => `
SELECT CASE WHEN x.place IS NULL OR x.place = 1 THEN to_jsonb(h) END AS head, x.*
FROM "ChannelHead" h JOIN "Channel" c ON c.id = h."channelId"
${readerSql("$2")}
LEFT JOIN LATERAL (
  SELECT ${columns}, m.place FROM (SELECT w.*, row_number() OVER () AS place FROM (${where}) w) m ${messageJoins}
) x ON true
WHERE h."channelId" = $1 ORDER BY x.seq`;

const visible = `"Message" p WHERE p."channelId" = $1 AND p.seq >= ${visibleFromSql()}`;
const latestSql = pageSql(`SELECT p.* FROM ${visible} ORDER BY p.seq DESC LIMIT $3`);
const beforeSql = pageSql(`SELECT p.* FROM ${visible} AND p.seq < $4 ORDER BY p.seq DESC LIMIT $3`);
const afterSql = pageSql(`SELECT p.* FROM ${visible} AND p.seq > $4 ORDER BY p.seq LIMIT $3`);
const aroundSql = pageSql(`(SELECT p.* FROM ${visible} AND p.seq <= $4 ORDER BY p.seq DESC LIMIT ($3::int + 1) / 2)
  UNION ALL (SELECT p.* FROM ${visible} AND p.seq > $4 ORDER BY p.seq LIMIT $3::int / 2)`);

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
