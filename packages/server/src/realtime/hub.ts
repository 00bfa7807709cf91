import type { DurableEvent, EphemeralEvent, InboxLiveEvent, Membership, PresenceEvent, UserRef } from "@chat/contract";
import { limits } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Logger } from "../logger.ts";
import type { Bus, BusMessage } from "./bus.ts";
import type { Committed } from "./change.ts";
import type { Connection } from "./connection.ts";
import type { LiveSink } from "./live-source.ts";
import { Topic, type ChannelSubscriber } from "./topic.ts";

/** One live inbox: all channels of one person on one connection. */
export interface InboxSubscriber {
  readonly userId: string;
  readonly connection: Connection | null;
  /** Channels listened to, each with the first seq that this person may see. */
  readonly channels: Map<string, number>;
  /** Channels that this person is a member of but banned from. */
  readonly barred: Set<string>;
  readonly sink: LiveSink<InboxLiveEvent>;
}

interface HubOptions {
  readonly bus: Bus;
  readonly log: Logger;
  readonly readChanges: (channelId: string, since: number) => Promise<DurableEvent[]>;
  /** A message was written to a device of `userId`. */
  readonly onDelivered: (channelId: string, userId: string, seq: number) => void;
}

/** Everybody who listens on this node, and what reaches them. What is published travels over the bus and comes back to every node's hub. */
export class Hub {
  readonly #options: HubOptions;
  readonly #topics = new Map<string, Topic>();
  readonly #inboxes = new Map<string, Set<InboxSubscriber>>();
  readonly #listeners = new Map<string, Set<InboxSubscriber>>();
  readonly connections = new Set<Connection>();

  constructor(options: HubOptions) {
    this.#options = options;
    options.bus.subscribe((message) => this.#receive(message));
  }

  publish(committed: Committed[]): void {
    if (committed.length > 0) this.#options.bus.publish({ kind: "durable", committed });
  }

  /** Somebody renamed themselves: to all who share a channel with them. */
  publishUser(user: UserRef, channelIds: string[]): void {
    this.#options.bus.publish({ kind: "channels", channelIds, event: { type: "user", user } });
  }

  publishPresence(event: PresenceEvent, channelIds: string[]): void {
    this.#options.bus.publish({ kind: "channels", channelIds, event });
  }

  publishState(userId: string, channelId: string, me: Membership): void {
    this.#options.bus.publish({ kind: "person", userId, event: { type: "state", channelId, me } });
  }

  /** Typing and cursors: to those who have the channel open. */
  publishToChannel(channelId: string, event: EphemeralEvent): void {
    this.#options.bus.publish({ kind: "channel", channelId, event });
  }

  emitTyping(channelId: string, user: UserRef): void {
    this.publishToChannel(channelId, { type: "typing", channelId, user });
  }

  /** Sockets of these sessions close at once, on every node. */
  closeSessions(sessionIds: string[]): void {
    this.#options.bus.publish({ kind: "sessions-ended", sessionIds });
  }

  attachChannel(subscriber: ChannelSubscriber): Topic {
    let topic = this.#topics.get(subscriber.channelId);
    if (topic === undefined) {
      topic = new Topic(subscriber.channelId, {
        readChanges: this.#options.readChanges,
        onDelivered: (event, to) => this.#noteDelivered(event, to.userId),
        onError: (error, channelId) => this.#options.log.error({ err: error, channelId }, "a gap could not be read"),
      });
      this.#topics.set(subscriber.channelId, topic);
    }
    topic.subscribers.add(subscriber);
    subscriber.connection?.openChannels.add(subscriber.channelId);
    return topic;
  }

  detachChannel(subscriber: ChannelSubscriber): void {
    const topic = this.#topics.get(subscriber.channelId);
    if (topic === undefined || !topic.subscribers.delete(subscriber)) return;
    const { connection } = subscriber;
    if (![...topic.subscribers].some((other) => other.connection === connection))
      connection?.openChannels.delete(subscriber.channelId);
    if (topic.subscribers.size === 0) {
      topic.close();
      this.#topics.delete(subscriber.channelId);
    }
  }

  attachInbox(subscriber: InboxSubscriber): void {
    addTo(this.#inboxes, subscriber.userId, subscriber);
  }

  listen(subscriber: InboxSubscriber, channelId: string, visibleFromSeq: number): void {
    subscriber.channels.set(channelId, visibleFromSeq);
    addTo(this.#listeners, channelId, subscriber);
  }

  detachInbox(subscriber: InboxSubscriber): void {
    removeFrom(this.#inboxes, subscriber.userId, subscriber);
    for (const channelId of subscriber.channels.keys()) removeFrom(this.#listeners, channelId, subscriber);
  }

  /** Open channel subscriptions now, for the re-check of rights. */
  *subscribers(): Generator<ChannelSubscriber> {
    for (const topic of this.#topics.values()) yield* topic.subscribers;
  }

  *inboxes(): Generator<InboxSubscriber> {
    for (const inboxes of this.#inboxes.values()) yield* inboxes;
  }

  /** Somebody lost access: their subscriptions to the channel end, and their inboxes hear no more of it. */
  dismiss(userId: string, channelId: string): void {
    for (const inbox of this.#inboxes.get(userId) ?? []) {
      inbox.channels.delete(channelId);
      removeFrom(this.#listeners, channelId, inbox);
    }
    for (const subscriber of this.#topics.get(channelId)?.subscribers ?? [])
      if (subscriber.userId === userId) subscriber.sink.end(new ChatError("NOT_FOUND"));
  }

  #receive(message: BusMessage): void {
    switch (message.kind) {
      case "durable":
        for (const { channelId, events } of message.committed) for (const event of events) this.#receiveDurable(channelId, event);
        break;
      case "channel":
        this.#topics.get(message.channelId)?.emitEphemeral(message.event);
        break;
      case "channels":
        this.#toChannels(message.channelIds, message.event);
        break;
      case "person":
        for (const inbox of this.#inboxes.get(message.userId) ?? []) inbox.sink.push(null, message.event);
        break;
      case "sessions-ended":
        this.#endSessions(new Set(message.sessionIds));
    }
  }

  #receiveDurable(channelId: string, event: DurableEvent): void {
    this.#topics.get(channelId)?.receive(event);
    const ownUserId = event.type === "member" ? event.member.userId : null;
    if (event.type === "member" && ownUserId !== null) {
      if (event.member.leftAt === null) this.#joined(ownUserId, channelId, event.head.seq + 1);
      for (const inbox of this.#inboxes.get(ownUserId) ?? []) inbox.sink.push(null, event);
      if (event.member.leftAt !== null) this.dismiss(ownUserId, channelId);
      return;
    }
    // Reactions and pins change nothing that a list shows.
    if (event.type === "message" && (event.change === "reacted" || event.change === "pinned")) return;
    for (const inbox of this.#listeners.get(channelId) ?? []) {
      if (inbox.connection?.openChannels.has(channelId)) continue;
      if (event.type === "message" && event.message.seq < (inbox.channels.get(channelId) ?? 0)) continue;
      inbox.sink.push(null, event);
      this.#noteDelivered(event, inbox.userId);
    }
  }

  #joined(userId: string, channelId: string, visibleFromSeq: number): void {
    for (const inbox of this.#inboxes.get(userId) ?? []) {
      if (!inbox.channels.has(channelId) && !inbox.barred.has(channelId)) this.listen(inbox, channelId, visibleFromSeq);
    }
  }

  #toChannels(channelIds: readonly string[], event: EphemeralEvent): void {
    const told = new Set<InboxSubscriber>();
    for (const channelId of channelIds) {
      for (const inbox of this.#listeners.get(channelId) ?? []) told.add(inbox);
    }
    for (const inbox of told) inbox.sink.push(null, event);
  }

  #endSessions(sessionIds: ReadonlySet<string>): void {
    for (const connection of this.connections) {
      const sessionId = connection.caller?.sessionId;
      if (sessionId && sessionIds.has(sessionId)) connection.close(4401, "signed out");
    }
  }

  #noteDelivered(event: DurableEvent, userId: string): void {
    if (event.type !== "message" || event.change !== "sent" || event.message.author.id === userId) return;
    if (event.head.memberCount <= limits.cursorList) this.#options.onDelivered(event.channelId, userId, event.message.seq);
  }
}

function addTo<V>(map: Map<string, Set<V>>, key: string, value: V): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

function removeFrom<V>(map: Map<string, Set<V>>, key: string, value: V): void {
  const set = map.get(key);
  if (set?.delete(value) && set.size === 0) map.delete(key);
}
