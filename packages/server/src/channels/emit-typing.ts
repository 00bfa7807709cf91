import type { ChannelIdInput, UserRef } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { inForceSql } from "../members/policy.ts";
import type { Services } from "../services.ts";

/** Tells those who have the channel open that the caller writes; it ends by itself after `limits.typingMs`. Errors: NOT_FOUND. */
export async function emitTyping(services: Services, caller: Caller, { channelId }: ChannelIdInput): Promise<void> {
  const [row] = await services.db.query<UserRef & { mayWrite: boolean }>(
    `SELECT u.id, u.name, u.image, u.version, c."archivedAt" IS NULL AND (c."frozenAt" IS NULL OR mb.role <> 'member') AND NOT EXISTS (
       SELECT FROM "Sanction" s WHERE s."userId" = u.id AND (s."channelId" IS NULL OR s."channelId" = c."rootId") AND s."liftedAt" IS NULL
         AND (s.until IS NULL OR s.until > now())) AS "mayWrite"
     FROM "Channel" c JOIN "Member" mb ON mb."channelId" = c."rootId" AND mb."userId" = $2 AND ${inForceSql()} JOIN "User" u ON u.id = mb."userId"
     WHERE c.id = $1`,
    [channelId, caller.userId],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  const { mayWrite, ...user } = row;
  if (mayWrite) services.hub.emitTyping(channelId, user);
}
