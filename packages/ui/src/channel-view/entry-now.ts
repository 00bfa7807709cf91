import { slices } from "@chat/client";
import type { ChannelEntry, Presence, UserRef } from "@chat/contract";
import { useCallback } from "react";
import { useCached } from "./use-cached.ts";

interface Held {
  person: UserRef | undefined;
  presence: Presence | undefined;
  author: UserRef | undefined;
  entry: ChannelEntry;
}

const shown = new WeakMap<ChannelEntry, Held>();

/**
 * An entry with people as they are now: the other person's name, picture and presence, and the name of the last message's author. The same
 * object for the same people, so that rows that did not change do not render.
 */
export function entryNow(
  entry: ChannelEntry,
  people: Readonly<Record<string, UserRef>>,
  presences: Readonly<Record<string, Presence>>,
): ChannelEntry {
  const { peer, lastMessage } = entry;
  const person = peer === null ? undefined : people[peer.id];
  const presence = peer === null ? undefined : presences[peer.id];
  const author = lastMessage === null ? undefined : people[lastMessage.author.id];
  const held = shown.get(entry);
  if (held !== undefined && held.person === person && held.presence === presence && held.author === author) return held.entry;
  const now: ChannelEntry = {
    ...entry,
    peer: peer === null ? null : { ...peer, ...person, ...presence },
    lastMessage: lastMessage === null ? null : { ...lastMessage, author: author ?? lastMessage.author },
  };
  shown.set(entry, { person, presence, author, entry: now });
  return now;
}

/** `entryNow`, bound to the cache; a new function when a person or a presence changed. */
export function useEntryNow(): (entry: ChannelEntry) => ChannelEntry {
  const people = useCached(slices.people);
  const presences = useCached(slices.presence);
  return useCallback((entry) => entryNow(entry, people, presences), [people, presences]);
}
