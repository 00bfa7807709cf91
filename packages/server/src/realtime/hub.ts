import type { DurableEvent, EphemeralEvent, Membership, PresenceEvent, TypingEvent, UserRef } from "@chat/contract";
import { limits } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Logger } from "../logger.ts";
import type { Bus, BusMessage, PersonEvent, PresenceChannels } from "./bus.ts";
import type { Committed } from "./change.ts";
import type { ChannelSubscriber, Listening } from "./channel-subscriber.ts";
import type { Connection } from "./connection.ts";
import { Inboxes, type InboxSubscriber } from "./inboxes.ts";
import { Topic, type TopicHooks } from "./topic.ts";

interface HubOptions {
  readonly bus: Bus;
  readonly log: Logger;
  readonly readChanges: (channelId: string, since: number) => Promise<DurableEvent[]>;
  /** A message was written to a device of `userId`. */
  readonly onDelivered: (channelId: string, userId: string, seq: number) => void;
}

interface OpenedChannel {
  readonly channelId: string;
  /** Itself, or a thread's root: who loses it loses this too. */
  readonly rootId: string;
}

/** Everybody who listens on this node, and what reaches them. What is published travels over the bus and comes back to every node's hub. */
export class Hub {
  readonly connections = new Set<Connection>();
  readonly inboxes = new Inboxes((event, userId) => this.#noteDelivered(event, userId));
  readonly #options: HubOptions;
  readonly #topics = new Map<string, Topic>();
  readonly #topicHooks: TopicHooks;
  #dismissals = 0;

  constructor(options: HubOptions) {
    this.#options = options;
    this.#topicHooks = {
      readChanges: options.readChanges,
      onDelivered: (event, userId) => this.#noteDelivered(event, userId),
      onError: (error, channelId) => options.log.error({ err: error, channelId }, "a gap could not be read"),
      onEmpty: (channelId) => this.#topics.delete(channelId),
    };
    options.bus.subscribe((message) => this.#receive(message));
  }

  publish(committed: Committed[]): void {
    if (committed.length > 0) this.#options.bus.publish({ kind: "durable", committed });
  }

  /** Somebody renamed themselves: to all who share a channel with them. */
  publishUser(user: UserRef, channelIds: string[]): void {
    this.#options.bus.publish({ kind: "channels", channelIds, event: { type: "user", user } });
  }

  publishState(userId: string, channelId: string, me: Membership): void {
    this.#options.bus.publish({ kind: "person", userId, event: { type: "state", channelId, me } });
  }

  /** To one person's own devices. */
  publishToPerson(userId: string, event: PersonEvent): void {
    this.#options.bus.publish({ kind: "person", userId, event });
  }

  /** A group is deleted: nobody has it open any more, on any node, and its members' lists hear of it. */
  publishDeleted(channelId: string): void {
    this.#options.bus.publish({ kind: "channel-deleted", channelId });
  }

  /** Cursors: to those who have the channel open. */
  publishToChannel(channelId: string, event: EphemeralEvent): void {
    this.#options.bus.publish({ kind: "channel", channelId, event });
  }

  emitTyping(channelId: string, user: UserRef, memberCount: number): void {
    const event: TypingEvent = { type: "typing", channelId, user };
    this.#options.bus.publish({ kind: "typing", channelId, event, isLarge: memberCount > limits.cursorList });
  }

  /** Sockets of these sessions close at once, on every node. */
  closeSessions(sessionIds: string[]): void {
    this.#options.bus.publish({ kind: "sessions-ended", sessionIds });
  }

  /** All sockets of these people close at once, on every node: those of host products' people have no sessions. */
  closePeople(userIds: string[]): void {
    this.#options.bus.publish({ kind: "people-ended", userIds });
  }

  /** What these people may do changed: every node compares it at once with what they listen to. Their own devices hear that something was decided. */
  publishRights(userIds: string[]): void {
    for (const userId of userIds) this.publishToPerson(userId, { type: "sanction" });
    this.#options.bus.publish({ kind: "rights", userIds });
  }

  /** Opens a channel for one more, who is not live yet. */
  openChannel({ channelId, rootId }: OpenedChannel, listening: Listening): ChannelSubscriber {
    let topic = this.#topics.get(channelId);
    if (topic === undefined) {
      topic = new Topic(channelId, rootId, this.#topicHooks);
      this.#topics.set(channelId, topic);
    }
    return topic.add(listening);
  }

  /** Open channels, for a comparison of their versions with the database's. */
  topics(): Iterable<Topic> {
    return this.#topics.values();
  }

  topic(channelId: string): Topic | undefined {
    return this.#topics.get(channelId);
  }

  get openChannelCount(): number {
    return this.#topics.size;
  }

  /** Open channel subscriptions now, for the re-check of rights. */
  *subscribers(): Generator<ChannelSubscriber> {
    for (const topic of this.#topics.values()) yield* topic.subscribers;
  }

  /** How many times somebody lost access. */
  get dismissals(): number {
    return this.#dismissals;
  }

  /** Somebody lost access: their subscriptions to the channel and its threads end, and their inboxes hear no more of them. */
  dismiss(userId: string, channelId: string): void {
    this.#dismissals += 1;
    this.inboxes.dismiss(userId, channelId);
    for (const topic of this.#topics.values()) {
      if (topic.channelId !== channelId && topic.rootId !== channelId) continue;
      for (const subscriber of topic.subscribers)
        if (subscriber.userId === userId) subscriber.sink.end(new ChatError("NOT_FOUND"));
    }
  }

  /** Tells those on this node who see somebody's presence that it changed. */
  showPresence(event: PresenceEvent, { direct, group }: PresenceChannels): void {
    this.#toInboxes(direct, event);
    for (const channelId of group) this.#topics.get(channelId)?.emitEphemeral(event);
  }

  #receive(message: BusMessage): void {
    switch (message.kind) {
      case "durable":
        for (const { channelId, rootId, events } of message.committed)
          for (const event of events) this.#receiveDurable(channelId, event, rootId);
        break;
      case "channel":
        this.#topics.get(message.channelId)?.emitEphemeral(message.event);
        break;
      case "typing":
        this.#topics.get(message.channelId)?.emitTyping(message.event, message.isLarge);
        break;
      case "channels":
        this.#toInboxes(message.channelIds, message.event);
        break;
      case "person":
        for (const inbox of this.inboxes.of(message.userId)) inbox.sink.push(null, message.event);
        break;
      case "channel-deleted":
        this.#dropChannel(message.channelId);
        break;
      case "sessions-ended":
        this.#endSessions(new Set(message.sessionIds));
        break;
      case "people-ended":
        this.#endPeople(new Set(message.userIds));
        break;
      default:
      // Presence is the tracker's, and another version's kinds are not ours to know.
    }
  }

  #receiveDurable(channelId: string, event: DurableEvent, rootId: string | undefined): void {
    this.#topics.get(channelId)?.receive(event);
    this.inboxes.deliver(channelId, event, rootId);
    // A thread that is followed no more may still be read.
    if (rootId === undefined && event.type === "member" && event.member.leftAt !== null)
      this.dismiss(event.member.userId, channelId);
  }

  #dropChannel(channelId: string): void {
    this.#dismissals += 1;
    for (const topic of this.#topics.values()) {
      if (topic.channelId !== channelId && topic.rootId !== channelId) continue;
      for (const subscriber of topic.subscribers) subscriber.sink.end(new ChatError("NOT_FOUND"));
    }
    // All of them first: with one of a person's devices the others are dismissed too.
    const listeners = [...this.inboxes.listeners(channelId)];
    for (const inbox of listeners) {
      this.inboxes.dismiss(inbox.userId, channelId);
      inbox.sink.push(null, { type: "gone", channelId });
    }
  }

  #toInboxes(channelIds: readonly string[], event: EphemeralEvent): void {
    const told = new Set<InboxSubscriber>();
    for (const channelId of channelIds) for (const inbox of this.inboxes.listeners(channelId)) told.add(inbox);
    for (const inbox of told) inbox.sink.push(null, event);
  }

  #endSessions(sessionIds: ReadonlySet<string>): void {
    for (const connection of this.connections) {
      const sessionId = connection.caller?.sessionId;
      if (sessionId && sessionIds.has(sessionId)) connection.close(4401, "signed out");
    }
  }

  #endPeople(userIds: ReadonlySet<string>): void {
    for (const connection of this.connections)
      if (connection.caller !== null && userIds.has(connection.caller.userId)) connection.close(4401, "signed out");
  }

  #noteDelivered(event: DurableEvent, userId: string): void {
    if (event.type !== "message" || event.change !== "sent" || event.message.author.id === userId) return;
    if (event.head.memberCount <= limits.cursorList) this.#options.onDelivered(event.channelId, userId, event.message.seq);
  }
}
