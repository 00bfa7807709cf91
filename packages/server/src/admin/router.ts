import type { ChatDefinition } from "@chat/contract";
import { adminAuditRouter } from "../audit/router.ts";
import { adminRuleRouter } from "../rules/router.ts";
import { adminSettingRouter } from "../settings/router.ts";
import { moderatorProcedure, router } from "../trpc.ts";
import { adminUserRouter } from "../users/admin-router.ts";
import { readCounts } from "./read-counts.ts";

/** What the console calls. Each slice brings its own part. */
export const adminRouter = <D extends ChatDefinition>(_chat: D) =>
  router({
    counts: moderatorProcedure.query(({ ctx }) => readCounts(ctx.services.db)),
    user: adminUserRouter,
    audit: adminAuditRouter,
    rule: adminRuleRouter,
    setting: adminSettingRouter,
  });
