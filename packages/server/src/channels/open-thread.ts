import type { ChannelEntry, MessageIdInput } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { findChannelOf, requireMember, requireMessage, requireWriter } from "../messages/policy.ts";
import type { Change } from "../realtime/change.ts";
import type { Services } from "../services.ts";
import { loadEntry } from "./load-entries.ts";

/**
 * The one thread of a message, made if it is not there by whoever may write, however many at once. That alone tells nobody, and follows nothing.
 * Errors: NOT_FOUND, INVALID_INPUT for a reply, FORBIDDEN for a system line, and for a thread that is not there yet MESSAGE_DELETED and those of
 * writing (MUTED, CHANNEL_ARCHIVED …).
 */
export async function openThread(services: Services, caller: Caller, { messageId }: MessageIdInput): Promise<ChannelEntry> {
  const channelId = await findChannelOf(services, caller.userId, messageId);
  const threadId = await services.append.push(openChange(channelId, caller.userId, messageId));
  return loadEntry(services, caller.userId, threadId);
}

function openChange(channelId: string, actorId: string, messageId: string): Change<string> {
  return {
    channelId,
    actorId,
    needs: { messageIds: [messageId] },
    apply(work) {
      const message = requireMessage(work, requireMember(work, actorId), messageId);
      if (work.parent !== undefined) throw new ChatError("INVALID_INPUT", { message: "A reply has no thread of its own." });
      if (message.thread !== null) return message.thread.channelId;
      if (message.kind === "system") throw new ChatError("FORBIDDEN");
      requireWriter(work, actorId);
      if (message.deletedAt !== null) throw new ChatError("MESSAGE_DELETED");
      return work.openThread(message, actorId);
    },
  };
}
