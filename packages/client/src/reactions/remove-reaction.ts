import type { Message } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { changeMessage } from "../messages/change-message.ts";

/** Takes one emoji of the caller's back. Rejects with NOT_FOUND or MESSAGE_DELETED. */
export function removeReaction(context: ClientContext, channelId: string, messageId: string, emoji: string): Promise<Message> {
  return changeMessage(context, { channelId, messageId }, { kind: "unreact", emoji }, () =>
    context.trpc.reaction.remove.mutate({ messageId, emoji }),
  );
}
