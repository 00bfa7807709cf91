import type { AuditEntry, AuditEntryIdInput, ExportAudit, listAuditInput } from "@chat/contract";
import type { Database } from "@chat/db";
import type { z } from "zod";
import { ChatError } from "../chat-error.ts";
import { toCsv } from "../export/to-csv.ts";
import { toMoment } from "../users/record.ts";

type AuditRow = Omit<AuditEntry, "at"> & { at: Date };

const toEntry = (row: AuditRow): AuditEntry => ({ ...row, at: toMoment(row.at) });

/** SQL and values of a filter, for entries `a`. */
function where(filter: ExportAudit): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const add = (value: unknown, condition: (at: string) => string) => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  add(filter.actorId, (at) => `a."actorId" = ${at}::uuid`);
  add(filter.action, (at) => `starts_with(a.action, ${at})`);
  add(filter.targetType, (at) => `a."targetType" = ${at}`);
  add(filter.targetId, (at) => `a."targetId" = ${at}`);
  add(filter.from, (at) => `a.at >= ${at}::timestamptz`);
  add(filter.to, (at) => `a.at < ${at}::timestamptz`);
  return { sql: conditions.length === 0 ? "true" : conditions.join(" AND "), values };
}

const columns = `a.id::text AS id, a.at, a.action, a."targetType", a."targetId", a.detail, a."requestId", a.hash,
  CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('id', u.id, 'name', u.name, 'image', u.image, 'version', u.version) END AS actor`;

const entrySql = `SELECT ${columns} FROM "AuditLog" a LEFT JOIN "User" u ON u.id = a."actorId"`;

async function readAudit(db: Database, filter: ExportAudit, before: string | null, limit: number): Promise<AuditEntry[]> {
  const { sql, values } = where(filter);
  const rows = await db.query<AuditRow>(
    `${entrySql} WHERE ${sql} AND ($${values.length + 1}::bigint IS NULL OR a.id < $${values.length + 1}) ORDER BY a.id DESC LIMIT $${values.length + 2}`,
    [...values, before, limit],
  );
  return rows.map(toEntry);
}

/** One page, the latest first; `cursor` goes on to the next one. */
export async function listAudit(
  db: Database,
  { cursor, limit, ...filter }: z.output<typeof listAuditInput>,
): Promise<{ items: AuditEntry[]; cursor: string | null }> {
  const items = await readAudit(db, filter, cursor ?? null, limit);
  return { items, cursor: items.length < limit ? null : (items.at(-1)?.id ?? null) };
}

/** Errors: NOT_FOUND. */
export async function getAuditEntry(db: Database, { entryId }: AuditEntryIdInput): Promise<AuditEntry> {
  const [row] = await db.query<AuditRow>(`${entrySql} WHERE a.id = $1`, [entryId]);
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return toEntry(row);
}

/** At most so many entries an export; a narrower filter gets the rest. */
const maxExported = 50_000;

/** All that the filter finds, as CSV, the latest first. */
export async function exportAudit(db: Database, filter: ExportAudit): Promise<{ csv: string; isCut: boolean }> {
  const entries = await readAudit(db, filter, null, maxExported + 1);
  const rows = entries
    .slice(0, maxExported)
    .map(({ id, at, actor, action, targetType, targetId, detail, requestId, hash }) => [
      id,
      at,
      actor?.name ?? "",
      actor?.id ?? "",
      action,
      targetType ?? "",
      targetId ?? "",
      JSON.stringify(detail),
      requestId ?? "",
      hash,
    ]);
  const head = ["id", "at", "actor", "actorId", "action", "targetType", "targetId", "detail", "requestId", "hash"];
  return { csv: toCsv([head, ...rows]), isCut: entries.length > maxExported };
}
