import { sanctionIdInput } from "@chat/contract";
import { router, sanctionedProcedure } from "../trpc.ts";
import { listOwnSanctions, seeSanction } from "./list-own-sanctions.ts";

export const sanctionRouter = router({
  mine: sanctionedProcedure.query(({ ctx }) => listOwnSanctions(ctx.services, ctx.caller)),
  seen: sanctionedProcedure.input(sanctionIdInput).mutation(({ ctx, input }) => seeSanction(ctx.services, ctx.caller, input)),
});
