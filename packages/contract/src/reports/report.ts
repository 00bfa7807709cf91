import { z } from "zod";
import { idSchema, momentSchema, userRefInput } from "../ids.ts";
import { limits } from "../limits.ts";
import { safeText } from "../text.ts";
import { userRefSchema } from "../users/user.ts";
import { reportReasons } from "./report-reasons.ts";

export const reportTargets = ["message", "user"] as const;

/** What came of a report: nothing yet, something was done, or nothing had to be. */
export const reportOutcomes = ["open", "actionTaken", "noAction"] as const;

/** A message or a person, exactly one of the two; a second report of the same, while the first is open, answers the first. */
export const createReportInput = z
  .strictObject({
    messageId: idSchema.optional(),
    userId: userRefInput.optional(),
    reason: z.enum(reportReasons),
    comment: safeText(limits.reportComment).optional(),
  })
  .refine(({ messageId, userId }) => (messageId === undefined) !== (userId === undefined), {
    error: "Give a messageId or a userId.",
  });
export type CreateReport = z.input<typeof createReportInput>;

/** A report as its reporter sees it: who decided is not told. */
export const ownReportSchema = z.object({
  id: idSchema,
  target: z.enum(reportTargets),
  /** The person reported, or the message's author. */
  user: userRefSchema,
  messageId: idSchema.nullable(),
  channelId: idSchema.nullable(),
  /** What the message said when it was reported. */
  text: z.string(),
  reason: z.string(),
  comment: z.string(),
  createdAt: momentSchema,
  outcome: z.enum(reportOutcomes),
  decidedAt: momentSchema.nullable(),
});
export type OwnReport = z.output<typeof ownReportSchema>;

/** One's own reports, the latest first. */
export const listOwnReportsInput = z.strictObject({
  limit: z.int().min(1).max(limits.page).default(limits.pageDefault),
  cursor: idSchema.optional(),
});
export type ListOwnReports = z.input<typeof listOwnReportsInput>;
