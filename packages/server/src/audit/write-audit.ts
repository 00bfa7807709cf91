import type { Queryable } from "@chat/db";
import { hashSql } from "./chain.ts";

/** What is told of an action of staff. */
export interface AuditEntry {
  /** Null for the server itself. */
  readonly actorId: string | null;
  /** The procedure's path, such as `admin.user.setRole`. */
  readonly action: string;
  readonly targetType: string | null;
  readonly targetId: string | null;
  readonly detail: Record<string, unknown>;
  readonly requestId: string | null;
}

/** Held until the transaction ends: each entry names the hash of the one before. */
const chainLock = 7_240_118;

/** Whoever has it is the only one who appends, until the transaction ends. */
export async function lockChain(tx: Queryable): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock($1)", [chainLock]);
}

/** Appends one entry to the chain. In a transaction it is there if and only if what it tells of is. */
export async function writeAudit(tx: Queryable, entry: AuditEntry): Promise<void> {
  await lockChain(tx);
  // A statement of its own: its snapshot must be younger than the lock.
  await tx.query(
    `INSERT INTO "AuditLog" (at, "actorId", action, "targetType", "targetId", detail, "requestId", "prevHash", hash)
     SELECT e.at, e."actorId", e.action, e."targetType", e."targetId", e.detail, e."requestId", p.hash, ${hashSql("e", "p.hash")}
     FROM (SELECT date_trunc('milliseconds', clock_timestamp()) AS at, $1::uuid AS "actorId", $2::text AS action, $3::text AS "targetType",
             $4::text AS "targetId", $5::jsonb AS detail, $6::text AS "requestId") e
     CROSS JOIN (SELECT coalesce((SELECT hash FROM "AuditLog" ORDER BY id DESC LIMIT 1), '') AS hash) p`,
    [entry.actorId, entry.action, entry.targetType, entry.targetId, JSON.stringify(entry.detail), entry.requestId],
  );
}
