import type { BlockedUser } from "@chat/contract";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { toMoment, toUserRef, type UserRow } from "../users/record.ts";

/** All whom the caller blocked, the latest first; `limits.blocks` at most. */
export async function listBlocked(services: Services, caller: Caller): Promise<{ items: BlockedUser[] }> {
  const rows = await services.db.query<Pick<UserRow, "id" | "name" | "image" | "version"> & { blockedAt: Date }>(
    `SELECT u.id, u.name, u.image, u.version, b."createdAt" AS "blockedAt" FROM "Block" b JOIN "User" u ON u.id = b."blockedId"
     WHERE b."userId" = $1 ORDER BY b."createdAt" DESC, u.id`,
    [caller.userId],
  );
  return { items: rows.map((row) => ({ userId: row.id, user: toUserRef(row), blockedAt: toMoment(row.blockedAt) })) };
}
