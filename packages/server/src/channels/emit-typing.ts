import type { ChannelIdInput, UserRef } from "@chat/contract";
import { blockedDirectSql } from "../blocks/policy.ts";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { readerSql } from "../members/policy.ts";
import type { Services } from "../services.ts";

/** Tells those who have the channel open that the caller writes; it ends by itself after `limits.typingMs`. Told too often it is dropped. Errors: NOT_FOUND. */
export async function emitTyping(services: Services, caller: Caller, { channelId }: ChannelIdInput): Promise<void> {
  const [row] = await services.db.query<UserRef & { mayWrite: boolean; memberCount: number }>(
    `SELECT u.id, u.name, u.image, u.version, h."memberCount", NOT ${blockedDirectSql("r")} AND r."archivedAt" IS NULL AND (r."frozenAt" IS NULL AND r."postingPolicy" = 'everyone' OR mb.role <> 'member') AND NOT EXISTS (
       SELECT FROM "Sanction" s WHERE s."userId" = u.id AND (s."channelId" IS NULL OR s."channelId" = r.id) AND s."liftedAt" IS NULL
         AND (s.until IS NULL OR s.until > now())) AS "mayWrite"
     FROM "Channel" c JOIN "Channel" r ON r.id = c."rootId" JOIN "ChannelHead" h ON h."channelId" = r.id ${readerSql("$2")} JOIN "User" u ON u.id = mb."userId"
     WHERE c.id = $1`,
    [channelId, caller.userId],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  const { mayWrite, memberCount, ...user } = row;
  // Counted for members alone: nobody else learns from it, or uses it up.
  if (mayWrite && (await services.limits.take("typing", `${caller.userId} ${channelId}`)) === 0)
    services.hub.emitTyping(channelId, user, memberCount);
}
