import type { AuditCheck } from "@chat/contract";
import type { Database } from "@chat/db";
import { hashSql } from "./chain.ts";

interface Row extends Omit<AuditCheck, "missing"> {
  /** Entries that were written, ever. */
  written: number;
  lastId: string | null;
  /** Whether the last entry that there is is the last one that was written. */
  endsRight: boolean;
}

/**
 * Computes every hash of the chain anew, and compares its end with the one that is kept apart. Who owns the database and rewrites both is not found
 * by this; an export that was kept elsewhere shows it, since the hashes differ from there on.
 */
export async function verifyAudit(db: Database): Promise<AuditCheck> {
  const [row] = await db.query<Row>(
    `SELECT found.entries, found."brokenAt", h.entries::int AS written, last.id::text AS "lastId", coalesce(last.hash, '') = h.hash AS "endsRight"
     FROM (SELECT count(*)::int AS entries, (min(id) FILTER (WHERE NOT "isRight"))::text AS "brokenAt" FROM (
       SELECT a.id, a."prevHash" = coalesce(lag(a.hash) OVER (ORDER BY a.id), '') AND a.hash = ${hashSql("a", `a."prevHash"`)} AS "isRight"
       FROM "AuditLog" a) checked) found
     CROSS JOIN "AuditHead" h LEFT JOIN (SELECT id, hash FROM "AuditLog" ORDER BY id DESC LIMIT 1) last ON true`,
  );
  if (row === undefined) throw new Error("The end of the audit log is not kept: its row was taken away.");
  const { entries, brokenAt, written, lastId, endsRight } = row;
  const missing = Math.max(0, written - entries);
  return { entries, brokenAt: brokenAt ?? (missing === 0 && !endsRight ? lastId : null), missing };
}

/** Whether the log ends where it was last written, at a glance: for what is looked at all the time. */
export const auditEndSql = `SELECT coalesce((SELECT hash FROM "AuditLog" ORDER BY id DESC LIMIT 1), '') = h.hash AS "endsRight" FROM "AuditHead" h`;
