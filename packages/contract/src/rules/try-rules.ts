import { z } from "zod";
import { idSchema, momentInput } from "../ids.ts";
import { limits } from "../limits.ts";
import { lookReason, safeText } from "../text.ts";
import type { UserRef } from "../users/user.ts";
import { ruleChannels, ruleDraftSchema, ruleLimits, type RuleAction } from "./rule.ts";

/**
 * A text against the rules in force, or against one draft alone, as if its author had written nothing else; nothing is kept or counted.
 * `accountHours` is how old their account would be.
 */
export const testRulesInput = z.strictObject({
  text: safeText(limits.messageText),
  rule: ruleDraftSchema.optional(),
  channel: z.enum(ruleChannels).default("public"),
  accountHours: z.int().min(0).max(87_600).default(87_600),
});
export type TestRules = z.input<typeof testRulesInput>;

/** How a test ended. */
export interface RuleTest {
  /** The rules that the text met, in order; a draft has no id and its own name. */
  hits: { ruleId: string | null; name: string; action: RuleAction }[];
  /** What would be stored; null where it would be refused. */
  text: string | null;
  /** Stored, but hidden until it was looked at. */
  isHeld: boolean;
}

/**
 * One slice of a replay over the messages of the last hours, the latest first; `cursor` goes on from the slice before. Without a reason, what was
 * found in conversations that are not public is counted and not shown.
 */
export const replayRuleInput = z.strictObject({
  rule: ruleDraftSchema,
  reason: lookReason.optional(),
  hours: z.int().min(1).max(ruleLimits.replayHours).default(ruleLimits.replayHours),
  cursor: z.strictObject({ at: momentInput, id: idSchema, seen: z.int().min(0).max(ruleLimits.replayMessages) }).optional(),
});
export type ReplayRule = z.input<typeof replayRuleInput>;

/** A message that the rule would have met. */
export interface ReplayedMessage {
  id: string;
  author: UserRef;
  /** Null for a direct message. */
  channelName: string | null;
  /** Of the text, what stands around the finding: at most 200 characters. */
  excerpt: string;
  createdAt: string;
}

export interface ReplayPage {
  items: ReplayedMessage[];
  /** How many more were found in private groups and direct messages; always 0 where a reason was given. */
  unshown: number;
  /** Messages looked at so far, of at most `ruleLimits.replayMessages`. */
  seen: number;
  /** Null where the replay is at its end. */
  cursor: { at: string; id: string; seen: number } | null;
}

/** Words as CSV: the first cell of each row is a word. */
export const importWordsInput = z.strictObject({ csv: safeText(1_000_000) });
export interface ImportedWords {
  words: string[];
  /** What could not be taken, by the line on which its row begins. */
  errors: { line: number; message: string }[];
}
export const exportWordsInput = z.strictObject({ ruleId: idSchema });
