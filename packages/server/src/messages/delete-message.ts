import type { Message, MessageIdInput } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import type { ChannelWork } from "../realtime/channel-work.ts";
import type { Services } from "../services.ts";
import { findChannelOf, requireMember, requireMessage } from "./policy.ts";
import type { MessageRow } from "./record.ts";
import { discountReply } from "./sum-up-thread.ts";

/**
 * Leaves a tombstone: the text goes to a revision and leaves every event and answer. One's own, or anybody's as owner or moderator of the
 * channel. A second time changes nothing. Errors: NOT_FOUND, FORBIDDEN (somebody else's, or a system line).
 */
export async function deleteMessage(services: Services, caller: Caller, { messageId }: MessageIdInput): Promise<Message> {
  const actorId = caller.userId;
  return services.append.push<Message>({
    channelId: await findChannelOf(services, actorId, messageId),
    actorId,
    needs: { messageIds: [messageId], replies: true },
    apply(work) {
      const member = requireMember(work, actorId);
      const message = requireMessage(work, member, messageId);
      const isOwn = message.authorId === actorId;
      const moderates = member.role !== "member" && work.root.channel.type !== "direct";
      if (message.kind === "system" || (!isOwn && !moderates)) throw new ChatError("FORBIDDEN");
      if (message.deletedAt !== null) return work.toMessage(message);
      return leaveTombstone(work, message, actorId, isOwn ? {} : { by: actorId });
    },
  });
}

/** Deletes a message of the change's `needs`, which are to have `replies` too; `by` is told to all. */
export function leaveTombstone(work: ChannelWork, message: MessageRow, actorId: string, told: { by?: string } = {}): Message {
  work.keepRevision(message, actorId);
  Object.assign(message, { text: "", data: null, custom: {}, reactions: [], mentionsAll: false });
  message.deletedAt = work.now;
  message.deletedById = actorId;
  message.hiddenAt = null;
  const unmentioned = work.replaceMentions(message, []);
  work.touchMessage(message);
  discountReply(work, message, told.by ?? message.authorId);
  return work.emitMessage(message, { change: "deleted", ...unmentioned, ...told });
}
