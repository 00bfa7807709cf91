import type { ChannelEntry, ChannelLiveEvent, InboxLiveEvent } from "@chat/contract";
import type { Action, ChannelPage } from "../cache/action.ts";
import type { Timeline } from "../messages/timeline.ts";
import { emptyChannels, type ChannelsState, type HeldChannel } from "./channels-state.ts";
import { applyChannel, applyMember, applyMessage, applyParent, mergeEntry, mergeMembership, withPlace } from "./merge-entry.ts";
import { mineOf } from "../messages/merge-message.ts";
import { pendingRead } from "./pending-read.ts";
import { isListed } from "./channel-items.ts";
import { restOf, withoutThreads, withThreads } from "./merge-threads.ts";

type Logged = ChannelsState["log"][number];

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
      return changeParent(
        change(state, action.channelId, (held) => applyMessage(held, action.message, undefined, myId)),
        { message: action.message },
      );
    case "page.arrived":
      return action.page.items.reduce((next, message) => changeParent(next, { message }), state);
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
    case "place.changed":
      return change(state, action.channelId, (held) => withPlace(held, { changes: [...held.changes, action.change] }));
    case "place.settled":
      return change(state, action.channelId, (held) =>
        withPlace(held, { changes: held.changes.filter((one) => one.id !== action.id) }),
      );
    case "channels.started":
      return { ...state, reads: state.reads + 1, error: null };
    case "channels.arrived":
      return settle(withPage(state, action.page, action.replace, myId));
    case "channels.failed":
      return settle({ ...state, error: action.error });
    case "threads.started":
      return { ...state, reads: state.reads + 1, threads: { ...state.threads, error: null } };
    case "threads.arrived": {
      const next = withThreads(state, withEntries(state, action.page.items), action.page, action.replace);
      return settle(replay(next, idsOf(action.page), myId));
    }
    case "threads.failed":
      return settle({ ...state, threads: { ...state.threads, error: action.error } });
    case "entry.started":
      return { ...state, reads: state.reads + 1 };
    case "entry.arrived": {
      const { id, parentMessageId, key } = action.entry.channel;
      const { [id]: _, [parentMessageId ?? id]: __, [key ?? id]: ___, ...entryErrors } = state.entryErrors;
      const read = touch({ ...state, entryErrors, ...withEntries(state, [action.entry]) }, id);
      const next = replay(read, new Set([id]), myId);
      return action.reading ? settle(next) : next;
    }
    case "entry.failed":
      return settle({ ...state, entryErrors: { ...state.entryErrors, [action.channelId]: action.error } });
    case "channel.gone": {
      const { [action.channelId]: gone, ...held } = state.held;
      if (gone?.entry.channel.type === "thread") return { ...state, held };
      // A public channel that one may look at, though not read, stays.
      const left = gone === undefined || gone.base === null ? state : { ...state, held };
      return withoutThreads(left, action.channelId);
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
      return applyLogged(logged, event, myId);
    }
    default:
      return state;
  }
}

/** One event of a channel; where its message has a thread, that thread's parent; where the caller left, its threads. */
function applyLogged(state: ChannelsState, event: Logged, myId: string | undefined): ChannelsState {
  const next = change(state, event.channelId, (held) => applyOne(held, event, myId));
  if (event.type === "message") return changeParent(next, { message: event.message, mine: mineOf(event, myId) });
  const isLeft = event.type === "member" && event.member.userId === myId && next.held[event.channelId]?.base === null;
  return isLeft ? withoutThreads(next, event.channelId) : next;
}

function applyOne(held: HeldChannel, event: Logged, myId: string | undefined): HeldChannel {
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
  const paged = idsOf(page);
  // What an event brought while the page was in flight is newer than the page's silence about it.
  const touched = new Set(state.touched);
  const isKept = ([id, { base, entry }]: [string, HeldChannel]) =>
    paged.has(id) || touched.has(id) || base === null || entry.channel.type === "thread";
  const kept = replace ? Object.fromEntries(Object.entries(state.held).filter(isKept)) : state.held;
  const next: ChannelsState = {
    ...state,
    ...withEntries({ ...state, held: kept }, page.items),
    loaded: true,
    cursor: page.cursor,
    ...restOf(kept, page, isListed),
    error: null,
  };
  return replay(next, paged, myId);
}

const idsOf = (page: ChannelPage) => new Set(page.items.map((entry) => entry.channel.id));

function withEntries(
  { held, threadOf }: Pick<ChannelsState, "held" | "threadOf">,
  entries: readonly ChannelEntry[],
): Pick<ChannelsState, "held" | "threadOf"> {
  const next = { ...held };
  const nextThreadOf = { ...threadOf };
  for (const entry of entries) {
    const { id, parentMessageId } = entry.channel;
    next[id] = mergeEntry(next[id], entry);
    if (parentMessageId !== null) nextThreadOf[parentMessageId] = id;
  }
  return { held: next, threadOf: nextThreadOf };
}

/** Events that came while the read was in flight, once more over what it brought. */
function replay(state: ChannelsState, channelIds: ReadonlySet<string>, myId: string | undefined): ChannelsState {
  const isMeant = (event: Logged) =>
    channelIds.has(event.channelId) || (event.type === "message" && channelIds.has(state.threadOf[event.message.id] ?? ""));
  return state.log.filter(isMeant).reduce((next, event) => applyLogged(next, event, myId), state);
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

/** The copy that a held thread keeps of the message that it hangs off. */
function changeParent(state: ChannelsState, copy: Parameters<typeof applyParent>[1]): ChannelsState {
  const threadId = state.threadOf[copy.message.id];
  return threadId === undefined ? state : change(state, threadId, (held) => applyParent(held, copy));
}
