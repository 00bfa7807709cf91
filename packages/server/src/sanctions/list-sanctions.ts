import type { listSanctionsInput, StaffSanction } from "@chat/contract";
import type { Database } from "@chat/db";
import type { z } from "zod";
import { containsPattern } from "../contains-pattern.ts";
import { readPageCursor, writePageCursor } from "../reports/page-cursor.ts";
import { inForceSql } from "./record.ts";
import { staffSanctionColumns, staffSanctionJoins, toStaffSanction, type StaffSanctionRow } from "./staff-record.ts";

const listSql = (state: string) => `SELECT ${staffSanctionColumns} FROM "Sanction" s ${staffSanctionJoins}
WHERE ${state} AND ($1::"SanctionType" IS NULL OR s.type = $1) AND ($2::uuid IS NULL OR s."userId" = $2)
  AND ($3::uuid IS NULL OR s."channelId" = $3) AND ($4::text IS NULL OR su.name ILIKE $4 OR s.reason ILIKE $4)
  AND ($5::timestamptz IS NULL OR (s."createdAt", s.id) < ($5, $6::uuid))
ORDER BY s."createdAt" DESC, s.id DESC LIMIT $7`;

const inForce = listSql(inForceSql());
const ended = listSql(`NOT ${inForceSql()}`);

/** Sanctions in force, or those that ended, the latest first. Errors: INVALID_INPUT for a cursor that is not ours. */
export async function listSanctions(
  db: Database,
  { state, type, userId, channelId, text, limit, cursor }: z.output<typeof listSanctionsInput>,
): Promise<{ items: StaffSanction[]; cursor: string | null }> {
  const after = readPageCursor(cursor);
  const rows = await db.query<StaffSanctionRow>(state === "inForce" ? inForce : ended, [
    type ?? null,
    userId ?? null,
    channelId ?? null,
    text ? containsPattern(text) : null,
    after?.at ?? null,
    after?.id ?? null,
    limit + 1,
  ]);
  const items = rows.slice(0, limit).map(toStaffSanction);
  const last = items.at(-1);
  return { items, cursor: rows.length > limit && last ? writePageCursor(last.createdAt, last.id) : null };
}
