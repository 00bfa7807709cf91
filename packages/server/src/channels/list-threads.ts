import type { ListThreads } from "@chat/contract";
import type { Caller } from "../context.ts";
import { followsSql, readerSql } from "../members/policy.ts";
import type { Services } from "../services.ts";
import { pageSql, readPage, type ChannelsPage } from "./read-page.ts";
import { mentionCountSql } from "./record.ts";

const sql = pageSql(`
  SELECT own."channelId", h."lastActivityAt", GREATEST(0, h."messageCount" - own."cursorCount") AS unread,
    ${mentionCountSql("own")} + GREATEST(0, h."broadcastCount" - own."cursorBroadcast") AS mentions
  FROM "Member" own JOIN "Channel" c ON c.id = own."channelId" AND c.type = 'thread'
  JOIN "ChannelHead" h ON h."channelId" = c.id AND h.seq > 0 ${readerSql("$1")}
  WHERE own."userId" = $1 AND ${followsSql("own")}`);

/** Threads that the caller follows and that somebody replied in, latest reply first, each with its parent. Errors: INVALID_INPUT for a cursor that is not ours. */
export function listThreads(services: Services, caller: Caller, input: ListThreads): Promise<ChannelsPage> {
  return readPage(services, caller, sql, input);
}
