import type { Database } from "@chat/db";
import { hashSql } from "./chain.ts";

export interface AuditCheck {
  /** How many entries were read. */
  entries: number;
  /** The first entry that is not as it was written, or does not follow the one before it; null where all are right. */
  brokenAt: string | null;
}

/** Computes every hash of the chain anew. */
export async function verifyAudit(db: Database): Promise<AuditCheck> {
  const [row] = await db.query<AuditCheck>(
    `SELECT count(*)::int AS entries, (min(id) FILTER (WHERE NOT "isRight"))::text AS "brokenAt" FROM (
       SELECT a.id, a."prevHash" = coalesce(lag(a.hash) OVER (ORDER BY a.id), '') AND a.hash = ${hashSql("a", `a."prevHash"`)} AS "isRight"
       FROM "AuditLog" a) checked`,
  );
  return row ?? { entries: 0, brokenAt: null };
}
