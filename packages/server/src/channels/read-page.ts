import { limits, type ChannelEntry, type ListChannels } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { entryColumns, entryJoins, toEntry, type EntryRow } from "./load-entries.ts";

export interface ChannelsPage {
  readonly items: ChannelEntry[];
  /** Where the next page begins; null at the end. */
  readonly cursor: string | null;
  /** Over all the caller's channels that are not hidden, or all threads that they follow, not only this page's. */
  readonly unreadTotal: number;
  readonly mentionTotal: number;
}

interface Row {
  unreadTotal: number;
  mentionTotal: number;
  entry: EntryRow | null;
}

/** A page of the channels that `mine` selects: their "channelId", "lastActivityAt", unread and mentions, for the reader $1. */
export const pageSql = (mine: string) => `
WITH mine AS MATERIALIZED (${mine}), page AS (
  SELECT "channelId", "lastActivityAt" FROM mine
  WHERE $2::timestamptz IS NULL OR ("lastActivityAt", "channelId") < ($2, $3::uuid)
  ORDER BY "lastActivityAt" DESC, "channelId" DESC LIMIT $4
)
SELECT totals.*, e.entry FROM (
  SELECT COALESCE(sum(unread), 0)::int AS "unreadTotal", COALESCE(sum(mentions), 0)::int AS "mentionTotal" FROM mine
) totals LEFT JOIN (
  SELECT page."lastActivityAt", page."channelId", to_jsonb(r) AS entry FROM page
  CROSS JOIN LATERAL (SELECT ${entryColumns} FROM "Channel" c ${entryJoins} WHERE c.id = page."channelId") r
) e ON true
ORDER BY e."lastActivityAt" DESC NULLS LAST, e."channelId" DESC`;

/** Latest activity first, with totals for badge and title. Errors: INVALID_INPUT for a cursor that is not ours. */
export async function readPage(services: Services, caller: Caller, sql: string, input: ListChannels): Promise<ChannelsPage> {
  const { limit = limits.pageDefault, cursor } = input;
  const [at, id] = cursor === undefined ? [null, null] : readCursor(cursor);
  const rows = await services.db.query<Row>(sql, [caller.userId, at, id, limit + 1]);
  const items = rows.flatMap((row) => (row.entry === null ? [] : [toEntry(services, row.entry)]));
  const last = items.length > limit ? items[limit - 1] : undefined;
  return {
    items: items.slice(0, limit),
    cursor: last === undefined ? null : writeCursor(last),
    unreadTotal: rows[0]?.unreadTotal ?? 0,
    mentionTotal: rows[0]?.mentionTotal ?? 0,
  };
}

function writeCursor({ head, channel }: ChannelEntry): string {
  return Buffer.from(`${head.lastActivityAt} ${channel.id}`).toString("base64url");
}

function readCursor(cursor: string): [at: string, id: string] {
  const match = /^((?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    Buffer.from(cursor, "base64url").toString("latin1"),
  );
  const [, at, id] = match ?? [];
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at)))
    throw new ChatError("INVALID_INPUT", { message: "The cursor is not one of ours." });
  return [at, id];
}
