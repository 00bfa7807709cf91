"use client";

import type { UserRef } from "@chat/contract";
import { useMemo } from "react";
import { slices } from "../cache/slices.ts";
import { useChatClient } from "./chat-provider.tsx";
import { usePick } from "./use-slice.ts";

/**
 * Whether a person is online, and when they were last. Known of everybody who shares a list, a channel or a search with the caller; `load`
 * reads it of anybody else.
 */
export function usePresence(userId: string) {
  const client = useChatClient();
  const presence = usePick(slices.presence, (held) => held[userId]);
  const actions = useMemo(() => ({ load: () => client.users.load(userId) }), [client, userId]);
  return {
    state: { online: presence?.online ?? false, lastSeenAt: presence?.lastSeenAt ?? null, isKnown: presence !== undefined },
    actions,
  };
}

/** A person under their current name and picture; undefined for one not seen yet, whom `load` reads. */
export function useUser(userId: string) {
  const client = useChatClient();
  const user: UserRef | undefined = usePick(slices.people, (people) => people[userId]);
  const actions = useMemo(() => ({ load: () => client.users.load(userId) }), [client, userId]);
  return { state: { user }, actions };
}
