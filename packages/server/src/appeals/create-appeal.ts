import type { CreateAppeal, OwnSanction } from "@chat/contract";
import { v7 as uuidv7 } from "uuid";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { loadOwnSanction } from "../sanctions/list-own-sanctions.ts";
import { lockSanction } from "../sanctions/change-sanction.ts";
import type { Services } from "../services.ts";

/**
 * Asks for another look at a sanction, once. Also a warning that was seen may be appealed. Errors: NOT_FOUND, APPEALED (before), TOO_LATE (it was
 * lifted, or is over).
 */
export function createAppeal({ db }: Services, caller: Caller, { sanctionId, text }: CreateAppeal): Promise<OwnSanction> {
  return db.transaction(async (tx) => {
    // Else one that is lifted in between would leave an open appeal behind that asks for nothing.
    await lockSanction(tx, sanctionId);
    const { appeal, liftedAt, until } = await loadOwnSanction(tx, caller, sanctionId);
    if (appeal !== null) throw new ChatError("APPEALED");
    if (liftedAt !== null || (until !== null && Date.parse(until) <= Date.now()))
      throw new ChatError("TOO_LATE", { message: "This is over already." });
    await tx.query(`INSERT INTO "Appeal" (id, "sanctionId", "userId", text) VALUES ($1, $2, $3, $4)`, [
      uuidv7(),
      sanctionId,
      caller.userId,
      text,
    ]);
    return loadOwnSanction(tx, caller, sanctionId);
  });
}
