import type { actOnCaseInput, ReportCase } from "@chat/contract";
import type { Transaction } from "@chat/db";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { setHidden } from "../messages/set-hidden.ts";
import { imposeSanction } from "../sanctions/impose-sanction.ts";
import type { Services } from "../services.ts";
import { requireBelow } from "../users/staff-policy.ts";
import { loadCase, lockCase, requireFree, type LockedCase } from "./case-policy.ts";
import { dueMsOf } from "./file-report.ts";

type Act = z.output<typeof actOnCaseInput>;

export interface Acted {
  readonly case: ReportCase;
  /** What `undo` takes back. */
  readonly decisionId: string;
  /** Milliseconds in which it may. */
  readonly undoMs: number;
}

/**
 * Decides a case. A message that is to be deleted is hidden at once and deleted when the time to undo it is over, also should this node go down; a
 * sanction bites at once. `escalate` leaves it to the admins instead. Errors: NOT_FOUND (also about oneself), CASE_RESOLVED, CASE_HELD, FORBIDDEN (for a
 * moderator one about staff, or an escalated one), INVALID_INPUT.
 */
export function actOnCase(services: Services, caller: Caller, input: Act): Promise<Acted> {
  return carryOut(services, caller, (tx) => decide(services, tx, caller, input));
}

/** Runs what decides a case in a transaction, and lets it bite once that is over. */
export async function carryOut(
  services: Services,
  caller: Caller,
  run: (tx: Transaction) => ReturnType<typeof decide>,
): Promise<Acted> {
  const { db, hub, moderation } = services;
  const { decisionId, row, isHidden, isSanctioned } = await db.transaction(run);
  if (isSanctioned) hub.publishRights([row.userId]);
  if (row.messageId !== null && isHidden !== row.isHidden) await setHidden(services, row.messageId, isHidden);
  return { case: await loadCase(db, caller, row.id), decisionId, undoMs: moderation.undoMs };
}

/** Writes a decision; for `carryOut`. */
export async function decide(services: Services, tx: Transaction, caller: Caller, input: Act) {
  const { moderation } = services;
  const { caseId, action, reason, note } = input;
  const row = await lockCase(tx, caller, caseId);
  requireFree(row, caller);
  const sanction = sanctionOf(input);
  if (sanction !== null) await requireBelow(tx, caller, row.userId);
  if (action === "delete" && row.messageId === null)
    throw new ChatError("INVALID_INPUT", { message: "This case is about a person: there is no message to delete." });
  const channelId = await scopeOf(tx, row, input);
  const until = input.durationMinutes === null ? null : new Date(Date.now() + input.durationMinutes * 60_000);
  const byId = caller.userId;
  const sanctionId =
    sanction === null
      ? null
      : await imposeSanction(tx, { type: sanction, userId: row.userId, channelId, caseId, reason, note, byId, until });
  const deletes = row.messageId !== null && (action === "delete" || (sanction !== null && (input.deleteMessage ?? row.isHidden)));
  const isHidden = action === "escalate" ? row.isHidden : deletes;
  await (action === "escalate"
    ? tx.query(
        `UPDATE "ReportCase" SET "isEscalated" = true, priority = 3, "dueAt" = LEAST("dueAt", now() + $2::int * interval '1 millisecond'),
           state = 'open', "assigneeId" = NULL, "holderId" = NULL, "heldUntil" = NULL, version = version + 1 WHERE id = $1`,
        [caseId, dueMsOf(moderation, 3)],
      )
    : tx.query(
        `UPDATE "ReportCase" SET state = 'resolved', "resolvedAt" = now(), "resolvedById" = $2, resolution = $3, "isHidden" = $4,
           "holderId" = NULL, "heldUntil" = NULL, version = version + 1 WHERE id = $1`,
        [caseId, caller.userId, action, isHidden],
      ));
  const decisionId = uuidv7();
  await tx.query(
    `INSERT INTO "CaseDecision" (id, "caseId", "byId", action, reason, note, "sanctionId", before, "deletesAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CASE WHEN $9 THEN now() + ($10::int + ${graceMs}) * interval '1 millisecond' END)`,
    [
      decisionId,
      caseId,
      caller.userId,
      action,
      reason,
      note,
      sanctionId,
      JSON.stringify(stateOf(row)),
      deletes,
      moderation.undoMs,
    ],
  );
  return { decisionId, row, isHidden, isSanctioned: sanctionId !== null };
}

/** An undo that was asked for in time may travel so long. */
export const graceMs = 1_000;

/** A deletion is told to the author as a warning. */
function sanctionOf({ action }: Act): "warning" | "mute" | "ban" | null {
  if (action === "mute" || action === "ban") return action;
  return action === "warn" || action === "delete" ? "warning" : null;
}

/** The root channel that a sanction counts in, or null for everywhere. */
async function scopeOf(tx: Transaction, row: LockedCase, { scope, action }: Act): Promise<string | null> {
  if (scope === "everywhere" || (action !== "mute" && action !== "ban")) return null;
  const [channel] = await tx.query<{ rootId: string }>(`SELECT "rootId" FROM "Channel" WHERE id = $1`, [row.channelId]);
  if (channel === undefined) throw new ChatError("INVALID_INPUT", { message: "This case is about no channel." });
  return channel.rootId;
}

/** What `undo` brings back. */
export type CaseBefore = Pick<LockedCase, "state" | "priority" | "isEscalated" | "isHidden" | "assigneeId" | "dueAt">;

function stateOf({ state, priority, isEscalated, isHidden, assigneeId, dueAt }: LockedCase): CaseBefore {
  return { state, priority, isEscalated, isHidden, assigneeId, dueAt };
}
