import type { ChannelHead, ChatDefinition, DurableEvent, MessageEvent, UserRef } from "@chat/contract";
import { v7 as uuidv7 } from "uuid";
import { ChatError } from "../chat-error.ts";
import { toChannel, toHead, type ChannelRow, type HeadRow } from "../channels/record.ts";
import { toMember, type MemberRow } from "../members/record.ts";
import { toMessage, type MessageRow } from "../messages/record.ts";
import { toUserRef } from "../users/record.ts";
import type { ActorRow, LoadedRows, ReplyRow, SanctionRow } from "./load-work.ts";
import type { Review } from "./write-reviews.ts";

/** A member row, with what happened to its cursor in this batch. */
export interface WorkingMember extends MemberRow {
  /** Own countable messages sent in this batch: raise the cursor, so that they never count as unread. */
  ownSent: number;
  ownBroadcasts: number;
  /** Joined anew in this batch: the cursor starts at the present. */
  rejoined: boolean;
  isNew: boolean;
}

/** What one batch writes, in the tables' own columns. Filled by ChannelWork, written by `writeWork`. */
export interface PendingWrites {
  newMessages: Set<MessageRow>;
  changedMessages: Set<MessageRow>;
  revisions: { messageId: string; text: string; data: unknown; custom: unknown; editorId: string }[];
  newMentions: { channelId: string; userId: string; seq: number }[];
  dropMentions: { channelId: string; seq: number }[];
  newReactions: Map<string, { messageId: string; userId: string; emoji: string }>;
  dropReactions: Map<string, { messageId: string; userId: string; emoji: string }>;
  members: Set<WorkingMember>;
  newThreads: Pick<ChannelRow, "id" | "type" | "rootId" | "parentMessageId" | "version" | "createdById" | "createdAt">[];
  channels: Set<ChannelRow>;
  heads: Set<HeadRow>;
  /** By message: of one that is sent and edited in one batch the last counts. */
  reviews: Map<string, Review>;
}

/** One locked channel inside a batch: the rows as of now, changed in memory in the lane's order, written together at the end. */
export class ChannelWork {
  readonly channel: ChannelRow;
  readonly head: HeadRow;
  readonly now: string;
  readonly definition: ChatDefinition;
  /** The channel whose members and rights count: itself, or a thread's root. */
  readonly root: ChannelWork;
  /** The message that a thread hangs off; it stands in the root. */
  readonly parent: MessageRow | undefined;
  /** A thread's last replies, the latest first; all that `repliesRead` allows where a change needs them. */
  readonly replies: ReplyRow[];
  /** A direct message of two of whom one blocked the other. */
  readonly isBlocked: boolean;
  readonly events: DurableEvent[] = [];
  readonly #writes: PendingWrites;
  readonly #members = new Map<string, WorkingMember>();
  readonly #users: ReadonlyMap<string, ActorRow>;
  readonly #messages: Map<string, MessageRow>;
  readonly #sanctions: readonly SanctionRow[];
  readonly #reactors = new Map<string, string[]>();
  readonly #owners: Set<string>;
  readonly #lastSent: Map<string, string>;

  constructor(
    channel: ChannelRow,
    head: HeadRow,
    rows: LoadedRows,
    shared: {
      definition: ChatDefinition;
      now: string;
      writes: PendingWrites;
      users: ReadonlyMap<string, ActorRow>;
      /** Of a thread. */
      root?: ChannelWork;
    },
  ) {
    this.channel = channel;
    this.head = head;
    this.now = shared.now;
    this.definition = shared.definition;
    this.#writes = shared.writes;
    this.#users = shared.users;
    this.root = shared.root ?? this;
    this.parent = channel.parentMessageId === null ? undefined : this.root.message(channel.parentMessageId);
    this.replies = rows.replies.filter((row) => row.channelId === channel.id);
    this.isBlocked = rows.blocked.includes(channel.rootId);
    for (const row of rows.members) {
      if (row.channelId === channel.id) {
        this.#members.set(row.userId, { ...row, ownSent: 0, ownBroadcasts: 0, rejoined: false, isNew: false });
      }
    }
    // Quoted rows come along even when they belong to another channel of the batch; by id they can only be asked for here.
    this.#messages = new Map(rows.messages.filter((row) => row.channelId === channel.id).map((row) => [row.id, row]));
    this.#sanctions = rows.sanctions.filter((row) => row.channelId === null || row.channelId === channel.rootId);
    for (const { messageId, emoji, userId } of rows.reactors) {
      const key = `${messageId} ${emoji}`;
      this.#reactors.set(key, [...(this.#reactors.get(key) ?? []), userId]);
    }
    this.#owners = new Set(rows.owners.find((row) => row.channelId === channel.id)?.userIds);
    const lastSent = rows.lastSent.filter((row) => row.channelId === channel.id);
    this.#lastSent = new Map(lastSent.map((row) => [row.userId, row.at]));
  }

  /** A member in force of the root, or undefined. */
  member(userId: string): WorkingMember | undefined {
    const row = this.anyMember(userId);
    return row === undefined || row.leftAt !== null ? undefined : row;
  }

  /** The row of someone who was ever in the root. */
  anyMember(userId: string): WorkingMember | undefined {
    return this.root.anyFollower(userId);
  }

  /** Somebody's row in this very channel: a member's, or in a thread one who follows it and did not lose its root since. */
  follower(userId: string): WorkingMember | undefined {
    const member = this.member(userId);
    const row = this.anyFollower(userId);
    if (this.root === this) return member;
    return row?.leftAt === null && member !== undefined && momentOf(row.joinedAt) >= momentOf(member.joinedAt) ? row : undefined;
  }

  /** The row of someone who was ever here or followed it. */
  anyFollower(userId: string): WorkingMember | undefined {
    return this.#members.get(userId);
  }

  /** Whether a member of the root sees what stands at `seq` here; a thread they see whole, or not at all, as they see its parent. */
  sees(member: WorkingMember | undefined, seq = Infinity): boolean {
    return member !== undefined && (this.parent?.seq ?? seq) >= member.visibleFromSeq;
  }

  owners(): ReadonlySet<string> {
    return this.#owners;
  }

  user(userId: string): ActorRow | undefined {
    return this.#users.get(userId);
  }

  userRef(userId: string): UserRef {
    const row = this.#users.get(userId);
    if (row === undefined) throw new ChatError("NOT_FOUND");
    return toUserRef(row);
  }

  sanctionOf(userId: string, type: "mute" | "ban"): SanctionRow | undefined {
    return this.#sanctions.find((row) => row.userId === userId && row.type === type);
  }

  message(messageId: string): MessageRow | undefined {
    return this.#messages.get(messageId);
  }

  /** When somebody's last message was sent here, in a channel in slow mode; system lines are none. */
  lastSentAt(userId: string): string | undefined {
    return this.#lastSent.get(userId);
  }

  /** The author's message with this client id, stored before or earlier in this batch. */
  messageByClientId(authorId: string, clientId: string): MessageRow | undefined {
    for (const row of this.#messages.values()) if (row.authorId === authorId && row.clientId === clientId) return row;
    return undefined;
  }

  /** Reactors of an emoji, first ones first; at least those that `first` needs, and every actor of the batch. */
  reactors(messageId: string, emoji: string): string[] {
    const key = `${messageId} ${emoji}`;
    const list = this.#reactors.get(key) ?? [];
    this.#reactors.set(key, list);
    return list;
  }

  nextVersion(): number {
    this.#writes.heads.add(this.head);
    this.head.version += 1;
    return this.head.version;
  }

  nextSeq(): number {
    this.head.seq += 1;
    return this.head.seq;
  }

  insertMessage(row: MessageRow): void {
    this.#messages.set(row.id, row);
    this.#writes.newMessages.add(row);
    if (row.kind !== "system") this.#lastSent.set(row.authorId, this.now);
    for (const userId of row.mentionIds) this.#writes.newMentions.push({ channelId: row.channelId, userId, seq: row.seq });
  }

  /** Marks a row as changed: it takes the channel's next version. The caller has set the columns. */
  touchMessage(row: MessageRow): void {
    row.version = this.nextVersion();
    if (!this.#writes.newMessages.has(row)) this.#writes.changedMessages.add(row);
  }

  /** Makes the thread of a message, and answers its channel's id. Nobody is told before somebody replies. */
  openThread(row: MessageRow, createdById: string): string {
    const id = uuidv7();
    const { id: parentMessageId, channelId: rootId } = row;
    this.#writes.newThreads.push({ id, type: "thread", rootId, parentMessageId, version: 1, createdById, createdAt: this.now });
    row.thread = { channelId: id, replyCount: 0, lastReplyAt: null, repliers: [] };
    if (!this.#writes.newMessages.has(row)) this.#writes.changedMessages.add(row);
    return id;
  }

  /** The message goes to the moderators' queue. The caller has hidden it. */
  bringToReview(review: Review): void {
    this.#writes.reviews.set(review.messageId, review);
  }

  keepRevision(row: MessageRow, editorId: string): void {
    this.#writes.revisions.push({ messageId: row.id, text: row.text, data: row.data, custom: row.custom, editorId });
  }

  /** Answers whom it mentions no more, for the event. */
  replaceMentions(row: MessageRow, userIds: string[]): Pick<MessageEvent, "unmentioned"> {
    const unmentioned = row.mentionIds.filter((id) => !userIds.includes(id));
    this.#writes.dropMentions.push({ channelId: row.channelId, seq: row.seq });
    row.mentionIds = userIds;
    for (const userId of userIds) this.#writes.newMentions.push({ channelId: row.channelId, userId, seq: row.seq });
    return unmentioned.length > 0 ? { unmentioned } : {};
  }

  /** Its mentions count no more; the row keeps them for when it comes back. Answers whom it mentioned, for the event. */
  suspendMentions(row: MessageRow): Pick<MessageEvent, "unmentioned"> {
    this.#writes.dropMentions.push({ channelId: row.channelId, seq: row.seq });
    return row.mentionIds.length > 0 ? { unmentioned: row.mentionIds } : {};
  }

  resumeMentions(row: MessageRow): void {
    for (const userId of row.mentionIds) this.#writes.newMentions.push({ channelId: row.channelId, userId, seq: row.seq });
  }

  addReaction(messageId: string, userId: string, emoji: string): void {
    const key = `${messageId} ${userId} ${emoji}`;
    if (!this.#writes.dropReactions.delete(key)) this.#writes.newReactions.set(key, { messageId, userId, emoji });
  }

  dropReaction(messageId: string, userId: string, emoji: string): void {
    const key = `${messageId} ${userId} ${emoji}`;
    if (!this.#writes.newReactions.delete(key)) this.#writes.dropReactions.set(key, { messageId, userId, emoji });
  }

  /** Writes a member row; with `changed`, it takes the channel's next version and becomes an event. */
  putMember(row: WorkingMember, changed: boolean): void {
    this.#members.set(row.userId, row);
    this.#writes.members.add(row);
    if (row.role === "owner" && row.leftAt === null) this.#owners.add(row.userId);
    else this.#owners.delete(row.userId);
    if (!changed) return;
    row.version = this.nextVersion();
    this.events.push({
      type: "member",
      channelId: this.channel.id,
      version: row.version,
      member: toMember(this.definition, row, this.userRef(row.userId)),
      head: this.headNow(),
    });
  }

  /** The channel row changed: the caller has set the columns. */
  touchChannel(): void {
    this.channel.version = this.nextVersion();
    this.#writes.channels.add(this.channel);
    this.events.push({
      type: "channel",
      channelId: this.channel.id,
      version: this.channel.version,
      channel: toChannel(this.definition, this.channel),
      head: this.headNow(),
    });
  }

  headNow(): ChannelHead {
    return toHead(this.head);
  }

  /** Tells of a message at its present version; answers the wire's message. */
  emitMessage(
    row: MessageRow,
    change: Pick<MessageEvent, "change" | "by" | "reaction" | "unmentioned">,
  ): MessageEvent["message"] {
    const message = this.toMessage(row);
    this.events.push({
      type: "message",
      channelId: row.channelId,
      version: row.version,
      ...change,
      message,
      head: this.headNow(),
    });
    return message;
  }

  toMessage(row: MessageRow): MessageEvent["message"] {
    const quoted = row.replyToId === null ? undefined : this.#messages.get(row.replyToId);
    return toMessage(this.definition, {
      ...row,
      author: this.userRef(row.authorId),
      quoted: quoted === undefined ? null : { ...quoted, author: this.userRef(quoted.authorId) },
      repliers: row.thread === null ? null : row.thread.repliers.map((userId) => this.userRef(userId)),
      hidesHistory: this.channel.hidesHistory,
    });
  }
}

const momentOf = (moment: string | Date) => new Date(moment).getTime();
