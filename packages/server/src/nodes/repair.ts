import type { Database } from "@chat/db";
import type { Logger } from "../logger.ts";
import { counters } from "../metrics/counters.ts";
import type { Hub } from "../realtime/hub.ts";
import type { InboxSubscriber } from "../realtime/inboxes.ts";
import { readPlaces, takePlaces } from "../realtime/read-places.ts";
import type { Miss } from "./node-bus.ts";
import type { NodeTiming } from "./timing.ts";

export interface RepairOptions {
  readonly db: Database;
  readonly hub: Hub;
  readonly timing: NodeTiming;
  readonly log: Logger;
}

/** Inboxes that are told to read their list again, in a second at most: each costs a query. */
const resyncsPerSecond = 500;
/** People whose memberships are read in one query. */
const peoplePerQuery = 1_000;

interface Head {
  readonly channelId: string;
  readonly version: number;
}

/**
 * Makes good what this node may not have heard of the others. One query compares the versions of all channels that somebody here has open or in
 * a list: an open one reads what changed, a list is read again by its client. After a loss of any kind every list is, since what has no version,
 * such as a read on another device, may be lost too.
 */
export class Repair {
  readonly #options: RepairOptions;
  /** Inboxes that will be told, each by its timer. */
  readonly #told = new Map<InboxSubscriber, NodeJS.Timeout>();
  #wanted: Miss | null = null;
  /** What could not be compared, as the database was away; it is tried again. */
  #failed: Miss | null = null;
  #retry: NodeJS.Timeout | undefined;
  #isRunning = false;
  #isClosed = false;

  constructor(options: RepairOptions) {
    this.#options = options;
  }

  /** Compares soon; what is asked for while a comparison runs is done once, after it. */
  want(miss: Miss): void {
    if (this.#wanted !== "lost") this.#wanted = miss;
    if (!this.#isRunning) void this.#run();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    for (const timer of this.#told.values()) clearTimeout(timer);
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (let miss = this.#take(); miss !== null; miss = this.#take()) {
      try {
        await this.#compare(miss);
      } catch (error) {
        this.#options.log.warn({ err: error }, "heads could not be compared with the database");
        this.#again(miss);
      }
    }
    this.#isRunning = false;
  }

  #again(miss: Miss): void {
    clearTimeout(this.#retry);
    // The graver of the two is made good for both.
    this.#failed = this.#failed === "lost" ? this.#failed : miss;
    this.#retry = setTimeout(() => {
      const failed = this.#failed;
      this.#failed = null;
      if (failed !== null) this.want(failed);
    }, this.#options.timing.pollMs);
  }

  #take(): Miss | null {
    const wanted = this.#isClosed ? null : this.#wanted;
    this.#wanted = null;
    return wanted;
  }

  async #compare(miss: Miss): Promise<void> {
    const { hub, timing } = this.#options;
    counters.comparisons += 1;
    const newer = await this.#readNewerHeads();
    for (const { channelId, version } of newer) hub.topic(channelId)?.expect(version);
    const people = miss === "lost" ? new Set([...hub.inboxes.all()].map((inbox) => inbox.userId)) : await this.#findMoved();
    await this.#listenAgain([...people]);
    this.#tell([...hub.inboxes.all()].filter((inbox) => people.has(inbox.userId)));
    // What is on its way may arrive meanwhile.
    if (newer.length > 0) await new Promise((resolve) => setTimeout(resolve, timing.settleMs));
    for (const { channelId, version } of newer) {
      if (!hub.inboxes.heads.isBehind(channelId, version)) continue;
      hub.inboxes.heads.settle(channelId, version);
      this.#tell([...hub.inboxes.listeners(channelId)].filter((inbox) => !inbox.connection?.hasOpen(channelId)));
    }
  }

  async #readNewerHeads(): Promise<Head[]> {
    const { db, hub } = this.#options;
    const known = new Map(hub.inboxes.heads.entries());
    for (const { channelId, version } of hub.topics())
      if (version !== null) known.set(channelId, Math.min(version, known.get(channelId) ?? version));
    if (known.size === 0) return [];
    return db.query<Head>(
      `SELECT h."channelId", h.version FROM unnest($1::uuid[], $2::int[]) AS known("channelId", version)
       JOIN "ChannelHead" h ON h."channelId" = known."channelId" WHERE h.version > known.version`,
      [[...known.keys()], [...known.values()]],
    );
  }

  /** People with an inbox here whose memberships are more or fewer than it listens to. */
  async #findMoved(): Promise<Set<string>> {
    const counts = new Map<string, number>();
    for (const inbox of this.#options.hub.inboxes.all())
      counts.set(inbox.userId, inbox.channels.size + inbox.barred.size + inbox.ended.size);
    if (counts.size === 0) return new Set();
    const rows = await this.#options.db.query<{ userId: string }>(
      `SELECT known."userId" FROM unnest($1::uuid[], $2::int[]) AS known("userId", count)
       WHERE known.count <> (SELECT count(*) FROM "Member" mb WHERE mb."userId" = known."userId" AND mb."leftAt" IS NULL)`,
      [[...counts.keys()], [...counts.values()]],
    );
    return new Set(rows.map((row) => row.userId));
  }

  /** Has these people's inboxes listen to all that they are members of, and to nothing else. */
  async #listenAgain(userIds: readonly string[]): Promise<void> {
    const { db, hub } = this.#options;
    for (let from = 0; from < userIds.length; from += peoplePerQuery) {
      const part = userIds.slice(from, from + peoplePerQuery);
      const held = part
        .flatMap((userId) => [...hub.inboxes.of(userId)])
        .map((inbox) => ({ inbox, before: [...inbox.channels.keys()] }));
      const placesOf = Map.groupBy(await readPlaces(db, part), (place) => place.userId);
      for (const { inbox, before } of held) {
        const places = placesOf.get(inbox.userId) ?? [];
        const here = new Set(places.map((place) => place.channelId));
        for (const channelId of before) {
          if (here.has(channelId)) continue;
          if (inbox.threads.has(channelId)) hub.inboxes.dismiss(inbox.userId, channelId);
          else hub.dismiss(inbox.userId, channelId);
        }
        for (const threadId of inbox.ended) if (!here.has(threadId)) inbox.ended.delete(threadId);
        takePlaces(hub, inbox, places);
      }
    }
  }

  /** Has inboxes read their lists again, at different moments. */
  #tell(inboxes: readonly InboxSubscriber[]): void {
    const spread = Math.max(this.#options.timing.spreadMs, (inboxes.length / resyncsPerSecond) * 1_000);
    for (const inbox of inboxes) {
      if (this.#told.has(inbox)) continue;
      const tell = () => {
        this.#told.delete(inbox);
        counters.resyncs += 1;
        inbox.sink.push(null, { type: "resync" });
      };
      this.#told.set(inbox, setTimeout(tell, Math.random() * spread));
    }
  }
}
