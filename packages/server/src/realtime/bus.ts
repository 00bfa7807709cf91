import type { EphemeralEvent, StateEvent } from "@chat/contract";
import type { Committed } from "./change.ts";

/** What nodes tell one another. Durable events are found again by version if lost; the rest may be lost. */
export type BusMessage =
  | { kind: "durable"; committed: Committed[] }
  /** To those who have the channel open. */
  | { kind: "channel"; channelId: string; event: EphemeralEvent }
  /** To all inboxes of people in these channels. */
  | { kind: "channels"; channelIds: string[]; event: EphemeralEvent }
  /** To one person's own inboxes. */
  | { kind: "person"; userId: string; event: StateEvent }
  | { kind: "sessions-ended"; sessionIds: string[] };

/** Carries messages to every node, this one included. It may lose, repeat and reorder. */
export interface Bus {
  publish(message: BusMessage): void;
  subscribe(listener: (message: BusMessage) => void): void;
}

/** The bus of a single node: a call. */
export function createLocalBus(): Bus {
  const listeners = new Set<(message: BusMessage) => void>();
  return {
    publish(message) {
      for (const listener of listeners) listener(message);
    },
    subscribe(listener) {
      listeners.add(listener);
    },
  };
}
