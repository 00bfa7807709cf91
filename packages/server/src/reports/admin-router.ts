import {
  actOnCaseInput,
  assignCaseInput,
  caseIdInput,
  decisionIdInput,
  holdCaseInput,
  judgeMessageInput,
  listCasesInput,
  setCasePriorityInput,
} from "@chat/contract";
import { moderatorAction, moderatorProcedure, router } from "../trpc.ts";
import { actOnCase } from "./act-on-case.ts";
import { assignCase, holdCase, listAssignees, releaseCase, setCasePriority } from "./change-case.ts";
import { deleteMessageAsStaff, hideMessage } from "./judge-message.ts";
import { listCases, readPulse } from "./list-cases.ts";
import { lookAtCase } from "./look-at-case.ts";
import { undoDecision } from "./undo-decision.ts";

export const adminReportRouter = router({
  list: moderatorProcedure.input(listCasesInput).query(({ ctx, input }) => listCases(ctx.services.db, ctx.caller, input)),
  pulse: moderatorProcedure.query(({ ctx }) => readPulse(ctx.services.db, ctx.caller)),
  get: moderatorProcedure
    .input(caseIdInput)
    .query(({ ctx, input }) => lookAtCase(ctx.services, ctx.caller, input, ctx.requestId)),
  assignees: moderatorProcedure.query(({ ctx }) => listAssignees(ctx.services)),
  assign: moderatorAction.input(assignCaseInput).mutation(({ ctx, input }) => assignCase(ctx.services, ctx.caller, input)),
  hold: moderatorAction.input(holdCaseInput).mutation(({ ctx, input }) => holdCase(ctx.services, ctx.caller, input)),
  release: moderatorAction.input(caseIdInput).mutation(({ ctx, input }) => releaseCase(ctx.services, ctx.caller, input)),
  setPriority: moderatorAction
    .input(setCasePriorityInput)
    .mutation(({ ctx, input }) => setCasePriority(ctx.services, ctx.caller, input)),
  act: moderatorAction.input(actOnCaseInput).mutation(({ ctx, input }) => actOnCase(ctx.services, ctx.caller, input)),
  undo: moderatorAction.input(decisionIdInput).mutation(({ ctx, input }) => undoDecision(ctx.services, ctx.caller, input)),
});

/** What staff do to a message where they read it. */
export const adminMessageRouter = router({
  hide: moderatorAction.input(judgeMessageInput).mutation(({ ctx, input }) => hideMessage(ctx.services, ctx.caller, input)),
  delete: moderatorAction
    .input(judgeMessageInput)
    .mutation(({ ctx, input }) => deleteMessageAsStaff(ctx.services, ctx.caller, input)),
});
