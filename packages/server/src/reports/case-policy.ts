import type { Queryable } from "@chat/db";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { caseColumns, caseJoins, forAdminsSql, toCase, type CaseRow } from "./case-record.ts";
import type { ReportCase } from "@chat/contract";

/** A case as its row keeps it. */
export interface LockedCase {
  readonly id: string;
  readonly target: "message" | "user";
  readonly userId: string;
  readonly messageId: string | null;
  readonly channelId: string | null;
  readonly state: "open" | "assigned" | "resolved";
  readonly priority: number;
  readonly isEscalated: boolean;
  /** Escalated, or about one of the staff: moderators leave it to the admins. */
  readonly isForAdmins: boolean;
  readonly isHidden: boolean;
  readonly assigneeId: string | null;
  readonly holder: { readonly id: string; readonly name: string } | null;
  readonly dueAt: Date;
}

/**
 * SQL of "about somebody else" for the case `k`: what is reported of one of the staff is not theirs to see, since it shows by whom. `$n` is the
 * caller's id.
 */
export const aboutOtherSql = (n: string) => `k."userId" <> ${n}::uuid`;

/** The case, locked until the transaction ends. Errors: NOT_FOUND, also where it is about the caller. */
export async function lockCase(tx: Queryable, caller: Pick<Caller, "userId">, caseId: string): Promise<LockedCase> {
  const [row] = await tx.query<LockedCase>(
    `SELECT k.id, k.target, k."userId", k."messageId", k."channelId", k.state, k.priority, k."isEscalated", k."isHidden", k."assigneeId", k."dueAt",
       ${forAdminsSql("p")} AS "isForAdmins",
       CASE WHEN k."heldUntil" > now() THEN (SELECT jsonb_build_object('id', u.id, 'name', u.name) FROM "User" u WHERE u.id = k."holderId") END AS holder
     FROM "ReportCase" k JOIN "User" p ON p.id = k."userId" WHERE k.id = $1 AND ${aboutOtherSql("$2")} FOR NO KEY UPDATE OF k`,
    [caseId, caller.userId],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return row;
}

/** An undecided case that nobody else works on. Errors: CASE_RESOLVED, CASE_HELD, FORBIDDEN (for a moderator one that is the admins'). */
export function requireFree(row: LockedCase, caller: Caller): void {
  if (row.state === "resolved") throw new ChatError("CASE_RESOLVED");
  if (row.isForAdmins && caller.role !== "admin")
    throw new ChatError("FORBIDDEN", { message: "This case was escalated, or is about one of the staff: an admin decides it." });
  if (row.holder !== null && row.holder.id !== caller.userId)
    throw new ChatError("CASE_HELD", { message: `${row.holder.name} works on this case.` });
}

/** The case for the console. Errors: NOT_FOUND, also where it is about the caller. */
export async function loadCase(db: Queryable, caller: Pick<Caller, "userId">, caseId: string): Promise<ReportCase> {
  const [row] = await db.query<CaseRow>(
    `SELECT ${caseColumns} FROM "ReportCase" k ${caseJoins} WHERE k.id = $1 AND ${aboutOtherSql("$2")}`,
    [caseId, caller.userId],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return toCase(row);
}
