import { limits, type Cursor, type Membership } from "@chat/contract";
import type { Database } from "@chat/db";
import { ChatError } from "../chat-error.ts";
import { toMembership } from "../channels/record.ts";
import type { Logger } from "../logger.ts";
import { isRetryable } from "./database-errors.ts";
import type { Hub } from "./hub.ts";
import { markUnreadRow, writeCursors, type CursorWrite, type WrittenCursor } from "./write-cursors.ts";
import { writeDelivered, type Delivery } from "./write-delivered.ts";

/** How long cursors are gathered before they are written, in milliseconds. */
const flushMs = 250;
const maxAgain = 3;

interface Waiting extends CursorWrite {
  waiters: { resolve(me: Membership): void; reject(error: unknown): void }[];
}

/** Read and delivered cursors: coalesced per (channel, user), written every 250 ms in one multi-row update, then told to the channel. */
export class CursorWriter {
  readonly #db: Database;
  readonly #hub: Hub;
  readonly #log: Logger;
  /** By channel and user: every delivery looks here, so that no key is put together for it. */
  #waiting = new Map<string, Map<string, Waiting>>();
  #timer: NodeJS.Timeout | null = null;
  #flushing: Promise<void> = Promise.resolve();

  constructor(db: Database, hub: Hub, log: Logger) {
    this.#db = db;
    this.#hub = hub;
    this.#log = log;
  }

  /** Read up to `seq`, written soon. */
  read(channelId: string, userId: string, seq: number): void {
    const entry = this.#entry(channelId, userId);
    entry.readSeq = Math.max(entry.readSeq ?? 0, seq);
  }

  /** The same, and answers the caller's place once it is written. Errors: NOT_FOUND when not a member. */
  readNow(channelId: string, userId: string, seq: number): Promise<Membership> {
    this.read(channelId, userId, seq);
    const entry = this.#entry(channelId, userId);
    return new Promise((resolve, reject) => entry.waiters.push({ resolve, reject }));
  }

  /** A message was written to one of the user's sockets. */
  delivered(channelId: string, userId: string, seq: number): void {
    const entry = this.#entry(channelId, userId);
    entry.deliveredSeq = Math.max(entry.deliveredSeq ?? 0, seq);
  }

  /** Unread by hand from `seq` on, until the next read. Errors: NOT_FOUND. */
  async markUnread(channelId: string, userId: string, seq: number): Promise<Membership> {
    await this.flush();
    const row = await markUnreadRow(this.#db, channelId, userId, seq);
    if (row === undefined) throw new ChatError("NOT_FOUND");
    const me = toMembership(row);
    this.#hub.publishState(userId, channelId, me);
    return me;
  }

  /** Writes what waits now. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const batch = [...this.#waiting.values()].flatMap((byUser) => [...byUser.values()]);
    this.#waiting = new Map();
    if (batch.length > 0) {
      const reads = batch.filter(({ readSeq }) => readSeq !== null);
      const deliveries = batch.flatMap(({ readSeq, deliveredSeq, ...place }) =>
        readSeq === null && deliveredSeq !== null ? [{ ...place, deliveredSeq }] : [],
      );
      this.#flushing = this.#flushing.then(async () => {
        if (reads.length > 0) await this.#write(reads);
        if (deliveries.length > 0) await this.#deliver(deliveries);
      });
    }
    await this.#flushing;
  }

  #entry(channelId: string, userId: string): Waiting {
    let byUser = this.#waiting.get(channelId);
    if (byUser === undefined) {
      byUser = new Map();
      this.#waiting.set(channelId, byUser);
    }
    let entry = byUser.get(userId);
    if (entry === undefined) {
      entry = { channelId, userId, readSeq: null, deliveredSeq: null, waiters: [] };
      byUser.set(userId, entry);
    }
    this.#timer ??= setTimeout(() => void this.flush(), flushMs);
    return entry;
  }

  async #write(batch: Waiting[]): Promise<void> {
    try {
      const written = await this.#tryToWrite(batch);
      this.#tell(written);
      const byKey = new Map(written.map((row) => [`${row.channelId} ${row.userId}`, row]));
      for (const entry of batch) {
        const row = byKey.get(`${entry.channelId} ${entry.userId}`);
        for (const waiter of entry.waiters) {
          if (row === undefined) waiter.reject(new ChatError("NOT_FOUND"));
          else waiter.resolve(toMembership(row));
        }
      }
    } catch (error) {
      this.#log.error({ err: error }, "cursors could not be written");
      for (const entry of batch)
        for (const waiter of entry.waiters) waiter.reject(new ChatError("UNAVAILABLE", { cause: error }));
    }
  }

  async #deliver(batch: Delivery[]): Promise<void> {
    try {
      const { moved, missed } = await writeDelivered(this.#db, batch);
      this.#publish(moved);
      for (const { channelId, userId, deliveredSeq } of missed) this.delivered(channelId, userId, deliveredSeq);
    } catch (error) {
      this.#log.error({ err: error }, "delivered cursors could not be written");
    }
  }

  /** A deadlock with another node's writes to the same members ends one of the two; it may be written again. */
  async #tryToWrite(batch: Waiting[]): Promise<WrittenCursor[]> {
    for (let again = 0; ; again += 1) {
      try {
        return await writeCursors(this.#db, batch);
      } catch (error) {
        if (again === maxAgain || !isRetryable(error)) throw error;
      }
    }
  }

  #tell(written: WrittenCursor[]): void {
    for (const row of written) if (row.stateChanged) this.#hub.publishState(row.userId, row.channelId, toMembership(row));
    this.#publish(written.filter((row) => row.cursorMoved));
  }

  /** To those who have the channel open; in a large one nobody is told of single cursors. */
  #publish(moved: readonly (Cursor & { channelId: string; memberCount: number })[]): void {
    const told = moved.filter(({ memberCount }) => memberCount <= limits.cursorList);
    for (const [channelId, rows] of Map.groupBy(told, (row) => row.channelId)) {
      const cursors = rows.map(({ userId, readSeq, deliveredSeq }) => ({ userId, readSeq, deliveredSeq }));
      this.#hub.publishToChannel(channelId, { type: "read", channelId, cursors });
    }
  }
}
