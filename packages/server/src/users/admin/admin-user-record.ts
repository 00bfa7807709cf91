import type { AdminUser } from "@chat/contract";
import { bannedSql } from "../../auth/may-call.ts";
import { toMoment, toMomentOrNull, toUserRef, type UserRow } from "../record.ts";
import { mutedSql } from "./user-filter.ts";

export interface AdminUserRow extends UserRow {
  isBanned: boolean;
  isMuted: boolean;
  openCases: number;
  messages: number | null;
}

// By memberships, since messages have no index of their authors alone; who wrote in a channel has a row of it, also after leaving.
const messagesSql = `(SELECT count(*)::int FROM "Member" mb JOIN "Message" m ON m."channelId" = mb."channelId" AND m."authorId" = u.id
  WHERE mb."userId" = u.id AND m."deletedAt" IS NULL AND m.kind <> 'system')`;

/** SQL of the columns of an AdminUserRow, for the user `u`. */
export const adminUserColumns = (
  withMessages: boolean,
) => `u.id, u.issuer, u."externalId", u.name, u.email, u.image, u.role, u.version,
  u."lastSeenAt", u."deactivatedAt", u."createdAt", ${bannedSql} AS "isBanned", ${mutedSql} AS "isMuted",
  (SELECT count(*)::int FROM "ReportCase" rc WHERE rc."userId" = u.id AND rc."resolvedAt" IS NULL) AS "openCases",
  ${withMessages ? messagesSql : "NULL::int"} AS messages`;

export function toAdminUser(row: AdminUserRow, online: boolean): AdminUser {
  return {
    ...toUserRef(row),
    email: row.email,
    issuer: row.issuer,
    externalId: row.externalId,
    role: row.role,
    online,
    createdAt: toMoment(row.createdAt),
    lastSeenAt: toMomentOrNull(row.lastSeenAt),
    deactivatedAt: toMomentOrNull(row.deactivatedAt),
    isBanned: row.isBanned,
    isMuted: row.isMuted,
    openCases: row.openCases,
    messages: row.messages,
  };
}
