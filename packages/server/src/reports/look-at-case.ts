import type { CaseDetail, CaseIdInput } from "@chat/contract";
import { noteOpened } from "../audit/note-opened.ts";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { getCase } from "./get-case.ts";

/** All that one needs to decide a case. It shows what people wrote to one another: that somebody looked is told in the audit log. Errors: NOT_FOUND, also about oneself. */
export async function lookAtCase(
  { db }: Services,
  caller: Caller,
  { caseId }: CaseIdInput,
  requestId: string,
): Promise<CaseDetail> {
  const detail = await getCase(db, caller, { caseId });
  await noteOpened(db, {
    actorId: caller.userId,
    action: "admin.report.get",
    targetType: "case",
    targetId: caseId,
    detail: { caseId, messages: detail.messages.length, outcome: "ok" },
    requestId,
  });
  return detail;
}
