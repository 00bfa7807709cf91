import type { ChangesPage, HeldHead } from "@chat/contract";
import type { Caller } from "../context.ts";
import { heldSql } from "../realtime/held-sql.ts";
import { readChanges, type ReadChanges } from "../realtime/read-changes.ts";
import type { Services } from "../services.ts";

/** What the caller missed since a version; `reset` also where the last message that they hold is another one here. Errors: NOT_FOUND. */
export async function listChanges(
  { db, definition }: Services,
  { userId }: Caller,
  { head, ...asked }: ReadChanges & { head?: HeldHead | undefined },
): Promise<ChangesPage> {
  const page = await readChanges(db, definition, userId, asked);
  if (page.reset || head === undefined) return page;
  const [row] = await db.query<{ isHeld: boolean }>(`SELECT ${heldSql("$1::uuid", "$2::int", "$3::uuid")} AS "isHeld"`, [
    asked.channelId,
    head.seq,
    head.id,
  ]);
  return row?.isHeld === true ? page : { reset: true, version: page.head.version };
}
