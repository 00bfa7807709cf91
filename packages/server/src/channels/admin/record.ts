import type { AdminGroup } from "@chat/contract";
import { toMoment, toMomentOrNull } from "../../users/record.ts";

export interface AdminGroupRow extends Omit<AdminGroup, "lastActivityAt" | "createdAt" | "archivedAt" | "frozenAt"> {
  lastActivityAt: string | Date;
  createdAt: string | Date;
  archivedAt: string | Date | null;
  frozenAt: string | Date | null;
}

/** SQL of the name by which staff know the channel `c`: a direct message by its two people. */
export const labelSql = `CASE WHEN c.type = 'direct'
  THEN (SELECT string_agg(p.name, ', ' ORDER BY lower(p.name), p.id) FROM "User" p WHERE p.id IN (c."directLow", c."directHigh"))
  ELSE coalesce(c.name, c.key, '') END`;

/** Columns of an `AdminGroupRow` for channels `c` with heads `h`. */
export const adminGroupColumns = `c.id, c.type, ${labelSql} AS name, c.image, c.visibility, c."postingPolicy", c."slowModeSeconds", h."memberCount",
  h."messageCount", h."lastActivityAt", c."createdAt", c."archivedAt", c."frozenAt"`;

export function toAdminGroup(row: AdminGroupRow): AdminGroup {
  return {
    id: row.id,
    type: row.type,
    name: row.name,
    image: row.image,
    visibility: row.visibility,
    postingPolicy: row.postingPolicy,
    slowModeSeconds: row.slowModeSeconds,
    memberCount: row.memberCount,
    messageCount: row.messageCount,
    lastActivityAt: toMoment(row.lastActivityAt),
    createdAt: toMoment(row.createdAt),
    archivedAt: toMomentOrNull(row.archivedAt),
    frozenAt: toMomentOrNull(row.frozenAt),
  };
}
