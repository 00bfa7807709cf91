import type { AssignCase, CaseIdInput, HoldCase, ReportCase, SetCasePriority, UserRef } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { loadCase, lockCase, requireFree } from "./case-policy.ts";
import { dueMsOf } from "./file-report.ts";

/** Gives a case to oneself, to another moderator, or with null back to all. Errors: NOT_FOUND (no case, or no staff), CASE_RESOLVED, CASE_HELD, FORBIDDEN. */
export function assignCase({ db }: Services, caller: Caller, { caseId, assigneeId }: AssignCase): Promise<ReportCase> {
  return db.transaction(async (tx) => {
    const row = await lockCase(tx, caller, caseId);
    requireFree(row, caller);
    if (assigneeId !== null) {
      const found = await tx.query(`SELECT FROM "User" WHERE id = $1 AND role <> 'user' AND "deactivatedAt" IS NULL`, [
        assigneeId,
      ]);
      if (found.length === 0) throw new ChatError("NOT_FOUND", { message: "There is no such moderator." });
      if (assigneeId === row.userId)
        throw new ChatError("FORBIDDEN", { message: "This case is about them: give it to another." });
    }
    await tx.query(
      `UPDATE "ReportCase" SET "assigneeId" = $2, state = CASE WHEN $2::uuid IS NULL THEN 'open' ELSE 'assigned' END::"CaseState", version = version + 1
       WHERE id = $1`,
      [caseId, assigneeId],
    );
    return loadCase(tx, caller, caseId);
  });
}

/** Who may be given cases: all of the staff, by name. */
export async function listAssignees({ db }: Services): Promise<{ items: UserRef[] }> {
  const items = await db.query<UserRef>(
    `SELECT id, name, image, version FROM "User" WHERE role <> 'user' AND "deactivatedAt" IS NULL ORDER BY lower(name), id LIMIT 200`,
  );
  return { items };
}

/**
 * Works on a case: others see who, and are refused, until it is given free, nobody asked again for `holdMs`, or an admin takes it over; a decided one
 * stays as it is. Errors: NOT_FOUND, CASE_HELD, FORBIDDEN.
 */
export function holdCase({ db, moderation }: Services, caller: Caller, { caseId, takeOver }: HoldCase): Promise<ReportCase> {
  return db.transaction(async (tx) => {
    const row = await lockCase(tx, caller, caseId);
    // Asked for just before it was decided: there is nothing to hold any more.
    if (row.state === "resolved") return loadCase(tx, caller, caseId);
    requireFree(takeOver && caller.role === "admin" ? { ...row, holder: null } : row, caller);
    await tx.query(
      `UPDATE "ReportCase" SET "holderId" = $2, "heldUntil" = now() + $3::int * interval '1 millisecond', version = version + $4 WHERE id = $1`,
      [caseId, caller.userId, moderation.holdMs, row.holder?.id === caller.userId ? 0 : 1],
    );
    return loadCase(tx, caller, caseId);
  });
}

/** Ends one's own hold; where there is none it changes nothing. Errors: NOT_FOUND. */
export async function releaseCase({ db }: Services, caller: Caller, { caseId }: CaseIdInput): Promise<ReportCase> {
  await db.query(
    `UPDATE "ReportCase" SET "holderId" = NULL, "heldUntil" = NULL, version = version + 1 WHERE id = $1 AND "holderId" = $2`,
    [caseId, caller.userId],
  );
  return loadCase(db, caller, caseId);
}

/** An urgent case is due sooner, one that no longer is keeps its time. Errors: NOT_FOUND, CASE_RESOLVED, CASE_HELD, FORBIDDEN. */
export function setCasePriority(services: Services, caller: Caller, { caseId, priority }: SetCasePriority): Promise<ReportCase> {
  const { db, moderation } = services;
  return db.transaction(async (tx) => {
    requireFree(await lockCase(tx, caller, caseId), caller);
    await tx.query(
      `UPDATE "ReportCase" SET priority = $2, "dueAt" = LEAST("dueAt", now() + $3::int * interval '1 millisecond'), version = version + 1 WHERE id = $1`,
      [caseId, priority, dueMsOf(moderation, priority)],
    );
    return loadCase(tx, caller, caseId);
  });
}
