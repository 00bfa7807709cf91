import { auditEntryIdInput, exportAuditInput, listAuditInput } from "@chat/contract";
import { adminProcedure, graveAction, router } from "../trpc.ts";
import { exportAudit, getAuditEntry, listAudit } from "./list-audit.ts";
import { verifyAudit } from "./verify-audit.ts";

export const adminAuditRouter = router({
  list: adminProcedure.input(listAuditInput).query(({ ctx, input }) => listAudit(ctx.services.db, input)),
  get: adminProcedure.input(auditEntryIdInput).query(({ ctx, input }) => getAuditEntry(ctx.services.db, input)),
  verify: adminProcedure.query(({ ctx }) => verifyAudit(ctx.services.db)),
  // A change, since what leaves the console is itself told in the log.
  export: graveAction.input(exportAuditInput).mutation(({ ctx, input }) => exportAudit(ctx.services.db, input)),
});
