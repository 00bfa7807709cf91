import type { ChannelHead, Message } from "@chat/contract";

/**
 * The newer of two copies of a channel's running numbers. Counts only rise, so what an own message's reply has counted before its event came
 * is not taken back by the events before it.
 */
export function newerHead(held: ChannelHead | null, head: ChannelHead): ChannelHead {
  if (held === null) return head;
  if (head.version <= held.version) return held;
  if (head.seq >= held.seq) return head;
  return { ...held, version: head.version, memberCount: head.memberCount };
}

/** The running numbers at a message whose event has not come yet. */
export function headAt(held: ChannelHead, message: Message): ChannelHead {
  if (message.seq <= held.seq) return held;
  return {
    ...held,
    seq: message.seq,
    messageCount: Math.max(held.messageCount, message.messageCount),
    lastActivityAt: message.createdAt,
  };
}
