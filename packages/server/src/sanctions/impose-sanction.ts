import type { SanctionType } from "@chat/contract";
import type { Queryable } from "@chat/db";
import { v7 as uuidv7 } from "uuid";

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
}

/** Writes a sanction; `hub.publishRights` must follow once the transaction is over, so that it bites at once. */
export async function imposeSanction(tx: Queryable, sanction: NewSanction): Promise<string> {
  const id = uuidv7();
  const { type, userId, channelId, caseId, reason, note, byId, until } = sanction;
  await tx.query(
    `INSERT INTO "Sanction" (id, type, "userId", "channelId", "caseId", reason, note, "byId", until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, type, userId, channelId, caseId, reason, note, byId, until],
  );
  return id;
}
