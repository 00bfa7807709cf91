import type { ChannelIdInput, UserRef } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { inForceSql } from "../members/policy.ts";
import type { Services } from "../services.ts";

/** Tells those who have the channel open that the caller writes; it ends by itself after `limits.typingMs`. Told too often it is dropped. Errors: NOT_FOUND. */
export async function emitTyping(services: Services, caller: Caller, { channelId }: ChannelIdInput): Promise<void> {
  if ((await services.limits.take("typing", `${caller.userId} ${channelId}`)) > 0) return;
  const [row] = await services.db.query<UserRef & { mayWrite: boolean; memberCount: number }>(
    `SELECT u.id, u.name, u.image, u.version, h."memberCount", c."archivedAt" IS NULL AND (c."frozenAt" IS NULL OR mb.role <> 'member') AND NOT EXISTS (
       SELECT FROM "Sanction" s WHERE s."userId" = u.id AND (s."channelId" IS NULL OR s."channelId" = c."rootId") AND s."liftedAt" IS NULL
         AND (s.until IS NULL OR s.until > now())) AS "mayWrite"
     FROM "Channel" c JOIN "ChannelHead" h ON h."channelId" = c."rootId" JOIN "Member" mb ON mb."channelId" = c."rootId" AND mb."userId" = $2 AND ${inForceSql()} JOIN "User" u ON u.id = mb."userId"
     WHERE c.id = $1`,
    [channelId, caller.userId],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  const { mayWrite, memberCount, ...user } = row;
  if (mayWrite) services.hub.emitTyping(channelId, user, memberCount);
}
