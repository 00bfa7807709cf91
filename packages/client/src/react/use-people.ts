"use client";

import type { Presence, UserRef } from "@chat/contract";
import { slices } from "../cache/slices.ts";
import { usePick } from "./use-slice.ts";

const unknown: Presence = { online: false, lastSeenAt: null };

/** Whether a person is online, and when they were last. */
export function usePresence(userId: string): { state: Presence } {
  return { state: usePick(slices.presence, (presence) => presence[userId]) ?? unknown };
}

/** A person under their current name and picture; undefined for one not seen yet. */
export function useUser(userId: string): { state: { user: UserRef | undefined } } {
  return { state: { user: usePick(slices.people, (people) => people[userId]) } };
}
