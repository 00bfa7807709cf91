import type { ChannelEntry, ChannelLiveEvent, DurableEvent, InboxLiveEvent, StateEvent } from "@chat/contract";
import type { Action, ChannelPage } from "../cache/action.ts";
import type { Timeline } from "../messages/timeline.ts";
import { emptyChannels, type ChannelsState, type HeldChannel } from "./channels-state.ts";
import { applyChannel, applyMember, applyMessage, mergeEntry, mergeMembership, withPlace } from "./merge-entry.ts";
import { pendingRead } from "./pending-read.ts";
import { mentionsOf, unreadOf } from "./unread.ts";
import { isListed } from "./channel-items.ts";

interface Beside {
  myId: string | undefined;
  timeline: Timeline;
}

/** The channel list with its counts and previews. */
export function applyToChannels(state: ChannelsState, action: Action, { myId, timeline }: Beside): ChannelsState {
  switch (action.type) {
    case "event":
      return applyEvent(state, action.event, myId);
    case "message.reply":
      return change(state, action.channelId, (held) => applyMessage(held, action.message, undefined, myId));
    case "members.reply":
      return change(state, action.channelId, (held) =>
        action.members.reduce((next, member) => applyMember(next, member, undefined, myId), held),
      );
    case "channel.reply":
      return change(state, action.channelId, (held) => applyChannel(held, action.channel, undefined));
    case "state.reply":
      return change(state, action.channelId, (held) => mergeMembership(held, action.me));
    case "read.marked":
      return change(state, action.channelId, (held) => {
        const read = pendingRead(held, timeline, action.seq, myId);
        return read === null ? held : withPlace(held, { read });
      });
    case "read.failed":
      return change(state, action.channelId, (held) => (held.read === null ? held : withPlace(held, { read: null })));
    case "channels.started":
      return { ...state, reads: state.reads + 1, error: null };
    case "channels.arrived":
      return settle(withPage(state, action.page, action.replace, myId));
    case "channels.failed":
      return settle({ ...state, error: action.error });
    case "entry.started":
      return { ...state, reads: state.reads + 1 };
    case "entry.arrived": {
      const { [action.entry.channel.id]: _, ...entryErrors } = state.entryErrors;
      const read = touch({ ...state, entryErrors, held: withEntries(state.held, [action.entry]) }, action.entry.channel.id);
      const next = replay(read, new Set([action.entry.channel.id]), myId);
      return action.reading ? settle(next) : next;
    }
    case "entry.failed":
      return settle({ ...state, entryErrors: { ...state.entryErrors, [action.channelId]: action.error } });
    case "channel.gone": {
      // A public channel that one may look at, though not read, stays.
      const { [action.channelId]: gone, ...held } = state.held;
      return gone === undefined || gone.base === null ? state : { ...state, held };
    }
    case "list.dropped":
      return emptyChannels;
    default:
      return state;
  }
}

function applyEvent(state: ChannelsState, event: ChannelLiveEvent | InboxLiveEvent, myId: string | undefined): ChannelsState {
  switch (event.type) {
    case "message":
    case "member":
    case "channel":
    case "state": {
      const touched = touch(state, event.channelId);
      const logged = touched === state ? state : { ...touched, log: [...touched.log, event] };
      return change(logged, event.channelId, (held) => applyOne(held, event, myId));
    }
    default:
      return state;
  }
}

function applyOne(held: HeldChannel, event: DurableEvent | StateEvent, myId: string | undefined): HeldChannel {
  switch (event.type) {
    case "message":
      return applyMessage(held, event.message, event.head, myId);
    case "member":
      return applyMember(held, event.member, event.head, myId);
    case "channel":
      return applyChannel(held, event.channel, event.head);
    case "state":
      // The own place of a channel that was left is of no use, and a new one comes with its entry.
      return held.base === null ? held : mergeMembership(held, event.me);
  }
}

function withPage(state: ChannelsState, page: ChannelPage, replace: boolean, myId: string | undefined): ChannelsState {
  const paged = new Set(page.items.map((entry) => entry.channel.id));
  // What an event brought while the page was in flight is newer than the page's silence about it.
  const touched = new Set(state.touched);
  const kept = Object.entries(state.held).filter(
    ([id, held]) => !replace || paged.has(id) || touched.has(id) || held.base === null,
  );
  const base = replace ? Object.fromEntries(kept) : state.held;
  const others = Object.values(base).filter((held) => !paged.has(held.entry.channel.id));
  const known = [...page.items, ...others.map((held) => held.entry)].filter(isListed);
  const sum = (count: (entry: ChannelEntry) => number) => known.reduce((total, entry) => total + count(entry), 0);
  const next: ChannelsState = {
    ...state,
    held: withEntries(base, page.items),
    loaded: true,
    cursor: page.cursor,
    restUnread: page.cursor === null ? 0 : Math.max(0, page.unreadTotal - sum(unreadOf)),
    restMentions: page.cursor === null ? 0 : Math.max(0, page.mentionTotal - sum(mentionsOf)),
    error: null,
  };
  return replay(next, paged, myId);
}

function withEntries(held: ChannelsState["held"], entries: readonly ChannelEntry[]): ChannelsState["held"] {
  const next = { ...held };
  for (const entry of entries) next[entry.channel.id] = mergeEntry(next[entry.channel.id], entry);
  return next;
}

/** Events that came while the read was in flight, once more over what it brought. */
function replay(state: ChannelsState, channelIds: ReadonlySet<string>, myId: string | undefined): ChannelsState {
  return state.log
    .filter((event) => channelIds.has(event.channelId))
    .reduce((next, event) => change(next, event.channelId, (held) => applyOne(held, event, myId)), state);
}

function settle(state: ChannelsState): ChannelsState {
  const reads = Math.max(0, state.reads - 1);
  return reads === 0 ? { ...state, reads, log: [], touched: [] } : { ...state, reads };
}

function touch(state: ChannelsState, channelId: string): ChannelsState {
  return state.reads === 0 ? state : { ...state, touched: [...state.touched, channelId] };
}

function change(state: ChannelsState, channelId: string, apply: (held: HeldChannel) => HeldChannel): ChannelsState {
  const held = state.held[channelId];
  if (held === undefined) return state;
  const next = apply(held);
  return next === held ? state : { ...state, held: { ...state.held, [channelId]: next } };
}
