import type { DurableEvent, EphemeralEvent, SkipEvent, SyncedEvent, TypingEvent } from "@chat/contract";
import { ChannelSubscriber, type Listening } from "./channel-subscriber.ts";

/** Milliseconds between two typing events in a large channel. */
const typingMs = 1_000;
/** How many events are kept for those who catch up. */
const mostRecent = 500;
/** How long a missing version is waited for before it is read from the database, in milliseconds. */
const holeMs = 50;

/** What an open channel's topic asks of the hub. */
export interface TopicHooks {
  /** Reads what changed above a version, once for the whole node. */
  readChanges(channelId: string, since: number): Promise<DurableEvent[]>;
  onDelivered(event: DurableEvent, userId: string): void;
  onError(error: unknown, channelId: string): void;
  /** Nobody has it open any more. */
  onEmpty(channelId: string): void;
}

/** One open channel on this node: emits its versions strictly in order to everyone who has it open. */
export class Topic {
  readonly channelId: string;
  readonly rootId: string;
  readonly #subscribers = new Set<ChannelSubscriber>();
  readonly #hooks: TopicHooks;
  /** The last version emitted; null until the first subscriber goes live or the first event comes. */
  #version: number | null = null;
  readonly #ahead = new Map<number, DurableEvent>();
  /**
   * What was emitted while somebody catches up, the oldest first, all of it above `#recentFrom`: who read as far goes on from there. Were they to
   * read again instead, they would never be done where messages come faster than the database answers, as when thousands come back at once.
   */
  #recent: DurableEvent[] = [];
  #recentFrom: number | null = null;
  #catchingUp = 0;
  /** The highest version that is known to be in the database. */
  #known = 0;
  #timer: NodeJS.Timeout | null = null;
  #typedAt = -Infinity;
  #skip: SkipEvent | null = null;
  #closed = false;

  constructor(channelId: string, rootId: string, hooks: TopicHooks) {
    this.channelId = channelId;
    this.rootId = rootId;
    this.#hooks = hooks;
  }

  get subscribers(): Iterable<ChannelSubscriber> {
    return this.#subscribers;
  }

  /** One more, who is not live yet. */
  add(listening: Listening): ChannelSubscriber {
    const subscriber = new ChannelSubscriber(this, listening);
    this.#subscribers.add(subscriber);
    if (this.#catchingUp === 0) this.#recentFrom = this.#version;
    this.#catchingUp += 1;
    subscriber.connection?.opened(this.channelId);
    return subscriber;
  }

  remove(subscriber: ChannelSubscriber): void {
    if (!this.#subscribers.delete(subscriber)) return;
    if (!subscriber.live) this.#caughtUp();
    subscriber.connection?.left(this.channelId);
    if (this.#subscribers.size > 0) return;
    this.#close();
    this.#hooks.onEmpty(this.channelId);
  }

  /**
   * Makes a subscriber who read up to `at` live in this very tick: sends `synced` and what was emitted since. False if so much was emitted meanwhile
   * that not all of it is at hand, and they must read on.
   */
  goLive(subscriber: ChannelSubscriber, at: number, synced: Omit<SyncedEvent, "version">): boolean {
    this.#version ??= at;
    if (this.#version > at && !this.covers(at)) return false;
    subscriber.delivered = at;
    subscriber.live = true;
    subscriber.sink.push(at, { ...synced, version: at });
    for (const event of this.#recent) this.#deliver(event, subscriber);
    this.#caughtUp();
    return true;
  }

  /** Whether all that was emitted above this version is at hand; only while somebody catches up. */
  covers(version: number): boolean {
    return this.#recentFrom !== null && version >= this.#recentFrom;
  }

  #caughtUp(): void {
    this.#catchingUp -= 1;
    if (this.#catchingUp === 0) this.#recent = [];
  }

  receive(event: DurableEvent): void {
    const at = this.#version;
    if (at === null) this.#emit(event);
    else if (event.version <= at) return;
    else if (event.version > at + 1) {
      this.#ahead.set(event.version, event);
      this.expect(event.version);
      return;
    } else this.#emit(event);
    this.#emitAhead();
  }

  /** The last version emitted, or null before there is one. */
  get version(): number | null {
    return this.#version;
  }

  /** The database holds this version: what does not come soon is read. */
  expect(version: number): void {
    this.#known = Math.max(this.#known, version);
    if (this.#isBehind) this.#timer ??= setTimeout(() => void this.#fill(), holeMs);
  }

  emitEphemeral(event: EphemeralEvent): void {
    for (const subscriber of this.#subscribers) if (subscriber.live) subscriber.sink.push(subscriber.delivered, event);
  }

  /** In a large channel one a second is enough; a late one would stand after the message that it announced. */
  emitTyping(event: TypingEvent, isLarge: boolean): void {
    const now = performance.now();
    if (isLarge && now - this.#typedAt < typingMs) return;
    this.#typedAt = now;
    this.emitEphemeral(event);
  }

  #close(): void {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #emitAhead(): void {
    for (let next = this.#nextAhead(); next !== undefined; next = this.#nextAhead()) this.#emit(next);
    if (!this.#isBehind && this.#timer !== null) {
      clearTimeout(this.#timer);
      this.#timer = null;
    }
  }

  get #isBehind(): boolean {
    return this.#version !== null && this.#version < this.#known;
  }

  #nextAhead(): DurableEvent | undefined {
    const version = (this.#version ?? 0) + 1;
    const event = this.#ahead.get(version);
    this.#ahead.delete(version);
    return event;
  }

  #emit(event: DurableEvent): void {
    this.#version = event.version;
    if (this.#catchingUp > 0) this.#keep(event);
    for (const subscriber of this.#subscribers) if (subscriber.live) this.#deliver(event, subscriber);
  }

  #keep(event: DurableEvent): void {
    this.#recentFrom ??= event.version - 1;
    this.#recent.push(event);
    if (this.#recent.length > mostRecent) this.#recentFrom = this.#recent.shift()?.version ?? this.#recentFrom;
  }

  #deliver(event: DurableEvent, subscriber: ChannelSubscriber): void {
    const { version } = event;
    if (version <= subscriber.delivered) return;
    subscriber.delivered = version;
    const hidden = event.type === "message" && event.message.seq < subscriber.visibleFromSeq;
    subscriber.sink.push(version, hidden ? this.#skipOf(version) : event);
    if (!hidden) this.#hooks.onDelivered(event, subscriber.userId);
  }

  /** What all get who do not see a version: one object, so that it is encoded once. */
  #skipOf(version: number): SkipEvent {
    if (this.#skip?.version !== version) this.#skip = { type: "skip", channelId: this.channelId, version };
    return this.#skip;
  }

  /** A hole: the rows are in the database, so read what changed and go on from there. Rows changed twice have one version. */
  async #fill(): Promise<void> {
    try {
      while (!this.#closed && this.#isBehind) {
        const known = this.#known;
        const events = await this.#hooks.readChanges(this.channelId, this.#version ?? 0);
        for (const event of events) if (event.version > (this.#version ?? 0)) this.#emit(event);
        // Versions that left no row, such as of what is gone again.
        if (events.length === 0) this.#version = Math.max(this.#version ?? 0, known);
        for (const version of this.#ahead.keys()) if (version <= (this.#version ?? 0)) this.#ahead.delete(version);
      }
    } catch (error) {
      this.#hooks.onError(error, this.channelId);
    }
    this.#timer = null;
    this.#emitAhead();
    if (!this.#closed && this.#isBehind) this.#timer = setTimeout(() => void this.#fill(), holeMs * 10);
  }
}
