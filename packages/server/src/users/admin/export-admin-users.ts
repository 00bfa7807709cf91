import type { ExportAdminUsers } from "@chat/contract";
import type { Database } from "@chat/db";
import { toCsv } from "../../export/to-csv.ts";
import { toMomentOrNull } from "../record.ts";
import { adminUserColumns, type AdminUserRow } from "./admin-user-record.ts";
import { userFilter } from "./user-filter.ts";

/** At most so many people an export; a narrower filter gets the rest. */
const maxExported = 50_000;

const head = [
  "id",
  "name",
  "email",
  "issuer",
  "externalId",
  "role",
  "createdAt",
  "lastSeenAt",
  "deactivatedAt",
  "isBanned",
  "isMuted",
  "openCases",
];

/** All whom the filter finds, as CSV, the newest first. */
export async function exportAdminUsers(db: Database, filter: ExportAdminUsers): Promise<{ csv: string; isCut: boolean }> {
  const { sql, values } = userFilter(filter);
  const rows = await db.query<AdminUserRow>(
    `SELECT ${adminUserColumns(false)} FROM (
       SELECT u.* FROM "User" u WHERE ${sql} ORDER BY u."createdAt" DESC, u.id DESC LIMIT $${values.push(maxExported + 1)}) u
     ORDER BY u."createdAt" DESC, u.id DESC`,
    values,
  );
  const lines = rows
    .slice(0, maxExported)
    .map((row) => [
      row.id,
      row.name,
      row.email,
      row.issuer,
      row.externalId,
      row.role,
      toMomentOrNull(row.createdAt),
      toMomentOrNull(row.lastSeenAt),
      toMomentOrNull(row.deactivatedAt),
      row.isBanned ? "yes" : "no",
      row.isMuted ? "yes" : "no",
      row.openCases,
    ]);
  return { csv: toCsv([head, ...lines]), isCut: rows.length > maxExported };
}
