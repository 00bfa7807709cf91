import type { Queryable } from "@chat/db";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { caseColumns, caseJoins, toCase, type CaseRow } from "./case-record.ts";
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
  readonly isHidden: boolean;
  readonly assigneeId: string | null;
  readonly holder: { readonly id: string; readonly name: string } | null;
  readonly dueAt: Date;
}

/** The case, locked until the transaction ends. Errors: NOT_FOUND. */
export async function lockCase(tx: Queryable, caseId: string): Promise<LockedCase> {
  const [row] = await tx.query<LockedCase>(
    `SELECT k.id, k.target, k."userId", k."messageId", k."channelId", k.state, k.priority, k."isEscalated", k."isHidden", k."assigneeId", k."dueAt",
       CASE WHEN k."heldUntil" > now() THEN (SELECT jsonb_build_object('id', u.id, 'name', u.name) FROM "User" u WHERE u.id = k."holderId") END AS holder
     FROM "ReportCase" k WHERE k.id = $1 FOR NO KEY UPDATE`,
    [caseId],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return row;
}

/** An undecided case that nobody else works on, and that is not about the caller. Errors: CASE_RESOLVED, CASE_HELD, FORBIDDEN. */
export function requireFree(row: LockedCase, caller: Caller): void {
  if (row.state === "resolved") throw new ChatError("CASE_RESOLVED");
  if (row.userId === caller.userId)
    throw new ChatError("FORBIDDEN", { message: "This case is about you: another moderator decides." });
  if (row.holder !== null && row.holder.id !== caller.userId)
    throw new ChatError("CASE_HELD", { message: `${row.holder.name} works on this case.` });
}

/** The case for the console. Errors: NOT_FOUND. */
export async function loadCase(db: Queryable, caseId: string): Promise<ReportCase> {
  const [row] = await db.query<CaseRow>(`SELECT ${caseColumns} FROM "ReportCase" k ${caseJoins} WHERE k.id = $1`, [caseId]);
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return toCase(row);
}
