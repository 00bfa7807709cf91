import type { RuleChannel } from "@chat/contract";
import type { Pattern } from "./compile-pattern.ts";
import type { CompiledRule, CompiledRules } from "./compile-rules.ts";
import { findLinks, isWithin, type FoundLink } from "./find-links.ts";
import type { RecentCounts } from "./recent-sends.ts";
import { maskSpans, type Span } from "./span.ts";

/** What rules ask of a message beside its text. */
export interface Circumstances {
  readonly channel: RuleChannel;
  readonly accountHours: number;
  /** Null where nothing is sent, as with an edit. */
  readonly recent: RecentCounts | null;
}

export interface Verdict {
  /** What would be stored. */
  readonly text: string;
  /** Rules that the text met, in order. */
  readonly hits: readonly CompiledRule[];
  /** The rule that refuses it, or holds it for review. */
  readonly ending: CompiledRule | null;
}

/** What was found in a text of all rules' words, patterns and links. */
export interface Scan {
  readonly text: string;
  readonly words: ReadonlyMap<number, readonly Span[]>;
  /** Rules whose pattern is in it. */
  readonly patterns: ReadonlySet<number>;
  readonly links: readonly FoundLink[];
}

/** Longer texts are read by one pattern after another: the joint automaton could make a new state at each character. */
const maxJointLength = 2_000;

/** The costly part, which needs nothing but the text. */
export function scanText(compiled: CompiledRules, text: string): Scan {
  return {
    text,
    words: compiled.words.find(text),
    patterns: new Set(matchPatterns(compiled, text)),
    links: compiled.needsLinks ? findLinks(text) : [],
  };
}

function matchPatterns({ patterns, rules }: CompiledRules, text: string): number[] {
  if (patterns !== null && text.length <= maxJointLength)
    return patterns.set.match(text).map((found) => patterns.rules[found] ?? -1);
  return rules.flatMap(({ pattern }, place) => (pattern?.re.test(text) === true ? [place] : []));
}

/** Rules in order: each that the text meets acts, until one ends them. */
export function judge(compiled: CompiledRules, scanned: Scan, about: Circumstances): Verdict {
  const hits: CompiledRule[] = [];
  let scan = scanned;
  for (const [place, rule] of compiled.rules.entries()) {
    if (!meets(rule, place, scan, about)) continue;
    hits.push(rule);
    const { type } = rule.action;
    if (type === "allow") break;
    if (type !== "mask") return { text: scan.text, hits, ending: rule };
    scan = scanText(compiled, maskSpans(scan.text, spansOf(rule, place, scan)));
  }
  return { text: scan.text, hits, ending: null };
}

export function meets(rule: CompiledRule, place: number, scan: Scan, about: Circumstances): boolean {
  const { accountHours, channels, match } = rule.condition;
  if (!channels.includes(about.channel) || (accountHours !== null && about.accountHours >= accountHours)) return false;
  switch (match.type) {
    case "any":
      return true;
    case "words":
      return scan.words.has(place);
    case "pattern":
      return scan.patterns.has(place);
    case "links":
      return linksOf(rule, scan).length > 0;
    case "repeats":
      return about.recent !== null && about.recent.same(match.seconds) >= match.times;
    case "rate":
      return about.recent !== null && about.recent.any(match.seconds) > match.messages;
  }
}

/** Where that which the rule found stands in the text; the whole text where it is no part of it. */
export function spansOf(rule: CompiledRule, place: number, scan: Scan): readonly Span[] {
  switch (rule.condition.match.type) {
    case "words":
      return scan.words.get(place) ?? [];
    case "links":
      return linksOf(rule, scan).map(({ span }) => span);
    case "pattern":
      return rule.pattern === null ? [] : findPattern(rule.pattern, scan.text);
    default:
      return [[0, scan.text.length]];
  }
}

function linksOf({ condition: { match }, domains }: CompiledRule, scan: Scan): FoundLink[] {
  if (match.type !== "links") return [];
  if (match.to === "listed") return scan.links.filter(({ host }) => isWithin(host, domains));
  return scan.links.filter(({ host, isLink }) => isLink && (match.to === "any" || !isWithin(host, domains)));
}

/**
 * What finding all places of a pattern may cost, as characters times instructions. Each place takes linear time, and there can be as many places
 * as characters: what costs more is masked as a whole.
 */
const maxCost = 2_000_000;

function findPattern({ re, size }: Pattern, text: string): Span[] {
  const spans: Span[] = [];
  const matcher = re.matcher(text);
  let cost = 0;
  for (let at = 0; at <= text.length && matcher.find(at); at = Math.max(matcher.end(), at + 1)) {
    spans.push([matcher.start(), matcher.end()]);
    cost += size * (text.length - at);
    if (cost > maxCost) return [[0, text.length]];
  }
  return spans;
}
