import type { EditMessage, Message } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { readMyReactions } from "../reactions/record.ts";
import { holdForReview } from "../rules/hold-for-review.ts";
import { settleCheck } from "../rules/settle-check.ts";
import type { Services } from "../services.ts";
import { parseMentions } from "./parse-mentions.ts";
import { findChannelOf, requireEditable, requireLength, requireLiveMessage, requireWriter } from "./policy.ts";

/**
 * Changes the text of an own message; the earlier text is kept as a revision, and the message is marked. The same text changes nothing.
 * Errors: NOT_FOUND, FORBIDDEN (somebody else's, or a system line), MESSAGE_DELETED, EDIT_TOO_LATE,
 * BLOCKED_BY_RULE, TOO_LONG, and those of writing (MUTED, CHANNEL_FROZEN …).
 */
export async function editMessage(services: Services, caller: Caller, { messageId, text }: EditMessage): Promise<Message> {
  const actorId = caller.userId;
  requireLength(services, text);
  const check = await services.rules.check(caller, text);
  const edited = services.append.push<Message>({
    channelId: await findChannelOf(services, actorId, messageId),
    actorId,
    needs: { messageIds: [messageId], userIds: parseMentions(text).userIds },
    apply(work) {
      const message = requireLiveMessage(work, requireWriter(work, actorId), messageId);
      if (message.authorId !== actorId || message.kind === "system") throw new ChatError("FORBIDDEN");
      const withMine = { myReactions: readMyReactions(work, message, actorId) };
      if (message.text === text) return { ...work.toMessage(message), ...withMine };
      requireEditable(services, work, message);
      const passed = check?.pass(work) ?? text;
      if (message.text === passed) return { ...work.toMessage(message), ...withMine };
      const mentioned = parseMentions(passed);
      work.keepRevision(message, actorId);
      message.text = passed;
      message.editedAt = work.now;
      message.mentionsAll = mentioned.all;
      const isHeld = check?.isHeld === true;
      const suspended = isHeld ? work.suspendMentions(message) : {};
      const unmentioned = work.replaceMentions(
        message,
        mentioned.userIds.filter((id) => id !== actorId && work.sees(work.member(id), message.seq)),
      );
      holdForReview(services, work, check, message);
      work.touchMessage(message);
      return { ...work.emitMessage(message, { change: "edited", ...unmentioned, ...suspended }), ...withMine };
    },
  });
  return settleCheck(services, check, edited);
}
