import type { PendingMessage } from "../messages/timeline.ts";

/** What is not sent, or failed, by channel; channels with nothing unsent are not in it. */
export type UnsentMap = Readonly<Record<string, readonly PendingMessage[]>>;

/** The unsent part of a channel's pending messages. */
export function applyToUnsent(unsent: UnsentMap, channelId: string | undefined, pending: readonly PendingMessage[]): UnsentMap {
  if (channelId === undefined) return unsent;
  const held = unsent[channelId];
  if (held === undefined && pending.length === 0) return unsent;
  const next = pending.filter((one) => one.state !== "confirmed");
  if (next.length === 0) {
    const { [channelId]: _, ...rest } = unsent;
    return held === undefined ? unsent : rest;
  }
  const isSame = held?.length === next.length && held.every((one, index) => one === next[index]);
  return isSame ? unsent : { ...unsent, [channelId]: next };
}
