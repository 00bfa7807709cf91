import { z } from "zod";
import { idSchema, momentSchema } from "../ids.ts";
import { limits } from "../limits.ts";
import { reasonText, staffSanctionSchema } from "../sanctions/staff-sanction.ts";
import { appealStates } from "../sanctions/sanction.ts";
import { userRefSchema } from "../users/user.ts";

/** An appeal as staff see it. */
export const appealSchema = z.object({
  id: idSchema,
  state: z.enum(appealStates),
  user: userRefSchema,
  text: z.string(),
  answer: z.string(),
  createdAt: momentSchema,
  decidedAt: momentSchema.nullable(),
  decidedBy: userRefSchema.nullable(),
  sanction: staffSanctionSchema,
  /** What their message said that it is about. */
  messageText: z.string().nullable(),
  /** The decision deleted it: it comes back if the appeal is granted. */
  isMessageDeleted: z.boolean(),
  /** False for who made the sanction, and for the person themselves: another moderator decides. */
  mayDecide: z.boolean(),
});
export type Appeal = z.output<typeof appealSchema>;

/** Open ones by age, the oldest first; decided ones the latest first. */
export const listAppealsInput = z.strictObject({
  state: z.enum(["open", "decided"]).default("open"),
  limit: z.int().min(1).max(limits.page).default(limits.pageDefault),
  cursor: z.string().max(200).optional(),
});
export type ListAppeals = z.input<typeof listAppealsInput>;

export const appealIdInput = z.strictObject({ appealId: idSchema });
export type AppealIdInput = z.input<typeof appealIdInput>;

/** `uphold` leaves the sanction as it is, `lift` ends it; the person reads the answer. */
export const decideAppealInput = z.strictObject({
  appealId: idSchema,
  decision: z.enum(["uphold", "lift"]),
  answer: reasonText,
});
export type DecideAppeal = z.input<typeof decideAppealInput>;
