import { z } from "zod";
import {
  channelHeadSchema,
  channelSchema,
  membershipSchema,
  type Channel,
  type ChannelHead,
  type Membership,
} from "../channels/channel.ts";
import type { ChatDefinition } from "../define-chat.ts";
import { idSchema, momentSchema } from "../ids.ts";
import { memberSchema, type Member } from "../members/member.ts";
import { messageSchema, type Message } from "../messages/message.ts";
import { userRefSchema, type UserRef } from "../users/user.ts";

/** `replied`: in the message's thread, whose summary changed. `hidden` and `shown`: its review began, or found it good. */
export const messageChanges = ["sent", "edited", "deleted", "reacted", "pinned", "replied", "hidden", "shown"] as const;

/** How far a member has read, and how far their devices have been written to. */
export const cursorSchema = z.object({ userId: idSchema, readSeq: z.int(), deliveredSeq: z.int() });
export type Cursor = z.output<typeof cursorSchema>;

/** Where a site allows less than `limits`: characters of a message, and minutes in which it may be changed. What is missing is not narrowed. */
const siteLimitsSchema = z.object({ messageText: z.int().optional(), editMinutes: z.int().optional() });

/** First frame of every subscription. `version` is missing in the inbox's. Another `epoch` than before: drop the cache. */
const startEventSchema = z.object({
  type: z.literal("start"),
  epoch: z.string(),
  version: z.int().optional(),
  protocol: z.int(),
  capabilities: z.array(z.string()),
  limits: siteLimitsSchema.optional(),
});

/** The subscriber is up to date at `version`; from here on a skipped version is a gap. Cursors are a list up to `limits.cursorList` members. */
const syncedEventSchema = z.object({
  type: z.literal("synced"),
  channelId: idSchema,
  version: z.int(),
  cursors: z.array(cursorSchema).nullable(),
  /** Ids of the members online now, null above `limits.cursorList` members. */
  online: z.array(idSchema).nullable(),
});

/** What was held is too old to be mended row by row: take a page of latest messages, and go on from its version. */
const resetEventSchema = z.object({ type: z.literal("reset"), channelId: idSchema, version: z.int() });

const messageEventSchema = z.object({
  type: z.literal("message"),
  channelId: idSchema,
  version: z.int(),
  /** What happened; missing in a replay, which knows only that the row changed. */
  change: z.enum(messageChanges).optional(),
  message: messageSchema,
  /** Who did it, where that is not the author. */
  by: idSchema.optional(),
  /** With `reacted`: which emoji `by` added or removed, so that a client may keep its own. */
  reaction: z.object({ emoji: z.string(), added: z.boolean() }).optional(),
  /** With `edited`, `deleted` and `hidden`: who was mentioned by name until then, and is no more. Missing where there is nobody, and in a replay. */
  unmentioned: z.array(idSchema).optional(),
  /** The channel's running numbers after the change. */
  head: channelHeadSchema,
});
const memberEventSchema = z.object({
  type: z.literal("member"),
  channelId: idSchema,
  version: z.int(),
  member: memberSchema,
  head: channelHeadSchema,
});
const channelEventSchema = z.object({
  type: z.literal("channel"),
  channelId: idSchema,
  version: z.int(),
  channel: channelSchema,
  head: channelHeadSchema,
});
/** A durable change that this subscriber may not see. */
const skipEventSchema = z.object({ type: z.literal("skip"), channelId: idSchema, version: z.int() });
const userEventSchema = z.object({ type: z.literal("user"), user: userRefSchema });
const readEventSchema = z.object({ type: z.literal("read"), channelId: idSchema, cursors: z.array(cursorSchema) });
const typingEventSchema = z.object({ type: z.literal("typing"), channelId: idSchema, user: userRefSchema });
const presenceEventSchema = z.object({
  type: z.literal("presence"),
  userId: idSchema,
  online: z.boolean(),
  lastSeenAt: momentSchema.nullable(),
});
/** Inbox only: my own cursor or preferences changed, here or on another device. */
const stateEventSchema = z.object({ type: z.literal("state"), channelId: idSchema, me: membershipSchema });

/** Inbox only: something may have been missed, such as while this server's nodes could not hear one another: read the list again. */
const resyncEventSchema = z.object({ type: z.literal("resync") });

/** Inbox only: something was decided about me, such as a mute, or an answer to my appeal: ask `sanction.mine`. */
const sanctionEventSchema = z.object({ type: z.literal("sanction") });

/** Inbox only: I blocked somebody, or ended it, here or on another device: ask `user.blocked`. */
const blocksEventSchema = z.object({ type: z.literal("blocks") });

/** Inbox only: a channel of mine is deleted, with all that stood in it. */
const goneEventSchema = z.object({ type: z.literal("gone"), channelId: idSchema });

/** Everything that travels over `live.channel` and `live.inbox`. Clients ignore types that they do not know, but advance by the id. */
export const liveEventSchema = z.discriminatedUnion("type", [
  startEventSchema,
  syncedEventSchema,
  resetEventSchema,
  messageEventSchema,
  memberEventSchema,
  channelEventSchema,
  skipEventSchema,
  userEventSchema,
  readEventSchema,
  typingEventSchema,
  presenceEventSchema,
  stateEventSchema,
  resyncEventSchema,
  sanctionEventSchema,
  blocksEventSchema,
  goneEventSchema,
]);

type Plain<S extends z.ZodType> = z.output<S>;

export type SiteLimits = Plain<typeof siteLimitsSchema>;
export type StartEvent = Plain<typeof startEventSchema>;
export type SyncedEvent = Plain<typeof syncedEventSchema>;
export type ResetEvent = Plain<typeof resetEventSchema>;
export type MessageEvent<D extends ChatDefinition = ChatDefinition> = Omit<Plain<typeof messageEventSchema>, "message"> & {
  message: Message<D>;
};
export type MemberEvent<D extends ChatDefinition = ChatDefinition> = Omit<Plain<typeof memberEventSchema>, "member"> & {
  member: Member<D>;
};
export type ChannelEvent<D extends ChatDefinition = ChatDefinition> = Omit<Plain<typeof channelEventSchema>, "channel"> & {
  channel: Channel<D>;
};
export type SkipEvent = Plain<typeof skipEventSchema>;
export type UserEvent = Omit<Plain<typeof userEventSchema>, "user"> & { user: UserRef };
export type ReadEvent = Plain<typeof readEventSchema>;
export type TypingEvent = Plain<typeof typingEventSchema>;
export type PresenceEvent = Plain<typeof presenceEventSchema>;
export type StateEvent = Omit<Plain<typeof stateEventSchema>, "me"> & { me: Membership };
type ResyncEvent = Plain<typeof resyncEventSchema>;
export type SanctionEvent = Plain<typeof sanctionEventSchema>;
export type BlocksEvent = Plain<typeof blocksEventSchema>;
type GoneEvent = Plain<typeof goneEventSchema>;

/** A durable change: what has a version. */
export type DurableEvent<D extends ChatDefinition = ChatDefinition> = MessageEvent<D> | MemberEvent<D> | ChannelEvent<D>;
export type EphemeralEvent = UserEvent | ReadEvent | TypingEvent | PresenceEvent;
export type ChannelLiveEvent<D extends ChatDefinition = ChatDefinition> =
  | StartEvent
  | SyncedEvent
  | ResetEvent
  | DurableEvent<D>
  | SkipEvent
  | EphemeralEvent;
export type InboxLiveEvent<D extends ChatDefinition = ChatDefinition> =
  | StartEvent
  | DurableEvent<D>
  | EphemeralEvent
  | StateEvent
  | ResyncEvent
  | SanctionEvent
  | BlocksEvent
  | GoneEvent;

/** `message.changes`: rows changed above `since`, ascending by version; `reset` where a page of latest messages is the better way. */
export type ChangesPage<D extends ChatDefinition = ChatDefinition> =
  | { reset: true; version: number }
  | { reset?: false; items: (DurableEvent<D> | SkipEvent)[]; version: number; hasMore: boolean; head: ChannelHead };
