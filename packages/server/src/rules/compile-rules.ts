import type { RuleAction, RuleCondition } from "@chat/contract";
import { RE2Set } from "re2js";
import { compilePattern, patternSource, type Pattern } from "./compile-pattern.ts";
import { hostOf } from "./find-links.ts";
import { WordFinder, type Word } from "./word-finder.ts";

/** A rule as the engine takes it. */
export interface RuleRow {
  /** Null for a draft that is only tried. */
  readonly id: string | null;
  readonly name: string;
  readonly condition: RuleCondition;
  readonly action: RuleAction;
}

export interface CompiledRule extends RuleRow {
  readonly pattern: Pattern | null;
  /** Of a links rule, as `hostOf` writes them. */
  readonly domains: ReadonlySet<string>;
}

/** Rules in order, and what looks for all of them at once. */
export interface CompiledRules {
  readonly rules: readonly CompiledRule[];
  readonly words: WordFinder;
  /** All patterns as one automaton, with the rule of each; null where there are none, or together too large. */
  readonly patterns: { readonly set: RE2Set; readonly rules: readonly number[] } | null;
  readonly needsAge: boolean;
  readonly needsLinks: boolean;
  /** Seconds and messages that must be remembered of a person; 0 for none. */
  readonly memory: { readonly seconds: number; readonly messages: number };
}

/** Instructions of all patterns that are matched as one; its states are made while it matches, and their number is bounded by memory. */
const maxSetSize = 20_000;
const setMemory = 4 * 1024 * 1024;

/** Prepares rules for use. A pattern that the engine does not take, which only another version's engine can have stored, is passed over. */
export function compileRules(rows: readonly RuleRow[]): CompiledRules {
  const rules = rows.map(compileRule);
  return {
    rules,
    words: new WordFinder(rules.flatMap(wordsOf)),
    patterns: joinPatterns(rules),
    needsAge: rules.some(({ condition }) => condition.accountHours !== null),
    needsLinks: rules.some(({ condition }) => condition.match.type === "links"),
    memory: memoryOf(rules),
  };
}

function compileRule(row: RuleRow): CompiledRule {
  const { match } = row.condition;
  const pattern = match.type === "pattern" ? compilePattern(match) : null;
  return {
    ...row,
    pattern: pattern !== null && "re" in pattern ? pattern : null,
    domains: new Set(match.type === "links" ? match.domains.map((domain) => hostOf(domain) ?? domain) : []),
  };
}

function wordsOf({ condition: { match } }: CompiledRule, rule: number): Word[] {
  return match.type === "words" ? match.words.map((text) => ({ text, whole: match.whole, rule })) : [];
}

function joinPatterns(rules: readonly CompiledRule[]): CompiledRules["patterns"] {
  const set = new RE2Set(RE2Set.UNANCHORED, 0, setMemory);
  const places: number[] = [];
  let size = 0;
  for (const [place, { pattern, condition }] of rules.entries()) {
    if (pattern === null || condition.match.type !== "pattern") continue;
    set.add(patternSource(condition.match));
    places.push(place);
    size += pattern.size;
  }
  if (places.length === 0 || size > maxSetSize) return null;
  set.compile();
  return { set, rules: places };
}

function memoryOf(rules: readonly CompiledRule[]): CompiledRules["memory"] {
  let seconds = 0;
  let messages = 0;
  for (const { condition } of rules) {
    const { match } = condition;
    if (match.type !== "repeats" && match.type !== "rate") continue;
    seconds = Math.max(seconds, match.seconds);
    messages = Math.max(messages, (match.type === "rate" ? match.messages : match.times) + 1);
  }
  // Between the same texts others may have been sent.
  return { seconds, messages: messages === 0 ? 0 : Math.max(200, messages) };
}
