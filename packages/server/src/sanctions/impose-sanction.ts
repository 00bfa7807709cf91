import type { SanctionType } from "@chat/contract";
import type { Queryable } from "@chat/db";
import { v7 as uuidv7 } from "uuid";
import { requireOtherAdmin } from "../users/staff-policy.ts";

export interface NewSanction {
  readonly type: SanctionType;
  readonly userId: string;
  /** A root channel; null is everywhere. */
  readonly channelId: string | null;
  readonly caseId: string | null;
  readonly reason: string;
  readonly note: string;
  /** Null is the server itself. */
  readonly byId: string | null;
  readonly until: Date | null;
  /** By the group's own owners or moderators, who may lift it again. */
  readonly byGroup?: boolean;
}

/**
 * Writes a sanction; `hub.publishRights` must follow once the transaction is over, so that it bites at once. Errors: LAST_ADMIN (of two who ban each
 * other at once, one).
 */
export async function imposeSanction(tx: Queryable, sanction: NewSanction): Promise<string> {
  const id = uuidv7();
  const { type, userId, channelId, caseId, reason, note, byId, until, byGroup = false } = sanction;
  if (type === "ban" && channelId === null) {
    const [admin] = await tx.query(`SELECT 1 FROM "User" WHERE id = $1 AND role = 'admin'`, [userId]);
    if (admin !== undefined) await requireOtherAdmin(tx, userId);
  }
  await tx.query(
    `INSERT INTO "Sanction" (id, type, "userId", "channelId", "caseId", reason, note, "byId", until, "byGroup") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, type, userId, channelId, caseId, reason, note, byId, until, byGroup],
  );
  return id;
}
