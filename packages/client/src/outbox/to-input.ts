import type { SendMessage } from "@chat/contract";
import type { PendingMessage } from "../messages/timeline.ts";

/** What is sent of a pending message. */
export function toInput(channelId: string, pending: PendingMessage): SendMessage {
  const { clientId, text, kind, data, replyTo, readSeq, custom } = pending;
  return {
    channelId,
    clientId,
    text,
    ...(kind === "text" ? {} : { kind }),
    ...(data === null ? {} : { data }),
    ...(replyTo === null ? {} : { replyToId: replyTo.id }),
    ...(readSeq === undefined ? {} : { readSeq }),
    ...(custom === undefined ? {} : { custom }),
  };
}
