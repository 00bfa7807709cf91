import { createSanctionInput, listSanctionsInput, sanctionIdInput } from "@chat/contract";
import { moderatorAction, moderatorProcedure, router } from "../trpc.ts";
import { createSanction, liftSanction, loadStaffSanction } from "./change-sanction.ts";
import { listSanctions } from "./list-sanctions.ts";

export const adminSanctionRouter = router({
  list: moderatorProcedure.input(listSanctionsInput).query(({ ctx, input }) => listSanctions(ctx.services.db, input)),
  get: moderatorProcedure.input(sanctionIdInput).query(({ ctx, input }) => loadStaffSanction(ctx.services.db, input.sanctionId)),
  create: moderatorAction
    .input(createSanctionInput)
    .mutation(({ ctx, input }) => createSanction(ctx.services, ctx.caller, input)),
  lift: moderatorAction.input(sanctionIdInput).mutation(({ ctx, input }) => liftSanction(ctx.services, ctx.caller, input)),
});
