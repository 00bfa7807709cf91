import type { judgeMessageInput, ReportCase } from "@chat/contract";
import type { Queryable } from "@chat/db";
import type { z } from "zod";
import type { Caller } from "../context.ts";
import { setHidden } from "../messages/set-hidden.ts";
import type { Services } from "../services.ts";
import { requireBelow } from "../users/staff-policy.ts";
import { carryOut, decide, type Acted } from "./act-on-case.ts";
import { loadCase } from "./case-policy.ts";
import { findMessage } from "./create-report.ts";
import { fileReport, type FiledReport, type NewReport } from "./file-report.ts";

type Judgement = z.output<typeof judgeMessageInput>;

/**
 * Hides a message that staff read as members of its channel, until its case, which opens in the queue, is decided. Errors: NOT_FOUND, FORBIDDEN (one's
 * own, or staff's), MESSAGE_DELETED.
 */
export async function hideMessage(services: Services, caller: Caller, input: Judgement): Promise<ReportCase> {
  const { db } = services;
  const file = await prepare(services, caller, input, { hide: true });
  const filed = await db.transaction((tx) => file(tx));
  if (filed.hides) await setHidden(services, input.messageId, true);
  return loadCase(db, caller, filed.caseId);
}

/**
 * Deletes a message that staff read as members of its channel, by a decision of its case as the queue makes it: the author is warned, and `undo` takes it
 * back in its first seconds. Errors: as of `hideMessage`, and CASE_HELD, and FORBIDDEN of a case that was escalated.
 */
export async function deleteMessageAsStaff(services: Services, caller: Caller, input: Judgement): Promise<Acted> {
  // The decision itself hides it.
  const file = await prepare(services, caller, input, { hide: false });
  return carryOut(services, caller, async (tx) => {
    const { caseId } = await file(tx);
    const { reason, note } = input;
    return decide(services, tx, caller, { caseId, action: "delete", reason, note, durationMinutes: null, scope: "everywhere" });
  });
}

/** What brings the message before the moderators in a transaction, by the one who judges it. */
async function prepare(
  services: Services,
  caller: Caller,
  { messageId, reason }: Judgement,
  { hide }: Required<Pick<NewReport, "hide">>,
): Promise<(tx: Queryable) => Promise<FiledReport>> {
  const target = await findMessage(services, caller, messageId);
  return async (tx) => {
    await requireBelow(tx, caller, target.userId);
    const report = { ...target, reporterId: caller.userId, reason: "other", comment: reason, hide };
    return fileReport(tx, services.moderation, report);
  };
}
