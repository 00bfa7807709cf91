import { ruleLimits, type Rule, type RuleDraft, type updateRuleInput } from "@chat/contract";
import type { Transaction } from "@chat/db";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { noteChange } from "../audit/note-change.ts";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { raiseVersion } from "../settings/versions.ts";
import { ruleColumns, toRule, type RuleRecord } from "./record.ts";
import { requireReadable } from "./try-rules.ts";

/** In the order in which they are looked at. */
export async function listRules({ db, rules }: Services): Promise<{ items: Rule[] }> {
  await rules.writeHits();
  const rows = await db.query<RuleRecord>(`SELECT ${ruleColumns} FROM "Rule" ORDER BY position, id`);
  return { items: rows.map(toRule) };
}

/** Errors: INVALID_INPUT (a pattern that cannot be read, or more rules than `ruleLimits.rules`). */
export function createRule(services: Services, caller: Caller, draft: RuleDraft): Promise<Rule> {
  requireReadable(draft.condition);
  return change(services, async (tx) => {
    const [row] = await tx.query<RuleRecord>(
      `INSERT INTO "Rule" (id, name, position, enabled, condition, action, "createdById", "updatedAt")
       SELECT $1, $2, coalesce(max(position) + 1, 0), $3, $4::jsonb, $5::jsonb, $6, now() FROM "Rule" HAVING count(*) < ${ruleLimits.rules}
       RETURNING ${ruleColumns}`,
      [uuidv7(), draft.name, draft.enabled, JSON.stringify(draft.condition), JSON.stringify(draft.action), caller.userId],
    );
    if (row === undefined) throw new ChatError("INVALID_INPUT", { message: `A site has at most ${ruleLimits.rules} rules.` });
    return toRule(row);
  });
}

/** Errors: NOT_FOUND, INVALID_INPUT. */
export function updateRule(services: Services, { ruleId, ...changed }: z.output<typeof updateRuleInput>): Promise<Rule> {
  if (changed.condition !== undefined) requireReadable(changed.condition);
  return change(services, async (tx) => {
    const [before] = await tx.query<RuleRecord>(`SELECT ${ruleColumns} FROM "Rule" WHERE id = $1 FOR UPDATE`, [ruleId]);
    const [row] = await tx.query<RuleRecord>(
      `UPDATE "Rule" SET name = coalesce($2, name), enabled = coalesce($3, enabled), condition = coalesce($4::jsonb, condition),
         action = coalesce($5::jsonb, action), version = version + 1, "updatedAt" = now()
       WHERE id = $1 RETURNING ${ruleColumns}`,
      [ruleId, changed.name ?? null, changed.enabled ?? null, toJson(changed.condition), toJson(changed.action)],
    );
    if (row === undefined || before === undefined) throw new ChatError("NOT_FOUND");
    const rule = toRule(row);
    return noteChange(rule, toldOf(toRule(before)), toldOf(rule));
  });
}

/** Errors: NOT_FOUND. */
export function deleteRule(services: Services, ruleId: string): Promise<{ id: string }> {
  return change(services, async (tx) => {
    const [row] = await tx.query<RuleRecord>(`DELETE FROM "Rule" WHERE id = $1 RETURNING ${ruleColumns}`, [ruleId]);
    if (row === undefined) throw new ChatError("NOT_FOUND");
    return noteChange({ id: row.id }, toldOf(toRule(row)), {});
  });
}

/** Puts all rules in a new order. Errors: INVALID_INPUT where these are not the rules that there are. */
export function reorderRules(services: Services, ruleIds: readonly string[]): Promise<{ items: Rule[] }> {
  return change(services, async (tx) => {
    const there = await tx.query<{ id: string; name: string }>(`SELECT id, name FROM "Rule" ORDER BY position, id FOR UPDATE`);
    const given = new Set(ruleIds);
    if (given.size !== there.length || ruleIds.length !== there.length || there.some(({ id }) => !given.has(id)))
      throw new ChatError("INVALID_INPUT", { message: "The rules changed meanwhile: look at them again." });
    await tx.query(
      `UPDATE "Rule" r SET position = x.place FROM unnest($1::uuid[]) WITH ORDINALITY AS x(id, place) WHERE r.id = x.id`,
      [ruleIds],
    );
    const rows = await tx.query<RuleRecord>(`SELECT ${ruleColumns} FROM "Rule" ORDER BY position, id`);
    const names = (list: readonly { name: string }[]) => ({ order: list.map(({ name }) => name) });
    return noteChange({ items: rows.map(toRule) }, names(there), names(rows));
  });
}

/** What the audit log tells of a rule. */
const toldOf = ({ name, enabled, condition: { match, ...rest }, action }: Rule) => ({ name, enabled, ...match, ...rest, action });

/** In force here when it answers, and on other nodes within two seconds. */
async function change<T>({ db, rules }: Services, write: (tx: Transaction) => Promise<T>): Promise<T> {
  const result = await db.transaction(async (tx) => {
    const written = await write(tx);
    await raiseVersion(tx, "rules");
    return written;
  });
  await rules.load();
  return result;
}

const toJson = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
