import { limits, type Message, type ReactionInput } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { findChannelOf, requireLiveMessage, requireWriter } from "../messages/policy.ts";
import type { Services } from "../services.ts";
import { namedReactors, readMyReactions } from "./record.ts";

/**
 * Adds the caller's emoji to a message; a second time changes nothing. Errors: NOT_FOUND, MESSAGE_DELETED, TOO_MANY (more than
 * `limits.emojiPerMessage` different ones), and those of writing (MUTED, CHANNEL_FROZEN …).
 */
export async function addReaction(services: Services, caller: Caller, { messageId, emoji }: ReactionInput): Promise<Message> {
  const actorId = caller.userId;
  return services.append.push<Message>({
    channelId: await findChannelOf(services, actorId, messageId),
    actorId,
    needs: { messageIds: [messageId] },
    apply(work) {
      const message = requireLiveMessage(work, requireWriter(work, actorId), messageId);
      const reactors = work.reactors(messageId, emoji);
      if (!reactors.includes(actorId)) {
        const had = message.reactions.find((reaction) => reaction.emoji === emoji);
        if (had === undefined && message.reactions.length >= limits.emojiPerMessage) throw new ChatError("TOO_MANY");
        const next = { emoji, count: (had?.count ?? 0) + 1, first: [...(had?.first ?? []), actorId].slice(0, namedReactors) };
        message.reactions =
          had === undefined ? [...message.reactions, next] : message.reactions.map((row) => (row === had ? next : row));
        reactors.push(actorId);
        work.addReaction(messageId, actorId, emoji);
        work.touchMessage(message);
        work.emitMessage(message, { change: "reacted", by: actorId, reaction: { emoji, added: true } });
      }
      return { ...work.toMessage(message), myReactions: readMyReactions(work, message, actorId) };
    },
  });
}
