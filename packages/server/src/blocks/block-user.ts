import { limits, type BlockedUser, type BlockUser } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { getUser } from "../users/get-user.ts";
import { toMoment } from "../users/record.ts";
import { showPresence } from "./show-presence.ts";

/**
 * Blocks a person: from now on no direct message passes between the two, whoever writes it, and neither sees in theirs whether the other is online.
 * A second time changes nothing. Errors: NOT_FOUND for whom the caller may not see, INVALID_INPUT for oneself, TOO_MANY.
 */
export async function blockUser(services: Services, caller: Caller, input: BlockUser): Promise<BlockedUser> {
  const { id, name, image, version } = await getUser(services, caller, input);
  if (id === caller.userId) throw new ChatError("INVALID_INPUT", { message: "You cannot block yourself." });
  const [held] = await services.db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM "Block" WHERE "userId" = $1 AND "blockedId" <> $2`,
    [caller.userId, id],
  );
  if ((held?.count ?? 0) >= limits.blocks) throw new ChatError("TOO_MANY");
  const [row] = await services.db.query<{ createdAt: Date }>(
    // The update writes nothing new: it has the row answered that was there before.
    `INSERT INTO "Block" ("userId", "blockedId") VALUES ($1, $2)
     ON CONFLICT ("userId", "blockedId") DO UPDATE SET "createdAt" = "Block"."createdAt" RETURNING "createdAt"`,
    [caller.userId, id],
  );
  if (row === undefined) throw new Error("A block was not written.");
  services.hub.publishToPerson(caller.userId, { type: "blocks" });
  await showPresence(services, caller.userId, id);
  return { userId: id, user: { id, name, image, version }, blockedAt: toMoment(row.createdAt) };
}
