import { createSanctionInput, listSanctionsInput, sanctionIdInput } from "@chat/contract";
import { moderatorAction, moderatorProcedure, router } from "../trpc.ts";
import { createSanction, liftSanction } from "./change-sanction.ts";
import { listSanctions } from "./list-sanctions.ts";

export const adminSanctionRouter = router({
  list: moderatorProcedure.input(listSanctionsInput).query(({ ctx, input }) => listSanctions(ctx.services.db, input)),
  create: moderatorAction
    .input(createSanctionInput)
    .mutation(({ ctx, input }) => createSanction(ctx.services, ctx.caller, input)),
  lift: moderatorAction.input(sanctionIdInput).mutation(({ ctx, input }) => liftSanction(ctx.services, ctx.caller, input)),
});
