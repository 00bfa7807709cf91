import { ruleLimits, type RuleMatch } from "@chat/contract";
import { RE2JS } from "re2js";

type PatternMatch = Pick<Extract<RuleMatch, { type: "pattern" }>, "pattern" | "ignoresCase">;

export interface Pattern {
  readonly re: RE2JS;
  /** Instructions of its automaton: what a character may cost at most. */
  readonly size: number;
}

/** So many instructions at most, so that 50 of them read the longest message within some milliseconds. */
const maxSize = 1_000;

/** The pattern with its flags in it. */
export function patternSource({ pattern, ignoresCase }: PatternMatch): string {
  return ignoresCase ? `(?i:${pattern})` : `(?:${pattern})`;
}

/** A pattern whose time is linear in the text's length, or why it is refused. */
export function compilePattern(match: PatternMatch): Pattern | { readonly fault: string } {
  if (match.pattern.length > ruleLimits.pattern) return { fault: `It is longer than ${ruleLimits.pattern} characters.` };
  try {
    // By itself, too: what closes a group that it did not open must not close ours.
    RE2JS.compile(match.pattern);
    const re = RE2JS.compile(patternSource(match));
    const size = re.programSize();
    if (size > maxSize) return { fault: "It is too large: use smaller numbers in { }." };
    return re.test("") ? { fault: "It finds the empty text, which is in every message." } : { re, size };
  } catch (error) {
    return {
      fault: `It cannot be read: ${error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : "unknown"}.`,
    };
  }
}
