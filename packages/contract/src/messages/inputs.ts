import { z } from "zod";
import { countInput, idSchema } from "../ids.ts";
import { limits } from "../limits.ts";
import { safeText } from "../text.ts";

/** Any verb on one message. */
export const messageIdInput = z.strictObject({ messageId: idSchema });
export type MessageIdInput = z.input<typeof messageIdInput>;

/**
 * A page by seq, ascending: the latest rows, those `before` or `after` a seq (exclusive), or those `around` one (which is in the page).
 * At most one of the three.
 */
export const listMessagesInput = z
  .strictObject({
    channelId: idSchema,
    before: countInput(1).optional(),
    after: countInput(0).optional(),
    around: countInput(1).optional(),
    limit: z.int().min(1).max(limits.page).default(limits.pageDefault),
  })
  .refine((input) => [input.before, input.after, input.around].filter((seq) => seq !== undefined).length <= 1, {
    error: "Give one of before, after and around.",
  });
export type ListMessages = z.input<typeof listMessagesInput>;

export const editMessageInput = z.strictObject({
  messageId: idSchema,
  text: safeText(limits.messageText, 1).refine((text) => text.trim() !== "", { error: "A message needs text." }),
});
export type EditMessage = z.input<typeof editMessageInput>;

/**
 * The last message held, by its number and its id. A database that was put back to an earlier day without a new epoch, as from an image of its
 * disk, has another message at that number, or none.
 */
export const heldHeadSchema = z.strictObject({ seq: countInput(1), id: idSchema });
export type HeldHead = z.input<typeof heldHeadSchema>;

/** What changed in a channel above version `since`; see `ChangesPage`. */
export const messageChangesInput = z.strictObject({
  channelId: idSchema,
  since: countInput(0),
  /** For servers whose capabilities name `head`. One that does not match is answered with `reset`. */
  head: heldHeadSchema.optional(),
  limit: z.int().min(1).max(limits.page).default(limits.page),
});
export type MessageChanges = z.input<typeof messageChangesInput>;

/** Who has read a message. */
export const messageReadersInput = z.strictObject({
  messageId: idSchema,
  limit: z.int().min(1).max(200).default(limits.page),
  cursor: idSchema.optional(),
});
export type MessageReaders = z.input<typeof messageReadersInput>;
