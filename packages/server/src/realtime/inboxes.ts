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
  /** Those of them that are threads, each with its root. */
  readonly threads: Map<string, string>;
  /** Threads that this person follows by their row, but not in force: they lost the root meanwhile. */
  readonly ended: Set<string>;
  /** Channels that this person is a member of but banned from. */
  readonly barred: Set<string>;
  /** Versions at which this person left channels: what was read before is no reason to listen again. */
  readonly left: Map<string, number>;
  readonly sink: LiveSink<InboxLiveEvent>;
}

/** Where an inbox's channel stands: the first seq that its person may see, and the channel's version. */
export interface Place {
  readonly channelId: string;
  /** Itself, or a thread's root. */
  readonly rootId: string;
  readonly visibleFromSeq: number;
  readonly version: number;
}

/** Members above which a channel's inboxes hear of one message a second. */
const largeChannel = 500;
const paceMs = 1_000;
/** Changes of a message that no line of a list shows. */
const unlisted: ReadonlySet<string> = new Set(["reacted", "pinned", "replied"]);

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

  listen(inbox: InboxSubscriber, { channelId, rootId, visibleFromSeq, version }: Place): void {
    inbox.channels.set(channelId, visibleFromSeq);
    if (rootId !== channelId) inbox.threads.set(channelId, rootId);
    inbox.ended.delete(channelId);
    addTo(this.#byChannel, channelId, inbox);
    this.heads.open(channelId, version);
  }

  /** This person's inboxes hear no more of a channel and its threads. */
  dismiss(userId: string, channelId: string): void {
    for (const inbox of this.of(userId)) {
      this.#dismissFrom(inbox, channelId);
      for (const [threadId, rootId] of inbox.threads) {
        if (rootId !== channelId) continue;
        this.#dismissFrom(inbox, threadId);
        inbox.ended.add(threadId);
      }
    }
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

  /** `rootId`: of a thread. */
  deliver(channelId: string, event: DurableEvent, rootId?: string): void {
    this.heads.note(channelId, event.version);
    if (event.type === "member") return rootId === undefined ? this.#toMember(event) : this.#toFollower(event, rootId);
    if (event.type === "message" && event.change !== undefined && unlisted.has(event.change)) return;
    if (event.type === "message" && event.head.memberCount > largeChannel) this.#deliverPaced(channelId, event);
    else this.#toListeners(channelId, event, () => true);
  }

  /** A membership is told to the person whose it is; one who joins hears the channel from here on. */
  #toMember(event: MemberEvent): void {
    const { channelId, head, member } = event;
    const place = { channelId, rootId: channelId, visibleFromSeq: head.seq + 1, version: head.version };
    for (const inbox of this.of(member.userId)) {
      if (member.leftAt !== null) inbox.left.set(channelId, event.version);
      const isNew = member.leftAt === null && !inbox.channels.has(channelId) && !inbox.barred.has(channelId);
      if (isNew) this.listen(inbox, place);
      inbox.sink.push(null, event);
    }
  }

  /** Who follows a thread hears it where they hear its root. */
  #toFollower(event: MemberEvent, rootId: string): void {
    const { channelId, head, member } = event;
    for (const inbox of this.of(member.userId)) {
      if (member.leftAt !== null) {
        inbox.left.set(channelId, event.version);
        this.#dismissFrom(inbox, channelId);
        inbox.ended.delete(channelId);
      } else if (!inbox.channels.has(rootId)) {
        inbox.ended.add(channelId);
        continue;
      } else if (!inbox.channels.has(channelId))
        this.listen(inbox, { channelId, rootId, visibleFromSeq: 0, version: head.version });
      inbox.sink.push(null, event);
    }
  }

  /** The author's other devices and those who are mentioned, or no more, hear of each message at once, all others of the latest once a second. */
  #deliverPaced(channelId: string, event: MessageEvent): void {
    const { author, mentions } = event.message;
    for (const userId of new Set([author.id, ...mentions, ...(event.unmentioned ?? [])]))
      for (const inbox of this.of(userId)) if (inbox.channels.has(channelId)) this.#push(inbox, channelId, event);
    const held = this.#large.waiting(channelId);
    if (held === undefined || event.message.seq >= held.message.seq) this.#large.put(channelId, event);
  }

  #toListeners(channelId: string, event: DurableEvent, isMeant: (event: DurableEvent, userId: string) => boolean): void {
    for (const inbox of this.listeners(channelId)) if (isMeant(event, inbox.userId)) this.#push(inbox, channelId, event);
  }

  /** What a connection hears in the open channel it does not also hear in its inbox. */
  #push(inbox: InboxSubscriber, channelId: string, event: DurableEvent): void {
    if (inbox.connection?.hasOpen(channelId)) return;
    if (event.type === "message" && event.message.seq < (inbox.channels.get(channelId) ?? 0)) return;
    inbox.sink.push(null, event);
    this.#onDelivered(event, inbox.userId);
  }

  #dismissFrom(inbox: InboxSubscriber, channelId: string): void {
    if (!inbox.channels.delete(channelId)) return;
    inbox.threads.delete(channelId);
    this.#stopListening(inbox, channelId);
  }

  #stopListening(inbox: InboxSubscriber, channelId: string): void {
    removeFrom(this.#byChannel, channelId, inbox);
    if (!this.#byChannel.has(channelId)) this.heads.close(channelId);
  }
}

function mayWait(event: DurableEvent, userId: string): boolean {
  if (event.type !== "message") return true;
  const { message, unmentioned } = event;
  return message.author.id !== userId && !message.mentions.includes(userId) && unmentioned?.includes(userId) !== true;
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
