import { z } from "zod";
import { idSchema } from "../ids.ts";

/** One emoji of a message, in absolute values: how many, and the first five who. Others are a paged query (`reaction.list`). */
export const reactionSchema = z.object({
  emoji: z.string(),
  count: z.int(),
  first: z.array(idSchema).max(5),
});
export type Reaction = z.output<typeof reactionSchema>;
