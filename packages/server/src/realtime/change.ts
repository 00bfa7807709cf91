import type { DurableEvent } from "@chat/contract";
import type { ChannelWork } from "./channel-work.ts";

/** Rows beyond the channel, its head, the actor and their membership that `apply` looks at; loaded for a whole batch in one query. */
export interface ChangeNeeds {
  /** Messages of the channel, with what they quote and who reacted. */
  messageIds?: readonly string[];
  /** People and their member rows in the channel. */
  userIds?: readonly string[];
  /** The actor's own message with this client id. */
  clientId?: string;
  /** In a thread, its last replies, from which its summary is made anew. */
  replies?: boolean;
}

/** One durable change of a channel on its way through the lane. */
export interface Change<R = unknown> {
  readonly channelId: string;
  readonly actorId: string;
  readonly needs?: ChangeNeeds;
  /**
   * Runs inside the transaction, after the channel is locked: guards first (throw a ChatError to refuse this change alone), then numbers
   * and rows through `work`. Must not await, and must not keep `work`.
   */
  apply(work: ChannelWork): R;
}

/** What a commit hands on to the bus, in commit order. */
export interface Committed {
  readonly channelId: string;
  /** Of a thread: the channel whose members hear of it. */
  readonly rootId?: string;
  readonly events: readonly DurableEvent[];
}
