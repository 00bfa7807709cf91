import { z } from "zod";
import { idSchema } from "../ids.ts";
import { limits } from "../limits.ts";

const pictograph = /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\u{FE0F}?\u{20E3}/u;
const allowed =
  /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u{200D}\u{FE0F}\u{20E3}\u{E0020}-\u{E007F}0-9#*\u{2640}\u{2642}\u{2695}]+$/u;
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** True for exactly one emoji, whatever its skin tone, flag or joined sequence. */
export function isEmoji(value: string): boolean {
  return value.length <= 64 && pictograph.test(value) && allowed.test(value) && [...segmenter.segment(value)].length === 1;
}

export const emojiSchema = z.string().max(64).refine(isEmoji, { error: "Give one emoji." });

export const reactionInput = z.strictObject({ messageId: idSchema, emoji: emojiSchema });
export type ReactionInput = z.input<typeof reactionInput>;

/** Who reacted with an emoji, first ones first. */
export const listReactionsInput = z.strictObject({
  messageId: idSchema,
  emoji: emojiSchema,
  limit: z.int().min(1).max(limits.page).default(limits.pageDefault),
  cursor: z.string().max(100).optional(),
});
export type ListReactions = z.input<typeof listReactionsInput>;
