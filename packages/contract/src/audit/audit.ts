import { z } from "zod";
import { idSchema, momentInput, momentSchema } from "../ids.ts";
import { safeText } from "../text.ts";
import { userRefSchema } from "../users/user.ts";

/** One line of the audit log: an action of staff, or of the server itself (`actor` null). */
export const auditEntrySchema = z.object({
  /** Counts up from 1; a number as text, since there may be more than a number holds. */
  id: z.string(),
  at: momentSchema,
  actor: userRefSchema.nullable(),
  /** The procedure's path, such as `admin.user.setRole`. */
  action: z.string(),
  targetType: z.string().nullable(),
  targetId: z.string().nullable(),
  /** What was asked, without secrets, and `outcome`: "ok" or the reason of the refusal. */
  detail: z.record(z.string(), z.unknown()),
  requestId: z.string().nullable(),
  hash: z.string(),
});
export type AuditEntry = z.output<typeof auditEntrySchema>;

/** What came of computing the log's chain anew. */
export interface AuditCheck {
  /** How many entries were read. */
  readonly entries: number;
  /** The first entry that is not as it was written, or does not follow the one before it; null where all are right. */
  readonly brokenAt: string | null;
  /** How many entries were written and are gone, such as from the end. */
  readonly missing: number;
}

const auditFilter = {
  actorId: idSchema.optional(),
  /** The beginning of an action: `admin.user` finds all that was done to people. */
  action: safeText(100).optional(),
  targetType: safeText(40).optional(),
  targetId: safeText(200).optional(),
  from: momentInput.optional(),
  to: momentInput.optional(),
};

const entryId = z.string().regex(/^\d{1,18}$/);

export const auditEntryIdInput = z.strictObject({ entryId });
export type AuditEntryIdInput = z.input<typeof auditEntryIdInput>;

/** The latest first, 100 a page by default and 200 at most. */
export const listAuditInput = z.strictObject({
  ...auditFilter,
  cursor: entryId.optional(),
  limit: z.int().min(1).max(200).default(100),
});
export type ListAudit = z.input<typeof listAuditInput>;

export const exportAuditInput = z.strictObject(auditFilter);
export type ExportAudit = z.input<typeof exportAuditInput>;
