import type { DurableEvent, EphemeralEvent, SkipEvent, TypingEvent } from "@chat/contract";
import { ChannelSubscriber, type Listening } from "./channel-subscriber.ts";

/** Milliseconds between two typing events in a large channel. */
const typingMs = 1_000;
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
  /** The highest version that is known to be in the database. */
  #known = 0;
  #timer: NodeJS.Timeout | null = null;
  #typedAt = -Infinity;
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
    subscriber.connection?.opened(this.channelId);
    return subscriber;
  }

  remove(subscriber: ChannelSubscriber): void {
    if (!this.#subscribers.delete(subscriber)) return;
    subscriber.connection?.left(this.channelId);
    if (this.#subscribers.size > 0) return;
    this.#close();
    this.#hooks.onEmpty(this.channelId);
  }

  /** Makes a caught-up subscriber live in this very tick; false if versions were emitted meanwhile, and it must read on. */
  goLive(subscriber: ChannelSubscriber, at: number): boolean {
    this.#version ??= at;
    if (this.#version > at) return false;
    subscriber.delivered = at;
    subscriber.live = true;
    return true;
  }

  receive(event: DurableEvent): void {
    const at = this.#version;
    if (at === null) this.#version = event.version;
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
    const skip: SkipEvent = { type: "skip", channelId: this.channelId, version: event.version };
    for (const subscriber of this.#subscribers) {
      if (!subscriber.live || event.version <= subscriber.delivered) continue;
      subscriber.delivered = event.version;
      const hidden = event.type === "message" && event.message.seq < subscriber.visibleFromSeq;
      subscriber.sink.push(event.version, hidden ? skip : event);
      if (!hidden) this.#hooks.onDelivered(event, subscriber.userId);
    }
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
