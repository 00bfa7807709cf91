import { z } from "zod";
import { idSchema, momentSchema } from "../ids.ts";
import { nameText, safeText } from "../text.ts";

/** Sizes of the rules engine. */
export const ruleLimits = {
  /** Rules of a site. */
  rules: 200,
  /** Words or domains of one rule. */
  words: 5_000,
  /** Characters of one word or domain. */
  word: 100,
  /** Characters of a pattern. */
  pattern: 500,
  /** Characters of what a rule tells the person. */
  text: 300,
  /** Messages and hours that a replay looks at. */
  replayMessages: 10_000,
  replayHours: 24,
} as const;

const word = safeText(ruleLimits.word)
  .transform((text) => text.trim())
  .refine((text) => text !== "", { error: "A word must not be empty." });
const domain = safeText(ruleLimits.word)
  .transform((text) => text.trim().toLowerCase())
  .refine((text) => /^[^\s/:@]+\.[^\s/:@.]+$/u.test(text), {
    error: "Write a domain without https:// and path, such as example.com.",
  });

/** What a message must be like. */
export const ruleMatchSchema = z.discriminatedUnion("type", [
  /** One of the words, whatever its case and diacritics; `word` finds it between spaces and signs, `part` anywhere. */
  z.strictObject({ type: z.literal("words"), words: z.array(word).min(1).max(ruleLimits.words), whole: z.boolean() }),
  /** A regular expression in RE2's syntax, which knows no back-references and no look-around. */
  z.strictObject({ type: z.literal("pattern"), pattern: safeText(ruleLimits.pattern, 1), ignoresCase: z.boolean() }),
  /** Any link, a link to one of the domains, or to any other than these; their sub-domains belong to them. */
  z.strictObject({
    type: z.literal("links"),
    to: z.enum(["any", "listed", "others"]),
    domains: z.array(domain).max(ruleLimits.words),
  }),
  /** The same text by the same person for the `times`th time within `seconds`, wherever. */
  z.strictObject({ type: z.literal("repeats"), times: z.int().min(2).max(100), seconds: z.int().min(5).max(3_600) }),
  /** More than `messages` by the same person within `seconds`, wherever. */
  z.strictObject({ type: z.literal("rate"), messages: z.int().min(1).max(1_000), seconds: z.int().min(1).max(3_600) }),
  /** Every message. */
  z.strictObject({ type: z.literal("any") }),
]);
export type RuleMatch = z.output<typeof ruleMatchSchema>;

/** Kinds of channels; a thread is of its channel's kind. */
export const ruleChannels = ["public", "private", "direct"] as const;

const hasDomains = (match: RuleMatch) => match.type !== "links" || match.to === "any" || match.domains.length > 0;

export type RuleChannel = (typeof ruleChannels)[number];

export const ruleConditionSchema = z.strictObject({
  match: ruleMatchSchema.refine(hasDomains, { error: "Name at least one domain.", path: ["domains"] }),
  /** Only messages of accounts younger than so many hours; null takes every account. */
  accountHours: z.int().min(1).max(8_760).nullable(),
  /** Only messages in channels of these kinds. */
  channels: z.array(z.enum(ruleChannels)).min(1).max(ruleChannels.length),
});
export type RuleCondition = z.output<typeof ruleConditionSchema>;

const told = safeText(ruleLimits.text).transform((text) => text.trim());

/** What becomes of it. All but `mask` end the rules: none after it is looked at. */
export const ruleActionSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("allow") }),
  /** What was found becomes `***`. Where there is nothing to find, as with `any`, it is the whole text. */
  z.strictObject({ type: z.literal("mask") }),
  /** Stored, but hidden until a moderator has looked at it; it stands in the queue. */
  z.strictObject({ type: z.literal("hold") }),
  /** Refused, with the rule's text for the person. */
  z.strictObject({ type: z.literal("reject"), text: told }),
  /** Refused, and its author muted everywhere for so many minutes. */
  z.strictObject({ type: z.literal("mute"), minutes: z.int().min(1).max(43_200), text: told }),
]);
export type RuleAction = z.output<typeof ruleActionSchema>;

export const ruleSchema = z.object({
  id: idSchema,
  name: z.string(),
  enabled: z.boolean(),
  condition: ruleConditionSchema,
  action: ruleActionSchema,
  /** Messages that it met so far; some seconds late. */
  hits: z.int(),
  lastHitAt: momentSchema.nullable(),
  createdAt: momentSchema,
  updatedAt: momentSchema,
});
export type Rule = z.output<typeof ruleSchema>;

/** A rule as staff write it. */
const draft = {
  name: nameText(80),
  enabled: z.boolean(),
  condition: ruleConditionSchema,
  action: ruleActionSchema,
};
export const ruleDraftSchema = z.strictObject(draft);
export type RuleDraft = z.output<typeof ruleDraftSchema>;

export type CreateRule = z.input<typeof ruleDraftSchema>;

export const updateRuleInput = z.strictObject({
  ruleId: idSchema,
  name: draft.name.optional(),
  enabled: draft.enabled.optional(),
  condition: draft.condition.optional(),
  action: draft.action.optional(),
});
export type UpdateRule = z.input<typeof updateRuleInput>;

export const ruleIdInput = z.strictObject({ ruleId: idSchema });

/** All rules, in the order in which they are looked at. */
export const reorderRulesInput = z.strictObject({ ruleIds: z.array(idSchema).min(1).max(ruleLimits.rules) });
