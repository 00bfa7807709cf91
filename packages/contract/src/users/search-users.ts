import { z } from "zod";
import { limits } from "../limits.ts";
import { safeText } from "../text.ts";

/** People by any part of their name; what the directory setting hides is left out. An empty query lists the first by name. */
export const searchUsersInput = z.strictObject({
  query: safeText(limits.query).default(""),
  limit: z.int().min(1).max(50).default(20),
});
export type SearchUsers = z.input<typeof searchUsersInput>;
