import {
  exportWordsInput,
  importWordsInput,
  reorderRulesInput,
  replayRuleInput,
  ruleDraftSchema,
  ruleIdInput,
  testRulesInput,
  updateRuleInput,
} from "@chat/contract";
import { adminAction, adminProcedure, router } from "../trpc.ts";
import { replayRule } from "./replay-rule.ts";
import { tryRules } from "./try-rules.ts";
import { exportWords, importWords } from "./words-csv.ts";
import { createRule, deleteRule, listRules, reorderRules, updateRule } from "./write-rules.ts";

export const adminRuleRouter = router({
  list: adminProcedure.query(({ ctx }) => listRules(ctx.services)),
  create: adminAction.input(ruleDraftSchema).mutation(({ ctx, input }) => createRule(ctx.services, ctx.caller, input)),
  update: adminAction.input(updateRuleInput).mutation(({ ctx, input }) => updateRule(ctx.services, input)),
  delete: adminAction.input(ruleIdInput).mutation(({ ctx, input }) => deleteRule(ctx.services, input.ruleId)),
  reorder: adminAction.input(reorderRulesInput).mutation(({ ctx, input }) => reorderRules(ctx.services, input.ruleIds)),
  // A query that comes by POST, since a text and a list of words are too long for an address; it changes nothing.
  test: adminProcedure.input(testRulesInput).mutation(({ ctx, input }) => tryRules(ctx.services.rules, input)),
  // It shows what people wrote to one another: that somebody looked is told in the log.
  replay: adminAction.input(replayRuleInput).mutation(({ ctx, input }) => replayRule(ctx.services, input)),
  importWords: adminProcedure.input(importWordsInput).mutation(({ input }) => importWords(input.csv)),
  exportWords: adminAction.input(exportWordsInput).mutation(({ ctx, input }) => exportWords(ctx.services, input.ruleId)),
});
