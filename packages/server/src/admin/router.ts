import { overviewChartInput, type ChatDefinition } from "@chat/contract";
import { adminAppealRouter } from "../appeals/admin-router.ts";
import { adminAuditRouter } from "../audit/router.ts";
import { adminGroupRouter } from "../channels/admin-router.ts";
import { adminHealthRouter } from "../health/router.ts";
import { adminRuleRouter } from "../rules/router.ts";
import { adminSettingRouter } from "../settings/router.ts";
import { adminMessageRouter, adminReportRouter } from "../reports/admin-router.ts";
import { adminSanctionRouter } from "../sanctions/admin-router.ts";
import { moderatorProcedure, router } from "../trpc.ts";
import { adminInviteRouter, adminSessionRouter, adminUserRouter } from "../users/admin-router.ts";
import { overviewHistory } from "./overview-history.ts";
import { overviewNow } from "./overview-now.ts";
import { readCounts } from "./read-counts.ts";

/** What the console calls. Each slice brings its own part. */
export const adminRouter = <D extends ChatDefinition>(_chat: D) =>
  router({
    counts: moderatorProcedure.query(({ ctx }) => readCounts(ctx.services.db, ctx.caller)),
    overview: router({
      now: moderatorProcedure.query(({ ctx }) => overviewNow(ctx.services)),
      history: moderatorProcedure
        .input(overviewChartInput)
        .query(({ ctx, input }) => overviewHistory(ctx.services.db, input.range)),
    }),
    user: adminUserRouter,
    invite: adminInviteRouter,
    session: adminSessionRouter,
    group: adminGroupRouter,
    audit: adminAuditRouter,
    message: adminMessageRouter,
    report: adminReportRouter,
    sanction: adminSanctionRouter,
    appeal: adminAppealRouter,
    rule: adminRuleRouter,
    setting: adminSettingRouter,
    health: adminHealthRouter,
  });
