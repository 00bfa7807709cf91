import { appealIdInput, decideAppealInput, listAppealsInput } from "@chat/contract";
import { moderatorAction, moderatorProcedure, router } from "../trpc.ts";
import { decideAppeal } from "./decide-appeal.ts";
import { getAppeal, listAppeals } from "./list-appeals.ts";

export const adminAppealRouter = router({
  list: moderatorProcedure.input(listAppealsInput).query(({ ctx, input }) => listAppeals(ctx.services.db, ctx.caller, input)),
  get: moderatorProcedure.input(appealIdInput).query(({ ctx, input }) => getAppeal(ctx.services.db, ctx.caller, input)),
  decide: moderatorAction.input(decideAppealInput).mutation(({ ctx, input }) => decideAppeal(ctx.services, ctx.caller, input)),
});
