import type { ChannelLiveEvent, InboxLiveEvent, MessageEvent } from "@chat/contract";
import type { ChatState } from "../cache/slices.ts";

const unrelated: ReadonlySet<string> = new Set(["sent", "reacted", "replied"]);

/**
 * True for a change of an unread message that may have mentioned the caller before: the row does not tell, so the count has to be read anew.
 */
export function takesMention(
  { channels }: Pick<ChatState, "channels">,
  event: ChannelLiveEvent | InboxLiveEvent,
): event is MessageEvent {
  if (event.type !== "message" || unrelated.has(event.change ?? "")) return false;
  const me = channels.held[event.channelId]?.entry.me;
  return me != null && me.mentionCount > 0 && event.message.seq > Math.min(me.readSeq, (me.unreadFrom ?? Infinity) - 1);
}
