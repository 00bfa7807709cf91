import type { EditMessage, Message } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { readMyReactions } from "../reactions/record.ts";
import type { Services } from "../services.ts";
import { parseMentions } from "./parse-mentions.ts";
import { findChannelOf, requireLiveMessage, requireWriter } from "./policy.ts";

/**
 * Changes the text of an own message; the earlier text is kept as a revision, and the message is marked. The same text changes nothing.
 * Errors: NOT_FOUND, FORBIDDEN (somebody else's, or a system line), MESSAGE_DELETED, and those of writing (MUTED, CHANNEL_FROZEN …).
 */
export async function editMessage(services: Services, caller: Caller, { messageId, text }: EditMessage): Promise<Message> {
  const actorId = caller.userId;
  const mentioned = parseMentions(text);
  return services.append.push<Message>({
    channelId: await findChannelOf(services, actorId, messageId),
    actorId,
    needs: { messageIds: [messageId], userIds: mentioned.userIds },
    apply(work) {
      const message = requireLiveMessage(work, requireWriter(work, actorId), messageId);
      if (message.authorId !== actorId || message.kind === "system") throw new ChatError("FORBIDDEN");
      const withMine = { myReactions: readMyReactions(work, message, actorId) };
      if (message.text === text) return { ...work.toMessage(message), ...withMine };
      work.keepRevision(message, actorId);
      message.text = text;
      message.editedAt = work.now;
      message.mentionsAll = mentioned.all;
      const unmentioned = work.replaceMentions(
        message,
        mentioned.userIds.filter((id) => id !== actorId && work.sees(work.member(id), message.seq)),
      );
      work.touchMessage(message);
      return { ...work.emitMessage(message, { change: "edited", ...unmentioned }), ...withMine };
    },
  });
}
