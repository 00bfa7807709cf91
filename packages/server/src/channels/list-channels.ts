import type { ListChannels } from "@chat/contract";
import type { Caller } from "../context.ts";
import { inForceSql } from "../members/policy.ts";
import type { Services } from "../services.ts";
import { pageSql, readPage, type ChannelsPage } from "./read-page.ts";
import { mentionCountSql } from "./record.ts";

const sql = pageSql(`
  SELECT mb."channelId", h."lastActivityAt", GREATEST(0, h."messageCount" - mb."cursorCount") AS unread,
    ${mentionCountSql()} + GREATEST(0, h."broadcastCount" - mb."cursorBroadcast") AS mentions
  FROM "Member" mb JOIN "Channel" c ON c.id = mb."channelId" AND c."rootId" = c.id
  JOIN "ChannelHead" h ON h."channelId" = c.id
  WHERE mb."userId" = $1 AND ${inForceSql()} AND (mb."hiddenAt" IS NULL OR h."lastActivityAt" > mb."hiddenAt")`);

/**
 * The caller's channels, latest activity first, without threads and without those hidden since their last activity; with totals for badge and
 * title. One statement. Errors: INVALID_INPUT for a cursor that is not ours.
 */
export function listChannels(services: Services, caller: Caller, input: ListChannels): Promise<ChannelsPage> {
  return readPage(services, caller, sql, input);
}
