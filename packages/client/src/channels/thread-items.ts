import type { ChannelEntry } from "@chat/contract";
import type { ChannelsState } from "./channels-state.ts";
import { mentionsOf, unreadOf } from "./unread.ts";

/** Threads that the caller follows and that something stands in, latest reply first. */
export function threadItems(held: ChannelsState["held"]): ChannelEntry[] {
  return Object.values(held)
    .map(({ entry }) => entry)
    .filter((entry) => isFollowed(entry) && entry.head.seq > 0)
    .sort((a, b) => compare(b.head.lastActivityAt, a.head.lastActivityAt) || compare(b.channel.id, a.channel.id));
}

/** Unread replies and mentions over all threads that the caller follows, those that no page has brought yet included. */
export function threadTotalsOf({ held, threads }: ChannelsState): { unreadTotal: number; mentionTotal: number } {
  const mine = Object.values(held).filter(({ entry }) => isFollowed(entry));
  return {
    unreadTotal: mine.reduce((total, { entry }) => total + unreadOf(entry), threads.restUnread),
    mentionTotal: mine.reduce((total, { entry }) => total + mentionsOf(entry), threads.restMentions),
  };
}

export function isFollowed({ channel, me }: ChannelEntry): boolean {
  return channel.type === "thread" && me !== null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
