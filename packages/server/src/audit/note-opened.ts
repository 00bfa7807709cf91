import type { Database, Queryable } from "@chat/db";
import { lockChain, writeAudit, type AuditEntry } from "./write-audit.ts";

/** Minutes in which one who looks at the same thing again, as an open screen does by itself, is not told of again. */
const againMinutes = 10;

/** Tells in the audit log that one of the staff looked at what is not for everybody, once in ten minutes. */
export async function noteOpened(db: Database, entry: AuditEntry): Promise<void> {
  if (await isNoted(db, entry)) return;
  await db.transaction(async (tx) => {
    // Of two looks at once the second sees what the first wrote.
    await lockChain(tx);
    if (!(await isNoted(tx, entry))) await writeAudit(tx, entry);
  });
}

async function isNoted(db: Queryable, { actorId, action, targetType, targetId }: AuditEntry): Promise<boolean> {
  const noted = await db.query(
    `SELECT FROM "AuditLog" WHERE "targetType" = $1 AND "targetId" = $2 AND "actorId" = $3 AND action = $4
       AND at > now() - make_interval(mins => ${againMinutes}) LIMIT 1`,
    [targetType, targetId, actorId, action],
  );
  return noted.length > 0;
}
