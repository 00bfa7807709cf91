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
import { readerSql, visibleFromSql } from "../members/policy.ts";
import { toMember, type MemberRow } from "../members/record.ts";
import { messageColumns, messageJoins, personSql, toMessage, type FullMessageRow } from "../messages/record.ts";
import type { UserRef } from "@chat/contract";

/** A member or the channel itself, whose rows change seldom. */
type OtherRow =
  | { kind: "member"; version: number; row: MemberRow & { user: UserRef } }
  | { kind: "channel"; version: number; row: ChannelRow };

/** A changed message, or one row of nulls where none is; `head` and what is beside the messages stand in one of the rows only. */
interface ChangeRow extends Omit<FullMessageRow, "id"> {
  id: string | null;
  head: HeadRow | null;
  others: OtherRow[] | null;
  visibleFromSeq: number;
}

/** One more than a page, which tells that there are more. */
const mostRows = limits.page + 1;

/**
 * Rows changed above $2, ascending by version, with the channel's head in the same snapshot; $3 is the reader. The planner is shown no value, and what
 * is read is a page whoever asks for less: so it has nothing to learn from planning anew at each call, which took three times as long as the rows.
 */
const changesSql = (reader: boolean) => `
SELECT CASE WHEN x.place IS NULL OR x.place = 1 THEN to_jsonb(h) END AS head, ${reader ? visibleFromSql() : "0"} AS "visibleFromSeq", x.*,
  CASE WHEN x.place IS NULL OR x.place = 1 THEN (SELECT jsonb_agg(o) FROM (
    (SELECT 'member' AS kind, v.version, to_jsonb(v) || jsonb_build_object('user',
        jsonb_build_object('id', u.id, 'name', u.name, 'image', u.image, 'version', u.version)) AS row
      FROM (
        SELECT * FROM "Member" WHERE "channelId" = asked."channelId" AND version > asked.since ORDER BY version LIMIT ${mostRows}
      ) v CROSS JOIN LATERAL (${personSql('v."userId"')}) u)
    UNION ALL
    (SELECT 'channel', c.version, to_jsonb(c) WHERE c.version > asked.since)
  ) o) END AS others
FROM (SELECT (SELECT $1::uuid) AS "channelId", (SELECT $2::int) AS since${reader ? `, (SELECT $3::uuid) AS reader` : ""} OFFSET 0) asked
JOIN "ChannelHead" h ON h."channelId" = asked."channelId" JOIN "Channel" c ON c.id = asked."channelId"
${reader ? readerSql("asked.reader") : ""}
LEFT JOIN LATERAL (
  SELECT ${messageColumns(reader ? "asked.reader" : null)}, m.place FROM (
    SELECT p.*, row_number() OVER (ORDER BY p.version) AS place FROM "Message" p
    WHERE p."channelId" = asked."channelId" AND p.version > asked.since ORDER BY p.version LIMIT ${mostRows}
  ) m ${messageJoins}
) x ON true`;

const readerChangesSql = changesSql(true);
const nodeChangesSql = changesSql(false);

interface Changes {
  readonly head: ChannelHead;
  readonly purgeVersion: number;
  readonly visibleFromSeq: number;
  /** Ascending by version. */
  readonly events: DurableEvent[];
}

/** What the rows say, or undefined where the channel, or the reader in it, is not there. */
function toChanges(definition: ChatDefinition, channelId: string, rows: readonly ChangeRow[]): Changes | undefined {
  const first = rows.find((row) => row.head !== null);
  if (first === undefined || first.head === null) return undefined;
  const head = toHead(first.head);
  const events: DurableEvent[] = [];
  for (const row of rows) {
    if (row.id === null) continue;
    const message = toMessage(definition, { ...row, id: row.id });
    events.push({ type: "message", channelId, version: row.version, message, head });
  }
  for (const { kind, version, row } of first.others ?? []) {
    if (kind === "member") events.push({ type: "member", channelId, version, member: toMember(definition, row, row.user), head });
    else events.push({ type: "channel", channelId, version, channel: toChannel(definition, row), head });
  }
  events.sort((a, b) => a.version - b.version);
  return { head, purgeVersion: first.head.purgeVersion, visibleFromSeq: first.visibleFromSeq, events };
}

export interface ReadChanges {
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
  const rows = await db.query<ChangeRow>(readerChangesSql, [channelId, since, userId]);
  const changes = toChanges(definition, channelId, rows);
  if (changes === undefined) throw new ChatError("NOT_FOUND");
  const { head, purgeVersion, visibleFromSeq, events } = changes;
  const { version } = head;
  if (since > version || since < purgeVersion || (await isFarBehind(db, channelId, version, since)))
    return { reset: true, version };
  const items = events.slice(0, limit).map((event) => hideFrom(visibleFromSeq, event));
  const hasMore = events.length > limit;
  return { items, version: hasMore ? (items.at(-1)?.version ?? since) : version, hasMore, head };
}

/** What this node missed, the same for all readers: at most `limits.page` events. */
export async function readNodeChanges(
  db: Database,
  definition: ChatDefinition,
  channelId: string,
  since: number,
): Promise<DurableEvent[]> {
  const rows = await db.query<ChangeRow>(nodeChangesSql, [channelId, since]);
  return (toChanges(definition, channelId, rows)?.events ?? []).slice(0, limits.page);
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
