import type { PendingMessage } from "../messages/timeline.ts";

/** Whose unsent messages: one person's on one server. */
export interface OutboxOwner {
  /** The server's origin. */
  readonly server: string;
  readonly userId: string;
}

/** An unsent message as it is stored: plain JSON. */
export interface StoredMessage {
  readonly channelId: string;
  readonly pending: PendingMessage;
}

/**
 * Keeps unsent messages over the life of the process. In a browser the client brings its own, in IndexedDB; a bot brings one over a file or its
 * database, where what it sends must outlive it. What rejects is tried no more: the client goes on in memory.
 */
export interface OutboxStorage {
  /** All that is stored of the owner, first written first. */
  load(owner: OutboxOwner): Promise<readonly StoredMessage[]>;
  /** Writes a message over the one of the same clientId. It is sent once this has resolved. */
  put(owner: OutboxOwner, message: StoredMessage): Promise<void>;
  remove(owner: OutboxOwner, clientId: string): Promise<void>;
}
