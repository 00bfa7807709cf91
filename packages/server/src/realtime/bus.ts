import { randomUUID } from "node:crypto";
import type { BlocksEvent, EphemeralEvent, PresenceEvent, SanctionEvent, StateEvent, TypingEvent } from "@chat/contract";
import type { Committed } from "./change.ts";

/** What nodes tell one another. Durable events are found again by version if lost; the rest may be lost. */
export type BusMessage =
  | { kind: "durable"; committed: readonly Committed[] }
  /** To those who have the channel open. */
  | { kind: "channel"; channelId: string; event: EphemeralEvent }
  /** The same; in a large channel one a second is enough. */
  | { kind: "typing"; channelId: string; event: TypingEvent; isLarge: boolean }
  /** To all inboxes of people in these channels. */
  | { kind: "channels"; channelIds: readonly string[]; event: EphemeralEvent }
  /** To one person's own inboxes. */
  | { kind: "person"; userId: string; event: PersonEvent }
  /** A group and its threads are gone, with all that stood in them. */
  | { kind: "channel-deleted"; channelId: string }
  | { kind: "sessions-ended"; sessionIds: readonly string[] }
  | { kind: "people-ended"; userIds: readonly string[] }
  /** What these people may do changed: what they listen to is compared with it now. */
  | { kind: "rights"; userIds: readonly string[] }
  | TriedMessage
  | PresenceMessage;

/** Somebody tried to send something, for rules about repeating and haste: `text` as it is compared, `key` the message's own. */
export interface TriedMessage {
  readonly kind: "tried";
  readonly userId: string;
  readonly key: string;
  readonly text: string;
}

/** What one person's own devices alone are told. */
export type PersonEvent = StateEvent | BlocksEvent | SanctionEvent | PresenceEvent;

/** What nodes tell of who is at them. Each numbers its own changes, so that another sees what it missed. */
export type PresenceMessage =
  | { kind: "presence"; version: number; event: PresenceEvent; channels: PresenceChannels }
  /** Regularly: how many changes there were so far. */
  | { kind: "presence-roll"; version: number; connections?: number }
  /** One who missed some asks that node for all of it. */
  | { kind: "presence-ask"; node: string }
  | { kind: "presence-list"; version: number; userIds: readonly string[] };

/** Where somebody's presence shows: in the lists of those they have a direct message with, and in groups that are open. */
export interface PresenceChannels {
  readonly direct: readonly string[];
  readonly group: readonly string[];
}

export type BusListener = (message: BusMessage, from: string) => void;

/** Carries messages to every node, this one included, at once. To the others it may lose, repeat and reorder them. */
export interface Bus {
  /** This node's id, new with every start. */
  readonly node: string;
  publish(message: BusMessage): void;
  subscribe(listener: BusListener): void;
  /** Whether what it carries arrives. */
  readonly isLive: boolean;
  /** Nodes beside this one that were heard lately. */
  readonly otherNodes: number;
  /** Another node was heard just now: it can take this one's people. */
  readonly hasCompany: boolean;
}

/** The bus of a single node: a call. */
export function createLocalBus(): Bus {
  const node = randomUUID();
  const listeners = new Set<BusListener>();
  return {
    node,
    isLive: true,
    otherNodes: 0,
    hasCompany: false,
    publish(message) {
      for (const listener of listeners) listener(message, node);
    },
    subscribe(listener) {
      listeners.add(listener);
    },
  };
}
