import { createAppealInput } from "@chat/contract";
import { router, sanctionedProcedure } from "../trpc.ts";
import { createAppeal } from "./create-appeal.ts";

export const appealRouter = router({
  create: sanctionedProcedure
    .input(createAppealInput)
    .mutation(({ ctx, input }) => createAppeal(ctx.services, ctx.caller, input)),
});
