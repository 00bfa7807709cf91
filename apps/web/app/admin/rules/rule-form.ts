import { ruleChannels, ruleDraftSchema, type Rule, type RuleChannel, type RuleDraft, type RuleMatch } from "@chat/contract";

/** A rule while it is written: every field as it stands in the form, also of kinds that are not chosen now. */
export interface RuleForm {
  readonly name: string;
  readonly enabled: boolean;
  readonly type: RuleMatch["type"];
  /** One a line. */
  readonly words: string;
  readonly whole: boolean;
  readonly pattern: string;
  readonly ignoresCase: boolean;
  readonly linksTo: "any" | "listed" | "others";
  readonly domains: string;
  readonly times: number;
  readonly messages: number;
  readonly seconds: number;
  /** Empty takes every account. */
  readonly accountHours: string;
  readonly channels: readonly RuleChannel[];
  readonly action: RuleDraft["action"]["type"];
  readonly text: string;
  readonly minutes: number;
}

const empty: RuleForm = {
  name: "",
  enabled: true,
  type: "words",
  words: "",
  whole: true,
  pattern: "",
  ignoresCase: true,
  linksTo: "any",
  domains: "",
  times: 3,
  messages: 10,
  seconds: 60,
  accountHours: "",
  channels: ruleChannels,
  action: "reject",
  text: "",
  minutes: 60,
};

/** The form of a rule that is there, or of a new one. */
export function toForm(rule: Rule | null): RuleForm {
  if (rule === null) return empty;
  const { name, enabled, action } = rule;
  const { match, accountHours, channels } = rule.condition;
  return {
    ...empty,
    name,
    enabled,
    type: match.type,
    ...(match.type === "words" && { words: match.words.join("\n"), whole: match.whole }),
    ...(match.type === "pattern" && { pattern: match.pattern, ignoresCase: match.ignoresCase }),
    ...(match.type === "links" && { linksTo: match.to, domains: match.domains.join("\n") }),
    ...(match.type === "repeats" && { times: match.times, seconds: match.seconds }),
    ...(match.type === "rate" && { messages: match.messages, seconds: match.seconds }),
    accountHours: accountHours === null ? "" : String(accountHours),
    channels,
    action: action.type,
    ...("text" in action && { text: action.text }),
    ...(action.type === "mute" && { minutes: action.minutes }),
  };
}

const linesOf = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

function toMatch(form: RuleForm): unknown {
  const { type, seconds } = form;
  switch (type) {
    case "words":
      return { type, words: linesOf(form.words), whole: form.whole };
    case "pattern":
      return { type, pattern: form.pattern, ignoresCase: form.ignoresCase };
    case "links":
      return { type, to: form.linksTo, domains: form.linksTo === "any" ? [] : linesOf(form.domains) };
    case "repeats":
      return { type, times: form.times, seconds };
    case "rate":
      return { type, messages: form.messages, seconds };
    case "any":
      return { type };
  }
}

function toAction({ action: type, text, minutes }: RuleForm): unknown {
  if (type === "reject") return { type, text };
  return type === "mute" ? { type, text, minutes } : { type };
}

const missing: Readonly<Record<string, string>> = {
  name: "Give the rule a name.",
  "condition.match.words": "Write at least one word.",
  "condition.match.pattern": "Write a pattern.",
  "condition.channels": "Choose at least one kind of conversation.",
};

/** The rule that the form says, or what is wrong with it. */
export function toDraft(form: RuleForm): { draft: RuleDraft } | { problem: string } {
  const parsed = ruleDraftSchema.safeParse({
    name: form.name,
    enabled: form.enabled,
    condition: {
      match: toMatch(form),
      accountHours: form.accountHours === "" ? null : Number(form.accountHours),
      channels: form.channels,
    },
    action: toAction(form),
  });
  if (parsed.success) return { draft: parsed.data };
  const [issue] = parsed.error.issues;
  const path = issue?.path.join(".") ?? "";
  const isMissing = issue?.code === "too_small" || path === "name";
  return { problem: (isMissing ? missing[path] : undefined) ?? `${labelOf(path)}: ${issue?.message ?? "it does not fit."}` };
}

/** The same, for trying it out: a rule needs no name for that. */
export function toTrial(form: RuleForm): { draft: RuleDraft } | { problem: string } {
  return toDraft({ ...form, name: form.name.trim() === "" ? "New rule" : form.name });
}

function labelOf(path: string): string {
  if (path.includes("domains")) return "Domains";
  if (path.includes("words")) return "Words";
  if (path.includes("accountHours")) return "Account age";
  if (path.includes("seconds")) return "Seconds";
  if (path.includes("text")) return "Text for the person";
  return path.split(".").at(-1) ?? "The rule";
}
