import type { Message, ReactionInput } from "@chat/contract";
import type { Caller } from "../context.ts";
import { findChannelOf, requireLiveMessage, requireMember } from "../messages/policy.ts";
import type { Services } from "../services.ts";
import { readMyReactions } from "./record.ts";

/** Takes the caller's emoji back; one that is not there changes nothing. Errors: NOT_FOUND, MESSAGE_DELETED. */
export async function removeReaction(services: Services, caller: Caller, { messageId, emoji }: ReactionInput): Promise<Message> {
  const actorId = caller.userId;
  return services.append.push<Message>({
    channelId: await findChannelOf(services, actorId, messageId),
    actorId,
    needs: { messageIds: [messageId] },
    apply(work) {
      const message = requireLiveMessage(work, requireMember(work, actorId), messageId);
      const reactors = work.reactors(messageId, emoji);
      const place = reactors.indexOf(actorId);
      const had = message.reactions.find((reaction) => reaction.emoji === emoji);
      if (place >= 0 && had !== undefined) {
        reactors.splice(place, 1);
        const next = { emoji, count: had.count - 1, first: reactors.slice(0, 5) };
        message.reactions = message.reactions.flatMap((row) => (row !== had ? [row] : next.count > 0 ? [next] : []));
        work.dropReaction(messageId, actorId, emoji);
        work.touchMessage(message);
        work.emitMessage(message, { change: "reacted", by: actorId, reaction: { emoji, added: false } });
      }
      return { ...work.toMessage(message), myReactions: readMyReactions(work, message, actorId) };
    },
  });
}
