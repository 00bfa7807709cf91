import { z } from "zod";
import { idSchema, momentInput, momentSchema } from "../ids.ts";
import { limits } from "../limits.ts";
import { safeText } from "../text.ts";
import { userRefSchema } from "../users/user.ts";
import { appealStates, sanctionTypes } from "./sanction.ts";

/** What the person is told, and what is for other moderators alone. */
export const reasonText = safeText(limits.reasonText, 1).refine((text) => text.trim() !== "", { error: "Give a reason." });
export const noteText = safeText(limits.reportComment);

/** The longest mute or ban that ends: ten years, in minutes. */
export const longestMinutes = 5_256_000;

/** A sanction as staff see it. */
export const staffSanctionSchema = z.object({
  id: idSchema,
  type: z.enum(sanctionTypes),
  user: userRefSchema,
  /** Null is everywhere. */
  channel: z.object({ id: idSchema, name: z.string().nullable() }).nullable(),
  caseId: idSchema.nullable(),
  reason: z.string(),
  note: z.string(),
  /** Null is the server itself. */
  by: userRefSchema.nullable(),
  createdAt: momentSchema,
  until: momentSchema.nullable(),
  seenAt: momentSchema.nullable(),
  liftedAt: momentSchema.nullable(),
  liftedBy: userRefSchema.nullable(),
  isInForce: z.boolean(),
  appeal: z.object({ id: idSchema, state: z.enum(appealStates) }).nullable(),
});
export type StaffSanction = z.output<typeof staffSanctionSchema>;

/** The latest first. */
export const listSanctionsInput = z.strictObject({
  state: z.enum(["inForce", "ended"]).default("inForce"),
  type: z.enum(sanctionTypes).optional(),
  userId: idSchema.optional(),
  channelId: idSchema.optional(),
  /** Part of the person's name or of the reason. */
  text: safeText(limits.query).optional(),
  limit: z.int().min(1).max(limits.page).default(limits.pageDefault),
  cursor: z.string().max(200).optional(),
});
export type ListSanctions = z.input<typeof listSanctionsInput>;

/** A mute, a ban or a warning; without a channel it counts everywhere, without `until` for good. */
export const createSanctionInput = z.strictObject({
  type: z.enum(sanctionTypes),
  userId: idSchema,
  channelId: idSchema.optional(),
  reason: reasonText,
  note: noteText.default(""),
  until: momentInput.optional(),
});
export type CreateSanction = z.input<typeof createSanctionInput>;
