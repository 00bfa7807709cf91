import type { ChatDefinition, Message } from "@chat/contract";

export interface FollowOptions<D extends ChatDefinition = ChatDefinition> {
  /** What `onPoint` was last called with, in whatever life of the process; null begins with what is sent from now on. */
  since: string | null;
  /**
   * Called for every message in order, one at a time: the next waits for the promise. `isNew` is false for one that was handled before and now
   * was edited, deleted, reacted to or pinned. A rejection ends the following.
   */
  onMessage(message: Message<D>, isNew: boolean): void | Promise<void>;
  /** Everything up to this point is handled: store it. Called at the beginning, too. */
  onPoint(point: string): void | Promise<void>;
  /** Ends the following. */
  signal?: AbortSignal;
}
