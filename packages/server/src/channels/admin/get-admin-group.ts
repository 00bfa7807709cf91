import type { AdminGroupDetail, AdminGroupId, UserRef } from "@chat/contract";
import type { Queryable } from "@chat/db";
import { ChatError } from "../../chat-error.ts";
import { adminGroupColumns, toAdminGroup, type AdminGroupRow } from "./record.ts";

const refSql = (u: string) =>
  `jsonb_build_object('id', ${u}.id, 'name', ${u}.name, 'image', ${u}.image, 'version', ${u}.version)`;

interface DetailRow extends AdminGroupRow {
  description: string | null;
  key: string | null;
  hidesHistory: boolean;
  createdBy: UserRef | null;
  owners: UserRef[];
  threadCount: number;
  openCases: number;
}

/** A group with its settings and owners. Errors: NOT_FOUND, also for a thread, which stands in its group. */
export async function getAdminGroup(db: Queryable, { channelId }: AdminGroupId): Promise<AdminGroupDetail> {
  const [row] = await db.query<DetailRow>(
    `SELECT ${adminGroupColumns}, c.description, c.key, c."hidesHistory",
       (SELECT ${refSql("u")} FROM "User" u WHERE u.id = c."createdById") AS "createdBy",
       (SELECT coalesce(jsonb_agg(${refSql("u")} ORDER BY lower(u.name), u.id), '[]') FROM "Member" mb JOIN "User" u ON u.id = mb."userId"
         WHERE mb."channelId" = c.id AND mb.role = 'owner' AND mb."leftAt" IS NULL) AS owners,
       (SELECT count(*)::int FROM "Channel" t WHERE t."rootId" = c.id AND t.id <> c.id) AS "threadCount",
       (SELECT count(*)::int FROM "ReportCase" r WHERE r."channelId" IN (SELECT t.id FROM "Channel" t WHERE t."rootId" = c.id)
         AND r."resolvedAt" IS NULL) AS "openCases"
     FROM "Channel" c JOIN "ChannelHead" h ON h."channelId" = c.id WHERE c.id = $1 AND c.type <> 'thread'`,
    [channelId],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  const { description, key, hidesHistory, createdBy, owners, threadCount, openCases } = row;
  return { ...toAdminGroup(row), description, key, hidesHistory, createdBy, owners, threadCount, openCases };
}
