import { createReportInput, listOwnReportsInput } from "@chat/contract";
import { router, userProcedure } from "../trpc.ts";
import { createReport } from "./create-report.ts";
import { listOwnReports } from "./list-own-reports.ts";

export const reportRouter = router({
  create: userProcedure.input(createReportInput).mutation(({ ctx, input }) => createReport(ctx.services, ctx.caller, input)),
  mine: userProcedure.input(listOwnReportsInput).query(({ ctx, input }) => listOwnReports(ctx.services, ctx.caller, input)),
});
