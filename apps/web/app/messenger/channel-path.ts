import type { Message } from "@chat/contract";

/** What an address shows: a channel, and the message in it whose thread is open. */
export interface Place {
  channelId: string | null;
  threadOf: string | null;
}

/** The address of a channel, and of a thread in it; null is the list alone. */
export function channelPath(channelId: string | null, threadOf: string | null = null): string {
  if (channelId === null) return "/";
  return threadOf === null ? `/c/${channelId}` : `/c/${channelId}/t/${threadOf}`;
}

/** What one of our addresses shows; nothing of others. */
export function placeOfPath(path: string): Place {
  const [, channelId = null, threadOf = null] = /^\/c\/([0-9a-f-]{36})(?:\/t\/([0-9a-f-]{36}))?$/.exec(path) ?? [];
  return { channelId, threadOf };
}

const place = /^#m(\d{1,9})$/;

/** A link to one message, for copying; `thread` is where a reply stands. */
export function messageLink(
  { channelId, seq }: Pick<Message, "channelId" | "seq">,
  thread?: { channelId: string; messageId: string },
): string {
  const path = thread === undefined ? channelPath(channelId) : channelPath(thread.channelId, thread.messageId);
  return `${window.location.origin}${path}#m${seq}`;
}

/** The message's number that an address's fragment names; null for none. */
export function seqOfFragment(fragment: string): number | null {
  const digits = place.exec(fragment)?.[1];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}
