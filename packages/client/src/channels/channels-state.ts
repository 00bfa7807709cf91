import type { ChannelEntry, DurableEvent, ErrorData, Membership, StateEvent } from "@chat/contract";

/** A place's counts, with own messages and mentions up to `countedSeq` in them. */
export interface Counts {
  readonly cursorCount: number;
  readonly cursorBroadcast: number;
  readonly mentionCount: number;
  readonly countedSeq: number;
}

/** A read that the server has not acknowledged, with the counts as they are once it has. */
export interface PendingRead extends Counts {
  readonly seq: number;
}

/** An own change of the caller's place that the server has not answered. */
export type PlaceChange = { readonly id: number } & (
  | {
      readonly kind: "unread";
      readonly seq: number;
      /** Null where they cannot be told from what is held. */
      readonly counts: Counts | null;
    }
  /** What is absent stays. */
  | ({ readonly kind: "preferences" } & Partial<Pick<Membership, "pinnedAt" | "hiddenAt" | "mutedUntil">>)
  /** The place of one who begins to follow a thread; null for one who ends it. */
  | { readonly kind: "follow"; readonly me: Membership | null }
);

/**
 * A channel of the list. `entry.me` is what the screen shows: the server's own row (`base`), a read on its way, the messages since then
 * that count for the caller alone, and own changes on their way. They are kept by seq, so that a message that comes twice counts once.
 */
export interface HeldChannel {
  readonly entry: ChannelEntry;
  readonly base: Membership | null;
  /** Own messages and mentions up to this seq are in `base`. */
  readonly countedSeq: number;
  /** The channel's version when `base` was read with its entry: of two entries that say the same otherwise, the later one counts. */
  readonly readVersion: number;
  /** Seqs above `countedSeq`: own countable messages, own ones that mention everybody, and mentions of the caller. */
  readonly own: readonly number[];
  readonly ownBroadcasts: readonly number[];
  readonly mentions: readonly number[];
  readonly read: PendingRead | null;
  readonly changes: readonly PlaceChange[];
  /** The channel version at which the caller was last seen to leave: what was read before it does not bring them back. */
  readonly leftVersion: number;
}

/** The list of threads that the caller follows, beside that of channels. */
export interface ThreadsState {
  readonly loaded: boolean;
  readonly cursor: string | null;
  readonly restUnread: number;
  readonly restMentions: number;
  readonly error: ErrorData | null;
}

export interface ChannelsState {
  /** By id: my channels, and public ones that I looked at; threads that I follow, and those that I looked at (`entry.me` is null). */
  readonly held: Readonly<Record<string, HeldChannel>>;
  /** Of held threads, by the message that each hangs off. */
  readonly threadOf: Readonly<Record<string, string>>;
  readonly threads: ThreadsState;
  /** True once the first page has come. */
  readonly loaded: boolean;
  readonly cursor: string | null;
  /** Unread messages and mentions of channels that no page has brought yet. */
  readonly restUnread: number;
  readonly restMentions: number;
  /** Reads in flight, and the events that came meanwhile: applied again to what those bring. */
  readonly reads: number;
  readonly log: readonly (DurableEvent | StateEvent)[];
  /** Channels read or heard of while a read was in flight: a list that is silent about them is older. */
  readonly touched: readonly string[];
  readonly error: ErrorData | null;
  /** Why one channel could not be read, by its id; of a thread, by that of its message; of a record's room, by its key. */
  readonly entryErrors: Readonly<Record<string, ErrorData>>;
}

export const emptyChannels: ChannelsState = {
  held: {},
  threadOf: {},
  threads: { loaded: false, cursor: null, restUnread: 0, restMentions: 0, error: null },
  loaded: false,
  cursor: null,
  restUnread: 0,
  restMentions: 0,
  reads: 0,
  log: [],
  touched: [],
  error: null,
  entryErrors: {},
};
