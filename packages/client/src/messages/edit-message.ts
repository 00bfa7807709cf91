import type { Message } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { changeMessage } from "./change-message.ts";

/** Replaces the text of an own message. Rejects with NOT_FOUND, FORBIDDEN, MESSAGE_DELETED, TOO_LONG or INVALID_TEXT. */
export function editMessage(context: ClientContext, channelId: string, messageId: string, text: string): Promise<Message> {
  return changeMessage(context, { channelId, messageId }, { kind: "edit", text }, () =>
    context.trpc.message.edit.mutate({ messageId, text }),
  );
}
