import { limits } from "@chat/contract";
import type { Database } from "@chat/db";
import type { Logger } from "../logger.ts";
import type { Hub } from "../realtime/hub.ts";

/** How long somebody whose last socket closed still counts as online, so that a reload is not seen, in milliseconds. */
const graceMs = 3_000;

/** Who is online: has a socket. Changes are told to those who share a channel of at most `limits.cursorList` members. */
export class PresenceTracker {
  readonly #db: Database;
  readonly #hub: Hub;
  readonly #log: Logger;
  readonly #sockets = new Map<string, number>();
  readonly #leaving = new Map<string, NodeJS.Timeout>();

  constructor(db: Database, hub: Hub, log: Logger) {
    this.#db = db;
    this.#hub = hub;
    this.#log = log;
  }

  isOnline(userId: string): boolean {
    return this.#sockets.has(userId) || this.#leaving.has(userId);
  }

  connected(userId: string): void {
    const before = this.#sockets.get(userId) ?? 0;
    this.#sockets.set(userId, before + 1);
    const leaving = this.#leaving.get(userId);
    clearTimeout(leaving);
    this.#leaving.delete(userId);
    if (before === 0 && leaving === undefined) this.#tell(userId, true);
  }

  disconnected(userId: string): void {
    const left = (this.#sockets.get(userId) ?? 1) - 1;
    if (left > 0) {
      this.#sockets.set(userId, left);
      return;
    }
    this.#sockets.delete(userId);
    const timer = setTimeout(() => {
      this.#leaving.delete(userId);
      this.#tell(userId, false);
    }, graceMs);
    this.#leaving.set(userId, timer);
  }

  /** Writes "last seen" of everybody who is here, as the server stops. */
  async close(): Promise<void> {
    for (const timer of this.#leaving.values()) clearTimeout(timer);
    const here = [...this.#sockets.keys(), ...this.#leaving.keys()];
    this.#leaving.clear();
    if (here.length > 0) await this.#db.query(`UPDATE "User" SET "lastSeenAt" = now() WHERE id = ANY($1::uuid[])`, [here]);
  }

  #tell(userId: string, online: boolean): void {
    this.#write(userId, online).catch((error: unknown) => this.#log.warn({ err: error, userId }, "presence could not be told"));
  }

  async #write(userId: string, online: boolean): Promise<void> {
    const now = new Date();
    const rows = await this.#db.query<{ channelId: string }>(
      `WITH seen AS (UPDATE "User" SET "lastSeenAt" = $2 WHERE id = $1)
       SELECT mb."channelId" FROM "Member" mb JOIN "ChannelHead" h ON h."channelId" = mb."channelId"
       WHERE mb."userId" = $1 AND mb."leftAt" IS NULL AND h."memberCount" <= $3`,
      [userId, now, limits.cursorList],
    );
    if (online !== this.isOnline(userId)) return;
    this.#hub.publishPresence(
      { type: "presence", userId, online, lastSeenAt: now.toISOString() },
      rows.map((row) => row.channelId),
    );
  }
}
