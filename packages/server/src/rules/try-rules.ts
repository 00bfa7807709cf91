import type { RuleCondition, RuleDraft, RuleTest, testRulesInput } from "@chat/contract";
import type { z } from "zod";
import { ChatError } from "../chat-error.ts";
import { compilePattern } from "./compile-pattern.ts";
import { compileRules, type CompiledRules } from "./compile-rules.ts";
import { judge, scanText } from "./judge-text.ts";
import type { RuleBook } from "./rule-book.ts";

/** What would become of a text; nothing is kept or counted. Errors: INVALID_INPUT for a pattern that cannot be read. */
export function tryRules(book: RuleBook, input: z.output<typeof testRulesInput>): RuleTest {
  const compiled = input.rule === undefined ? book.compiled : compileDraft(input.rule);
  const about = { channel: input.channel, accountHours: input.accountHours, recent: null };
  const { text, hits, ending } = judge(compiled, scanText(compiled, input.text), about);
  return {
    hits: hits.map(({ id, name, action }) => ({ ruleId: id, name, action })),
    text: ending === null || ending.action.type === "hold" ? text : null,
    isHeld: ending?.action.type === "hold",
  };
}

/** A draft alone, as if it were in force. Errors: INVALID_INPUT. */
export function compileDraft({ name, condition, action }: RuleDraft): CompiledRules {
  requireReadable(condition);
  return compileRules([{ id: null, name, condition, action }]);
}

/** Errors: INVALID_INPUT, with why the pattern is not taken. */
export function requireReadable({ match }: RuleCondition): void {
  const compiled = match.type === "pattern" ? compilePattern(match) : null;
  if (compiled !== null && "fault" in compiled) throw new ChatError("INVALID_INPUT", { message: compiled.fault });
}
