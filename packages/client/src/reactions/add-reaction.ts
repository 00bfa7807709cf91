import type { Message } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { changeMessage } from "../messages/change-message.ts";

/** Adds one emoji of the caller's; twice is once. Rejects with NOT_FOUND, MESSAGE_DELETED or TOO_MANY. */
export function addReaction(context: ClientContext, channelId: string, messageId: string, emoji: string): Promise<Message> {
  return changeMessage(context, { channelId, messageId }, { kind: "react", emoji }, () =>
    context.trpc.reaction.add.mutate({ messageId, emoji }),
  );
}
