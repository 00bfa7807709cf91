import { z } from "zod";
import { idSchema, momentSchema } from "../ids.ts";
import { limits } from "../limits.ts";
import { safeText } from "../text.ts";

/** A mute forbids writing, a ban all of it; a warning forbids nothing and stands until it was seen. */
export const sanctionTypes = ["mute", "ban", "warning"] as const;
export type SanctionType = (typeof sanctionTypes)[number];

export const appealStates = ["open", "upheld", "lifted"] as const;

/** A person's one appeal against a sanction, as they see it: who decides is not told. */
export const ownAppealSchema = z.object({
  id: idSchema,
  state: z.enum(appealStates),
  text: z.string(),
  /** What the decision says; empty before. */
  answer: z.string(),
  createdAt: momentSchema,
  decidedAt: momentSchema.nullable(),
});
export type OwnAppeal = z.output<typeof ownAppealSchema>;

/** What is in force against the caller, and why. */
export const ownSanctionSchema = z.object({
  id: idSchema,
  type: z.enum(sanctionTypes),
  reason: z.string(),
  /** Where it counts; null is everywhere. */
  channel: z.object({ id: idSchema, name: z.string().nullable() }).nullable(),
  /** What their message said that it is about; null where it is about no message. */
  messageText: z.string().nullable(),
  createdAt: momentSchema,
  /** When it ends; null for good. */
  until: momentSchema.nullable(),
  /** When they took note of it. */
  seenAt: momentSchema.nullable(),
  /** When it was lifted; such ones are listed while their appeal's answer is unseen. */
  liftedAt: momentSchema.nullable(),
  appeal: ownAppealSchema.nullable(),
});
export type OwnSanction = z.output<typeof ownSanctionSchema>;

export const sanctionIdInput = z.strictObject({ sanctionId: idSchema });
export type SanctionIdInput = z.input<typeof sanctionIdInput>;

/** Once for each sanction. */
export const createAppealInput = z.strictObject({
  sanctionId: idSchema,
  text: safeText(limits.appealText, 1).refine((text) => text.trim() !== "", { error: "Say why." }),
});
export type CreateAppeal = z.input<typeof createAppealInput>;
