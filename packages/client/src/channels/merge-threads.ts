import type { ChannelEntry } from "@chat/contract";
import type { ChannelPage } from "../cache/action.ts";
import type { ChannelsState, HeldChannel } from "./channels-state.ts";
import { withPlace } from "./merge-entry.ts";
import { isFollowed } from "./thread-items.ts";
import { mentionsOf, unreadOf } from "./unread.ts";

type Held = ChannelsState["held"];

/** What a page's totals count beyond the entries that it brings or that are held. */
export function restOf(
  held: Held,
  page: ChannelPage,
  isCounted: (entry: ChannelEntry) => boolean,
): Pick<ChannelsState, "restUnread" | "restMentions"> {
  if (page.cursor === null) return { restUnread: 0, restMentions: 0 };
  const paged = new Set(page.items.map((entry) => entry.channel.id));
  const others = Object.values(held).filter(({ entry }) => !paged.has(entry.channel.id));
  const known = [...page.items, ...others.map(({ entry }) => entry)].filter(isCounted);
  const sum = (count: (entry: ChannelEntry) => number) => known.reduce((total, entry) => total + count(entry), 0);
  return {
    restUnread: Math.max(0, page.unreadTotal - sum(unreadOf)),
    restMentions: Math.max(0, page.mentionTotal - sum(mentionsOf)),
  };
}

/** A page of threads, which `next` holds already; a list from its top says of those that are not in it that they are followed no more. */
export function withThreads(
  state: ChannelsState,
  next: Pick<ChannelsState, "held" | "threadOf">,
  page: ChannelPage,
  replace: boolean,
): ChannelsState {
  const paged = new Set(page.items.map((entry) => entry.channel.id));
  const touched = new Set(state.touched);
  const last = page.items.at(-1)?.head.lastActivityAt ?? "";
  const isDropped = ([id, { entry }]: [string, HeldChannel]) =>
    isFollowed(entry) &&
    entry.head.seq > 0 &&
    !paged.has(id) &&
    !touched.has(id) &&
    (page.cursor === null || entry.head.lastActivityAt > last);
  const held = replace ? mapHeld(next.held, isDropped, (one) => withPlace(one, { base: null, read: null })) : next.held;
  return {
    ...state,
    ...next,
    held,
    threads: { loaded: true, cursor: page.cursor, error: null, ...restOf(held, page, isFollowed) },
  };
}

/** Whoever has no access to a channel has none to its threads. */
export function withoutThreads(state: ChannelsState, rootId: string): ChannelsState {
  const isOfRoot = ({ entry: { channel } }: HeldChannel) => channel.type === "thread" && channel.rootId === rootId;
  if (!Object.values(state.held).some(isOfRoot)) return state;
  return { ...state, held: Object.fromEntries(Object.entries(state.held).filter(([, held]) => !isOfRoot(held))) };
}

function mapHeld(held: Held, isMeant: (one: [string, HeldChannel]) => boolean, map: (one: HeldChannel) => HeldChannel): Held {
  return Object.fromEntries(Object.entries(held).map(([id, one]) => [id, isMeant([id, one]) ? map(one) : one]));
}
