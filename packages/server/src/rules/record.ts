import type { Rule } from "@chat/contract";
import { toMoment, toMomentOrNull } from "../users/record.ts";

interface RuleRecord extends Omit<Rule, "hits" | "lastHitAt" | "createdAt" | "updatedAt"> {
  hits: string;
  lastHitAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export const ruleColumns = `id, name, enabled, condition, action, hits::text AS hits, "lastHitAt", "createdAt", "updatedAt"`;

export const toRule = (row: RuleRecord): Rule => ({
  ...row,
  hits: Number(row.hits),
  lastHitAt: toMomentOrNull(row.lastHitAt),
  createdAt: toMoment(row.createdAt),
  updatedAt: toMoment(row.updatedAt),
});
export type { RuleRecord };
