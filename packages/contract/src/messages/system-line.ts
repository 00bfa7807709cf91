import { z } from "zod";
import { idSchema } from "../ids.ts";

export const systemLineTypes = [
  "channel.created",
  "channel.renamed",
  "channel.described",
  "channel.image",
  "channel.visibility",
  "channel.archived",
  "channel.unarchived",
  "channel.frozen",
  "channel.unfrozen",
  "channel.posting",
  "member.added",
  "member.removed",
  "member.joined",
  "member.left",
  "member.role",
  "channel.transferred",
] as const;
export type SystemLineType = (typeof systemLineTypes)[number];

/** What a system line says; the reader's own language makes the sentence. The message's author is who did it. */
export const systemDataSchema = z.object({
  type: z.enum(systemLineTypes),
  /** The people it was done to, named as at the time. */
  users: z.array(z.object({ id: idSchema, name: z.string() })).optional(),
  /** The new name, description, visibility, posting policy or role. */
  value: z.string().nullable().optional(),
});
export type SystemData = z.output<typeof systemDataSchema>;
