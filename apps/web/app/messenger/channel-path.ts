import type { Message } from "@chat/contract";

/** The address of a channel; null is the list alone. */
export function channelPath(channelId: string | null): string {
  return channelId === null ? "/" : `/c/${channelId}`;
}

/** The channel that an address shows; null for none. */
export function channelOfPath(path: string): string | null {
  return /^\/c\/([0-9a-f-]{36})$/.exec(path)?.[1] ?? null;
}

const place = /^#m(\d{1,9})$/;

/** A link to one message, for copying. */
export function messageLink({ channelId, seq }: Pick<Message, "channelId" | "seq">): string {
  return `${window.location.origin}${channelPath(channelId)}#m${seq}`;
}

/** The message's number that an address's fragment names; null for none. */
export function seqOfFragment(fragment: string): number | null {
  const digits = place.exec(fragment)?.[1];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}
