import type { ChannelEntry, ChannelIdInput } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { admit } from "../members/policy.ts";
import { writeSystemLine } from "../realtime/write-system-line.ts";
import type { Change } from "../realtime/change.ts";
import type { Services } from "../services.ts";
import { loadEntry } from "./load-entries.ts";
import { publicSql, requireOpen } from "./policy.ts";

/** Makes the caller a member of a public group; one who is a member stays one. Errors: NOT_FOUND, CHANNEL_ARCHIVED, BANNED, RATE_LIMITED. */
export async function joinChannel(services: Services, caller: Caller, { channelId }: ChannelIdInput): Promise<ChannelEntry> {
  await services.limits.require("join", caller.userId);
  const [visible] = await services.db.query(
    `SELECT 1 FROM "Channel" c WHERE c.id = $1 AND (${publicSql("$3")}
       OR EXISTS (SELECT FROM "Member" mb WHERE mb."channelId" = c."rootId" AND mb."userId" = $2 AND mb."leftAt" IS NULL))`,
    [channelId, caller.userId, caller.issuer],
  );
  if (visible === undefined) throw new ChatError("NOT_FOUND");
  await services.append.push(joinChange(channelId, caller.userId, { isInvited: false }));
  return loadEntry(services, caller.userId, channelId);
}

/** `isInvited`: by the room's key, so that it need not be public. */
export function joinChange(channelId: string, actorId: string, { isInvited }: { isInvited: boolean }): Change<void> {
  return {
    channelId,
    actorId,
    apply(work) {
      const isMember = work.member(actorId) !== undefined;
      const { type, visibility } = work.channel;
      if (!isMember && (type !== "group" || (visibility !== "public" && !isInvited))) throw new ChatError("NOT_FOUND");
      const actor = work.user(actorId);
      if (actor === undefined || actor.deactivatedAt !== null) throw new ChatError("UNAUTHENTICATED");
      if (work.sanctionOf(actorId, "ban") !== undefined) throw new ChatError("BANNED");
      if (isMember) return;
      requireOpen(work);
      admit(work, actorId, "member");
      writeSystemLine(work, actorId, { type: "member.joined" });
    },
  };
}
