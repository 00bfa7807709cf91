import type { ChannelEntry, ChatDefinition, UserRef } from "@chat/contract";
import type { TypingMap, TypingUser } from "../typing/apply-event.ts";
import type { ChannelsState, HeldChannel } from "./channels-state.ts";
import { mentionsOf, unreadOf } from "./unread.ts";

/** A line of the channel list. */
export interface ChannelItem<D extends ChatDefinition = ChatDefinition> {
  entry: ChannelEntry<D>;
  unread: number;
  mentions: number;
  typing: UserRef[];
}

const nobody: readonly TypingUser[] = [];
const shown = new WeakMap<HeldChannel, { item: ChannelItem; typing: readonly TypingUser[] }>();

/** My channels: pinned ones first, then by last activity. Hidden ones come back with their next message. */
export function channelItems(held: ChannelsState["held"], typing: TypingMap): ChannelItem[] {
  return Object.values(held)
    .filter((channel) => isListed(channel.entry))
    .map((channel) => itemOf(channel, typing[channel.entry.channel.id] ?? nobody))
    .sort(byActivity);
}

/** Unread messages and mentions over all my channels that are not hidden, those that no page has brought yet included. */
export function totalsOf(state: ChannelsState): { unreadTotal: number; mentionTotal: number } {
  const mine = Object.values(state.held).filter((held) => held.base !== null && isListed(held.entry));
  return {
    unreadTotal: mine.reduce((total, held) => total + unreadOf(held.entry), state.restUnread),
    mentionTotal: mine.reduce((total, held) => total + mentionsOf(held.entry), state.restMentions),
  };
}

/** In the list: mine, no thread, and not hidden since its last activity. */
export function isListed({ channel, me, head }: ChannelEntry): boolean {
  return me !== null && channel.type !== "thread" && (me.hiddenAt === null || head.lastActivityAt > me.hiddenAt);
}

function itemOf(held: HeldChannel, typing: readonly TypingUser[]): ChannelItem {
  const known = shown.get(held);
  if (known?.typing === typing) return known.item;
  const { entry } = held;
  const item = { entry, unread: unreadOf(entry), mentions: mentionsOf(entry), typing: typing.map((typist) => typist.user) };
  shown.set(held, { item, typing });
  return item;
}

function byActivity(a: ChannelItem, b: ChannelItem): number {
  const pinned = Number(b.entry.me?.pinnedAt != null) - Number(a.entry.me?.pinnedAt != null);
  return (
    pinned || compare(b.entry.head.lastActivityAt, a.entry.head.lastActivityAt) || compare(a.entry.channel.id, b.entry.channel.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
