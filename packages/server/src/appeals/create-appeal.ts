import type { CreateAppeal, OwnSanction } from "@chat/contract";
import { v7 as uuidv7 } from "uuid";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { loadOwnSanction } from "../sanctions/list-own-sanctions.ts";
import type { Services } from "../services.ts";

/**
 * Asks for another look at a sanction, once. Also a warning that was seen may be appealed. Errors: NOT_FOUND, APPEALED (before), TOO_LATE (it was
 * lifted, or is over).
 */
export async function createAppeal(services: Services, caller: Caller, { sanctionId, text }: CreateAppeal): Promise<OwnSanction> {
  const { appeal, liftedAt, until } = await loadOwnSanction(services, caller, sanctionId);
  if (appeal !== null) throw new ChatError("APPEALED");
  if (liftedAt !== null || (until !== null && Date.parse(until) <= Date.now()))
    throw new ChatError("TOO_LATE", { message: "This is over already." });
  const added = await services.db.query(
    `INSERT INTO "Appeal" (id, "sanctionId", "userId", text) VALUES ($1, $2, $3, $4) ON CONFLICT ("sanctionId") DO NOTHING RETURNING id`,
    [uuidv7(), sanctionId, caller.userId, text],
  );
  if (added.length === 0) throw new ChatError("APPEALED");
  return loadOwnSanction(services, caller, sanctionId);
}
