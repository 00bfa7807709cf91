import { hashKey, notifyManager, type QueryClient } from "@tanstack/query-core";
import { channelOf, type Action } from "./action.ts";
import { reduce } from "./reduce.ts";
import { prefix, roomSlices, slices, type ChatState, type Slice } from "./slices.ts";

/** The chat's part of a QueryClient: read by slice, written by action only. */
export interface ChatStore {
  read<T>(slice: Slice<T>): T;
  /** Runs the reducer and writes what changed; listeners hear of it before it returns. */
  dispatch(action: Action): void;
  subscribe(slice: Slice<unknown>, listener: () => void): () => void;
  /** Channels of which a timeline is held. */
  rooms(): string[];
  /** Gives up what is held of a channel, its unsent messages apart. */
  forget(channelId: string): void;
}

const globalNames = Object.keys(slices) as (keyof typeof slices)[];
const roomNames = Object.keys(roomSlices) as (keyof typeof roomSlices)[];
/** Stands for "no room" where an action names no channel; nothing is written under it. */
const noRoom = "";

export function createStore(queryClient: QueryClient): ChatStore {
  // Written by events only: never fetched, stale or collected, and never deep-compared, since the reducer keeps what did not change.
  queryClient.setQueryDefaults([prefix], {
    staleTime: "static",
    gcTime: Infinity,
    enabled: false,
    retry: false,
    structuralSharing: false,
    networkMode: "always",
  });
  const cache = queryClient.getQueryCache();
  const listeners = new Map<string, Set<() => void>>();
  let unsubscribe: (() => void) | undefined;
  // Only while somebody listens, so that a client that is let go leaves nothing in a host's QueryClient.
  const listen = () => {
    unsubscribe ??= cache.subscribe(({ type, query }) => {
      if (type !== "updated" && type !== "removed") return;
      for (const listener of listeners.get(query.queryHash) ?? []) listener();
    });
  };
  const unlisten = () => {
    if (listeners.size > 0) return;
    unsubscribe?.();
    unsubscribe = undefined;
  };

  const read = <T>(slice: Slice<T>): T => queryClient.getQueryData<T>(slice.key) ?? slice.empty;

  const write = <T>(slice: Slice<T>, before: T, after: T) => {
    if (before !== after) queryClient.setQueryData<T>(slice.key, () => after);
  };

  const stateOf = (room: string): ChatState => ({
    me: read(slices.me),
    connection: read(slices.connection),
    channels: read(slices.channels),
    people: read(slices.people),
    presence: read(slices.presence),
    typing: read(slices.typing),
    unsent: read(slices.unsent),
    blocks: read(slices.blocks),
    sanctions: read(slices.sanctions),
    timeline: room === noRoom ? roomSlices.timeline(room).empty : read(roomSlices.timeline(room)),
    cursors: room === noRoom ? roomSlices.cursors(room).empty : read(roomSlices.cursors(room)),
    members: room === noRoom ? roomSlices.members(room).empty : read(roomSlices.members(room)),
  });

  return {
    read,
    dispatch(action) {
      const room = channelOf(action) ?? noRoom;
      const before = stateOf(room);
      const after = reduce(before, action);
      notifyManager.batch(() => {
        for (const name of globalNames) write<unknown>(slices[name], before[name], after[name]);
        if (room === noRoom) return;
        for (const name of roomNames) write<unknown>(roomSlices[name](room), before[name], after[name]);
      });
    },
    subscribe(slice, listener) {
      const hash = hashKey(slice.key);
      const held = listeners.get(hash) ?? new Set();
      listeners.set(hash, held.add(listener));
      listen();
      return () => {
        held.delete(listener);
        if (held.size === 0 && listeners.get(hash) === held) listeners.delete(hash);
        unlisten();
      };
    },
    forget(channelId) {
      this.dispatch({ type: "room.dropped", channelId, pending: "kept" });
      if (read(roomSlices.timeline(channelId)).pending.length > 0) return;
      for (const name of roomNames) queryClient.removeQueries({ queryKey: roomSlices[name](channelId).key, exact: true });
    },
    rooms() {
      const timelines = cache.findAll({ queryKey: [prefix, "timeline"] });
      return timelines.map((query) => query.queryKey[2]).filter((id) => typeof id === "string");
    },
  };
}
