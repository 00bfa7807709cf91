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

/** Bytes of a page's entries: with what stands around them, a page is at most 50 KB, whatever names, texts and custom fields are in it. */
const pageBytes = 49_500;

/** Latest activity first, with totals for badge and title; fewer than asked for where their bytes fill the page. Errors: INVALID_INPUT for a cursor that is not ours. */
export async function readPage(services: Services, caller: Caller, sql: string, input: ListChannels): Promise<ChannelsPage> {
  const { limit = limits.pageDefault, cursor } = input;
  const [at, id] = cursor === undefined ? [null, null] : readCursor(cursor);
  const rows = await services.db.query<Row>(sql, [caller.userId, at, id, limit + 1]);
  const found = rows.flatMap((row) => (row.entry === null ? [] : [toEntry(services, row.entry)]));
  const items = fit(found.slice(0, limit));
  const last = items.length < found.length ? items.at(-1) : undefined;
  return {
    items,
    cursor: last === undefined ? null : writeCursor(last),
    unreadTotal: rows[0]?.unreadTotal ?? 0,
    mentionTotal: rows[0]?.mentionTotal ?? 0,
  };
}

/** The first of them that fill a page; at least one, so that the next begins after it. */
function fit(entries: ChannelEntry[]): ChannelEntry[] {
  let bytes = 0;
  const end = entries.findIndex((entry, index) => {
    bytes += Buffer.byteLength(JSON.stringify(entry)) + 1;
    return index > 0 && bytes > pageBytes;
  });
  return end === -1 ? entries : entries.slice(0, end);
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
