import { z } from "zod";
import type { ChatDefinition, Custom, WithoutCustom } from "../define-chat.ts";
import { customBag, idSchema, momentSchema } from "../ids.ts";
import { reactionSchema } from "../reactions/reaction.ts";
import { userRefSchema } from "../users/user.ts";
import { systemDataSchema } from "./system-line.ts";

/** The message that another one quotes. `text` is null where it was deleted, is under review, or where the channel hides history from newcomers. */
export const quoteSchema = z.object({
  id: idSchema,
  seq: z.int(),
  /** The quoted row's version, so that a later edit wins. */
  version: z.int(),
  author: userRefSchema,
  text: z.string().nullable(),
  deletedAt: momentSchema.nullable(),
  /** There while it is under review, but for where the channel hides history. */
  hiddenAt: momentSchema.optional(),
});
export type Quote = z.output<typeof quoteSchema>;

/** The thread that hangs off a message, for everyone the same; missing where nothing stands in it. */
export const threadSummarySchema = z.object({
  /** The thread's own channel. */
  channelId: idSchema,
  /** Replies that were not deleted. */
  replyCount: z.int(),
  lastReplyAt: momentSchema,
  /** Who replied, the latest first; at most `limits.threadFaces`. */
  repliers: z.array(userRefSchema),
});
export type ThreadSummary = z.output<typeof threadSummarySchema>;

export const messageSchema = z.object({
  id: idSchema,
  channelId: idSchema,
  /** 1, 2, 3 … in the channel, without gaps, in commit order. */
  seq: z.int(),
  /** The channel version at which this row last changed; a row is replaced only by a higher one. */
  version: z.int(),
  clientId: z.string(),
  /** `text`, `system`, or a product's own. */
  kind: z.string(),
  /** A first-paint value; the person's current name is in the client's people. */
  author: userRefSchema,
  /** Markdown source; empty once deleted. */
  text: z.string(),
  /** What the kind needs beside text; for `system` a SystemData. */
  data: z.union([systemDataSchema, customBag]).nullable(),
  /** Ids of the members mentioned by name. */
  mentions: z.array(idSchema),
  /** True if it mentions the whole channel. */
  mentionsAll: z.boolean(),
  replyTo: quoteSchema.nullable(),
  thread: threadSummarySchema.optional(),
  reactions: z.array(reactionSchema),
  /** The reader's own emoji; in list results and replays only, never in live events. */
  myReactions: z.array(z.string()).optional(),
  /** The channel's running count of countable messages at this one. */
  messageCount: z.int(),
  createdAt: momentSchema,
  editedAt: momentSchema.nullable(),
  deletedAt: momentSchema.nullable(),
  pinnedAt: momentSchema.nullable(),
  /** There while the message is under review: like a deleted one it has no text, but it may come back. */
  hiddenAt: momentSchema.optional(),
  custom: customBag,
});
export interface Message<D extends ChatDefinition = ChatDefinition> extends WithoutCustom<typeof messageSchema> {
  custom: Custom<D, "message">;
}
