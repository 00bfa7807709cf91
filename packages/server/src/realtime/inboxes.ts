import type { DurableEvent, InboxLiveEvent, MemberEvent, MessageEvent } from "@chat/contract";
import type { Connection } from "./connection.ts";
import { HeadBook } from "./head-book.ts";
import type { LiveSink } from "./live-source.ts";
import { Paced } from "./paced.ts";

/** One live inbox: all channels of one person on one connection. */
export interface InboxSubscriber {
  readonly userId: string;
  readonly connection: Connection | null;
  /** Channels listened to, each with the first seq that this person may see. */
  readonly channels: Map<string, number>;
  /** Channels that this person is a member of but banned from. */
  readonly barred: Set<string>;
  /** Versions at which this person left channels: what was read before is no reason to listen again. */
  readonly left: Map<string, number>;
  readonly sink: LiveSink<InboxLiveEvent>;
}

/** Where an inbox's channel stands: the first seq that its person may see, and the channel's version. */
export interface Place {
  readonly channelId: string;
  readonly visibleFromSeq: number;
  readonly version: number;
}

/** Members above which a channel's inboxes hear of one message a second. */
const largeChannel = 500;
const paceMs = 1_000;

/** All inboxes on this node, by person and by channel. `onDelivered`: a message was written to a device of somebody. */
export class Inboxes {
  /** How far each channel that is listened to was heard. */
  readonly heads = new HeadBook();
  readonly #byUser = new Map<string, Set<InboxSubscriber>>();
  readonly #byChannel = new Map<string, Set<InboxSubscriber>>();
  readonly #onDelivered: (event: DurableEvent, userId: string) => void;
  readonly #large = new Paced<MessageEvent>(paceMs, (channelId, event) => this.#toListeners(channelId, event, mayWait));

  constructor(onDelivered: (event: DurableEvent, userId: string) => void) {
    this.#onDelivered = onDelivered;
  }

  attach(inbox: InboxSubscriber): void {
    addTo(this.#byUser, inbox.userId, inbox);
  }

  detach(inbox: InboxSubscriber): void {
    removeFrom(this.#byUser, inbox.userId, inbox);
    for (const channelId of inbox.channels.keys()) this.#stopListening(inbox, channelId);
  }

  listen(inbox: InboxSubscriber, { channelId, visibleFromSeq, version }: Place): void {
    inbox.channels.set(channelId, visibleFromSeq);
    addTo(this.#byChannel, channelId, inbox);
    this.heads.open(channelId, version);
  }

  /** This person's inboxes hear no more of a channel. */
  dismiss(userId: string, channelId: string): void {
    for (const inbox of this.of(userId)) if (inbox.channels.delete(channelId)) this.#stopListening(inbox, channelId);
  }

  *all(): Generator<InboxSubscriber> {
    for (const inboxes of this.#byUser.values()) yield* inboxes;
  }

  of(userId: string): Iterable<InboxSubscriber> {
    return this.#byUser.get(userId) ?? [];
  }

  listeners(channelId: string): Iterable<InboxSubscriber> {
    return this.#byChannel.get(channelId) ?? [];
  }

  deliver(channelId: string, event: DurableEvent): void {
    this.heads.note(channelId, event.version);
    if (event.type === "member") return this.#toMember(event);
    // Reactions and pins change nothing that a list shows.
    if (event.type === "message" && (event.change === "reacted" || event.change === "pinned")) return;
    if (event.type === "message" && event.head.memberCount > largeChannel) this.#deliverPaced(channelId, event);
    else this.#toListeners(channelId, event, () => true);
  }

  /** A membership is told to the person whose it is; one who joins hears the channel from here on. */
  #toMember(event: MemberEvent): void {
    const { channelId, head, member } = event;
    const place = { channelId, visibleFromSeq: head.seq + 1, version: head.version };
    for (const inbox of this.of(member.userId)) {
      if (member.leftAt !== null) inbox.left.set(channelId, event.version);
      const isNew = member.leftAt === null && !inbox.channels.has(channelId) && !inbox.barred.has(channelId);
      if (isNew) this.listen(inbox, place);
      inbox.sink.push(null, event);
    }
  }

  /** The author's other devices and those who are mentioned hear of each message at once, all others of the latest once a second. */
  #deliverPaced(channelId: string, event: MessageEvent): void {
    const { author, mentions } = event.message;
    for (const userId of new Set([author.id, ...mentions]))
      for (const inbox of this.of(userId)) if (inbox.channels.has(channelId)) this.#push(inbox, channelId, event);
    const held = this.#large.waiting(channelId);
    if (held === undefined || event.message.seq >= held.message.seq) this.#large.put(channelId, event);
  }

  #toListeners(channelId: string, event: DurableEvent, isMeant: (event: DurableEvent, userId: string) => boolean): void {
    for (const inbox of this.listeners(channelId)) if (isMeant(event, inbox.userId)) this.#push(inbox, channelId, event);
  }

  /** What a connection hears in the open channel it does not also hear in its inbox. */
  #push(inbox: InboxSubscriber, channelId: string, event: DurableEvent): void {
    if (inbox.connection?.openChannels.has(channelId)) return;
    if (event.type === "message" && event.message.seq < (inbox.channels.get(channelId) ?? 0)) return;
    inbox.sink.push(null, event);
    this.#onDelivered(event, inbox.userId);
  }

  #stopListening(inbox: InboxSubscriber, channelId: string): void {
    removeFrom(this.#byChannel, channelId, inbox);
    if (!this.#byChannel.has(channelId)) this.heads.close(channelId);
  }
}

function mayWait(event: DurableEvent, userId: string): boolean {
  return event.type !== "message" || (event.message.author.id !== userId && !event.message.mentions.includes(userId));
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
