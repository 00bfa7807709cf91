import type { ChannelHead, ErrorData, Message, Quote } from "@chat/contract";

/** Where a page lies. `older` and `newer` continue the window; `latest` and `around` replace it. */
export type Place =
  | { at: "latest" }
  | { at: "older"; before: number }
  | { at: "newer"; after: number }
  | { at: "around"; seq: number };

/** An own message that the server has not acknowledged, kept on screen and sent again until it has. */
export interface PendingMessage {
  readonly clientId: string;
  readonly text: string;
  readonly kind: string;
  readonly data: Record<string, unknown> | null;
  readonly replyTo: Quote | null;
  readonly readSeq: number | undefined;
  readonly custom: Record<string, unknown> | undefined;
  /** This device's clock, for the screen only. */
  readonly createdAt: string;
  /** `confirmed`: acknowledged, while the rows before it are still on their way. */
  readonly state: "sending" | "confirmed" | "failed";
  /** Where it stands in the channel, once confirmed. */
  readonly seq: number | null;
  /** Why it failed, or why it waits; null also for one of another epoch, which nobody refused. */
  readonly error: ErrorData | null;
  /** The history that its author saw; null when no server had been reached. It is not sent into another by itself. */
  readonly epoch: string | null;
}

/** An own change that the server has not acknowledged: replayed over its rows, and harmless where they already say the same. */
export type Transform = { readonly id: number; readonly messageId: string } & (
  | { readonly kind: "edit"; readonly text: string }
  | { readonly kind: "delete" }
  | { readonly kind: "react" | "unreact"; readonly emoji: string }
);

/**
 * How sure we are of what lies before a row: `stream` events of a channel come by version and none is left out; with `next`, this one
 * follows what is held, so that a missing seq before it is a message that the caller may not see.
 */
export type Certainty = "next" | "stream" | "unordered";

/** A change of one row, kept while a page is in flight. */
export interface Logged {
  readonly message: Message;
  readonly certainty: Certainty;
  /** The caller's own emoji in it, where the change says so. */
  readonly mine: { readonly emoji: string; readonly added: boolean } | undefined;
}

/**
 * A window on one channel's messages: contiguous rows by seq, and pending ones after them.
 * Rows are never in a gap: what is sent while the window is not at the end is not appended.
 */
export interface Timeline {
  readonly rows: readonly Message[];
  /** The window covers the channel up to this seq, though a row in it may be one that the caller may not see. */
  readonly endSeq: number;
  /** The window is at the channel's end, and follows it. */
  readonly following: boolean;
  /** The window holds the first message that the caller may see. */
  readonly atStart: boolean;
  /** Rows beyond the window's end that a replay, which runs by version, brought before those between. */
  readonly ahead: readonly Message[];
  readonly pending: readonly PendingMessage[];
  readonly transforms: readonly Transform[];
  /** Every durable change up to this one has been seen; null before the first page. */
  readonly version: number | null;
  readonly head: ChannelHead | null;
  readonly live: "catching-up" | "synced" | "gone";
  /** After `synced`, a version was skipped: the stream has to run again from `version`. */
  readonly hasGap: boolean;
  readonly reads: readonly { readonly read: number; readonly place: Place }[];
  /** Changes that came while a page was in flight: applied again to it, since the page may be older. */
  readonly log: readonly Logged[];
  readonly highlightedSeq: number | null;
  readonly error: ErrorData | null;
}

export const emptyTimeline: Timeline = {
  rows: [],
  endSeq: 0,
  following: false,
  atStart: false,
  ahead: [],
  pending: [],
  transforms: [],
  version: null,
  head: null,
  live: "catching-up",
  hasGap: false,
  reads: [],
  log: [],
  highlightedSeq: null,
  error: null,
};
