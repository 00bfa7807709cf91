import {
  limits,
  type ChangesPage,
  type ChannelHead,
  type ChatDefinition,
  type DurableEvent,
  type SkipEvent,
} from "@chat/contract";
import type { Database } from "@chat/db";
import { ChatError } from "../chat-error.ts";
import { toChannel, toHead, type ChannelRow, type HeadRow } from "../channels/record.ts";
import { inForceSql } from "../members/policy.ts";
import { toMember, type MemberRow } from "../members/record.ts";
import { messageColumns, messageJoins, toMessage, type FullMessageRow } from "../messages/record.ts";
import type { UserRef } from "@chat/contract";

interface ChangeRow {
  head: HeadRow;
  visibleFromSeq: number;
  kind: "message" | "member" | "channel" | null;
  row: unknown;
}

/** Rows changed above $2, ascending by version, with the channel's head in the same snapshot. $3 rows at most; $4 is the reader. */
const changesSql = (reader: boolean) => `
SELECT to_jsonb(h) AS head, ${reader ? `mb."visibleFromSeq"` : "0"} AS "visibleFromSeq", x.kind, x.row
FROM "ChannelHead" h JOIN "Channel" c ON c.id = h."channelId"
${reader ? `JOIN "Member" mb ON mb."channelId" = c."rootId" AND mb."userId" = $4 AND ${inForceSql()}` : ""}
LEFT JOIN LATERAL (
  SELECT * FROM (
    (SELECT 'message' AS kind, m.version, to_jsonb(m) AS row FROM (
      SELECT ${messageColumns(reader ? "$4" : null)} FROM "Message" m ${messageJoins}
      WHERE m."channelId" = $1 AND m.version > $2 ORDER BY m.version LIMIT $3
    ) m)
    UNION ALL
    (SELECT 'member', v.version, to_jsonb(v) || jsonb_build_object('user',
        jsonb_build_object('id', u.id, 'name', u.name, 'image', u.image, 'version', u.version))
      FROM "Member" v JOIN "User" u ON u.id = v."userId"
      WHERE v."channelId" = $1 AND v.version > $2 ORDER BY v.version LIMIT $3)
    UNION ALL
    (SELECT 'channel', c.version, to_jsonb(c) WHERE c.version > $2)
  ) u ORDER BY version LIMIT $3
) x ON true
WHERE h."channelId" = $1`;

const readerSql = changesSql(true);
const nodeSql = changesSql(false);

function toEvent(definition: ChatDefinition, channelId: string, head: ChannelHead, change: ChangeRow): DurableEvent {
  if (change.kind === "message") {
    const message = toMessage(definition, change.row as FullMessageRow);
    return { type: "message", channelId, version: message.version, message, head };
  }
  if (change.kind === "member") {
    const row = change.row as MemberRow & { user: UserRef };
    return { type: "member", channelId, version: row.version, member: toMember(definition, row, row.user), head };
  }
  const channel = toChannel(definition, change.row as ChannelRow);
  return { type: "channel", channelId, version: channel.version, channel, head };
}

interface ReadChanges {
  readonly channelId: string;
  readonly since: number;
  readonly limit: number;
}

/** What one reader missed. `reset` when `since` is beyond the channel, below what was purged, or too far behind. Errors: NOT_FOUND. */
export async function readChanges(
  db: Database,
  definition: ChatDefinition,
  userId: string,
  { channelId, since, limit }: ReadChanges,
): Promise<ChangesPage> {
  const rows = await db.query<ChangeRow>(readerSql, [channelId, since, limit + 1, userId]);
  const first = rows[0];
  if (first === undefined) throw new ChatError("NOT_FOUND");
  const { version, purgeVersion } = first.head;
  if (since > version || since < purgeVersion || (await isFarBehind(db, channelId, version, since)))
    return { reset: true, version };
  const head = toHead(first.head);
  const changed = rows.filter((row) => row.kind !== null).slice(0, limit);
  const items = changed.map((row) => hideFrom(first.visibleFromSeq, toEvent(definition, channelId, head, row)));
  const hasMore = rows.length > limit;
  return { items, version: hasMore ? (items.at(-1)?.version ?? since) : version, hasMore, head };
}

/** What this node missed, the same for all readers: at most `limits.page` events. */
export async function readNodeChanges(
  db: Database,
  definition: ChatDefinition,
  channelId: string,
  since: number,
): Promise<DurableEvent[]> {
  const rows = await db.query<ChangeRow>(nodeSql, [channelId, since, limits.page]);
  return rows.filter((row) => row.kind !== null).map((row) => toEvent(definition, channelId, toHead(row.head), row));
}

function hideFrom(visibleFromSeq: number, event: DurableEvent): DurableEvent | SkipEvent {
  if (event.type !== "message" || event.message.seq >= visibleFromSeq) return event;
  return { type: "skip", channelId: event.channelId, version: event.version };
}

/** Versions count changes, not rows: only when the numbers allow it are the rows counted. */
async function isFarBehind(db: Database, channelId: string, version: number, since: number): Promise<boolean> {
  if (version - since <= limits.changesBehind) return false;
  const [row] = await db.query<{ count: number }>(
    `SELECT count(*) FROM (SELECT 1 FROM "Message" WHERE "channelId" = $1 AND version > $2 LIMIT $3) changed`,
    [channelId, since, limits.changesBehind + 1],
  );
  return (row?.count ?? 0) > limits.changesBehind;
}
