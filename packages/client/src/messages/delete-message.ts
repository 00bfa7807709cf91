import type { Message } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { changeMessage } from "./change-message.ts";

/** Deletes a message: own ones, and as owner or moderator any. A tombstone stays. Rejects with NOT_FOUND or FORBIDDEN. */
export function deleteMessage(context: ClientContext, channelId: string, messageId: string): Promise<Message> {
  return changeMessage(context, { channelId, messageId }, { kind: "delete" }, () =>
    context.trpc.message.delete.mutate({ messageId }),
  );
}
