import type { OwnSanction, SanctionIdInput } from "@chat/contract";
import type { Queryable } from "@chat/db";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { inForceSql, ownSanctionSql, toOwnSanction, type OwnSanctionRow } from "./record.ts";

/** What is in force against the caller, warnings that they did not see yet, and what an answer to their appeal is about, until they saw that. */
export async function listOwnSanctions({ db }: Services, caller: Caller): Promise<{ items: OwnSanction[] }> {
  const rows = await db.query<OwnSanctionRow>(
    `${ownSanctionSql} WHERE s."userId" = $1 AND (${inForceSql()} OR p."decidedAt" > coalesce(s."seenAt", '-infinity'))
     ORDER BY s."createdAt" DESC, s.id LIMIT 100`,
    [caller.userId],
  );
  return { items: rows.map(toOwnSanction) };
}

/** Takes note of a warning, a sanction, or the answer to an appeal. Errors: NOT_FOUND. */
export async function seeSanction(services: Services, caller: Caller, { sanctionId }: SanctionIdInput): Promise<OwnSanction> {
  await services.db.query(`UPDATE "Sanction" SET "seenAt" = now() WHERE id = $1 AND "userId" = $2`, [sanctionId, caller.userId]);
  return loadOwnSanction(services.db, caller, sanctionId);
}

/** One of the caller's. Errors: NOT_FOUND. */
export async function loadOwnSanction(db: Queryable, caller: Caller, sanctionId: string): Promise<OwnSanction> {
  const [row] = await db.query<OwnSanctionRow>(`${ownSanctionSql} WHERE s.id = $1 AND s."userId" = $2`, [
    sanctionId,
    caller.userId,
  ]);
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return toOwnSanction(row);
}
