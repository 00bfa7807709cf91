import { z } from "zod";
import type { ChatDefinition, Custom, WithoutCustom } from "../define-chat.ts";
import { customBag, idSchema, momentSchema } from "../ids.ts";
import { memberRoles } from "../members/member.ts";
import { messageSchema, type Message } from "../messages/message.ts";
import { userSchema, type User } from "../users/user.ts";

export const channelTypes = ["direct", "group", "thread"] as const;
export const visibilities = ["public", "private"] as const;
/** Who writes in a group: everyone in it, or its owners and moderators alone. */
export const postingPolicies = ["everyone", "moderators"] as const;

/** A channel as everyone in it sees it; the same for all readers. */
export const channelSchema = z.object({
  id: idSchema,
  type: z.enum(channelTypes),
  /** The product's own key of the record that this room belongs to. */
  key: z.string().nullable(),
  /** Null for a direct message: its name is the other person's. */
  name: z.string().nullable(),
  description: z.string().nullable(),
  image: z.string().nullable(),
  visibility: z.enum(visibilities),
  /** True where newcomers see only what came after them. */
  hidesHistory: z.boolean(),
  /** The channel whose members and rights count: itself, or a thread's parent. */
  rootId: idSchema,
  parentMessageId: idSchema.nullable(),
  slowModeSeconds: z.int(),
  postingPolicy: z.enum(postingPolicies),
  /** The channel version at which this row last changed. */
  version: z.int(),
  createdById: idSchema.nullable(),
  createdAt: momentSchema,
  archivedAt: momentSchema.nullable(),
  frozenAt: momentSchema.nullable(),
  custom: customBag,
});
export interface Channel<D extends ChatDefinition = ChatDefinition> extends WithoutCustom<typeof channelSchema> {
  custom: Custom<D, "channel">;
}

/** A channel's running numbers. Unread is `messageCount - me.cursorCount`. */
export const channelHeadSchema = z.object({
  seq: z.int(),
  version: z.int(),
  /** Countable messages so far; system lines are not. */
  messageCount: z.int(),
  /** Messages so far that mention the whole channel. */
  broadcastCount: z.int(),
  memberCount: z.int(),
  lastActivityAt: momentSchema,
});
export type ChannelHead = z.output<typeof channelHeadSchema>;

/** The caller's own place in a channel; in a thread, that they follow it, while their rights are those in its root. A higher `stateVersion` is newer. */
export const membershipSchema = z.object({
  role: z.enum(memberRoles),
  joinedAt: momentSchema,
  visibleFromSeq: z.int(),
  /** Read up to here; only rises. */
  readSeq: z.int(),
  /** Marked unread by hand from this message on, until the next explicit read. */
  unreadFrom: z.int().nullable(),
  /** The channel's `messageCount` at the effective cursor, plus own messages after it. */
  cursorCount: z.int(),
  cursorBroadcast: z.int(),
  /** Personal mentions above the effective cursor. */
  mentionCount: z.int(),
  stateVersion: z.int(),
  /**
   * The channel's `seq` in the statement that read this row: own messages and mentions up to it are in the counts, those above it are the
   * client's to add. Missing where a head stands beside it (a ChannelEntry).
   */
  countedSeq: z.int().optional(),
  pinnedAt: momentSchema.nullable(),
  hiddenAt: momentSchema.nullable(),
  mutedUntil: momentSchema.nullable(),
});
export type Membership = z.output<typeof membershipSchema>;

/** A channel as the caller finds it in the list: with its numbers, last message, own place, and for a direct message the other person. */
export const channelEntrySchema = z.object({
  channel: channelSchema,
  head: channelHeadSchema,
  /** A preview: of its text, and of the one that it quotes, only the beginning. */
  lastMessage: messageSchema.nullable(),
  /** Null where the caller is not a member (a public group before joining), or does not follow the thread. */
  me: membershipSchema.nullable(),
  peer: userSchema.nullable(),
  /** The message that a thread hangs off, as it is now; of threads only. */
  parent: messageSchema.optional(),
});
export interface ChannelEntry<D extends ChatDefinition = ChatDefinition> {
  channel: Channel<D>;
  head: ChannelHead;
  lastMessage: Message<D> | null;
  me: Membership | null;
  peer: User<D> | null;
  parent?: Message<D> | undefined;
}
