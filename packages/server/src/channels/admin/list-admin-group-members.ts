import type { AdminGroupMember, listAdminGroupMembersInput } from "@chat/contract";
import type { z } from "zod";
import { containsPattern } from "../../contains-pattern.ts";
import type { Services } from "../../services.ts";
import { toMoment, toMomentOrNull, toUserRef, type UserRow } from "../../users/record.ts";
import type { MemberRow } from "../../members/record.ts";

interface Row {
  user: UserRow;
  role: MemberRow["role"];
  joinedAt: Date;
  isMuted: boolean;
  isBanned: boolean;
}

const sanctionedSql = (type: "mute" | "ban") => `EXISTS (SELECT FROM "Sanction" s WHERE s."userId" = u.id AND s.type = '${type}'
  AND (s."channelId" IS NULL OR s."channelId" = mb."channelId") AND s."liftedAt" IS NULL AND (s.until IS NULL OR s.until > now()))`;

/** The members of a group, also of a private one: owners, moderators, then the others, by name. Of what is not there, none. */
export async function listAdminGroupMembers(
  { db, presence }: Services,
  { channelId, query, limit, cursor }: z.output<typeof listAdminGroupMembersInput>,
): Promise<{ items: AdminGroupMember[]; cursor: string | null }> {
  const rows = await db.query<Row>(
    `SELECT to_jsonb(u) AS user, mb.role, mb."joinedAt", ${sanctionedSql("mute")} AS "isMuted", ${sanctionedSql("ban")} AS "isBanned"
     FROM "Member" mb JOIN "User" u ON u.id = mb."userId"
     WHERE mb."channelId" = $1 AND mb."leftAt" IS NULL AND u.name ILIKE $2
       AND ($3::uuid IS NULL OR (mb.role, lower(u.name), u.id) > (SELECT l.role, lower(lu.name), lu.id
         FROM "Member" l JOIN "User" lu ON lu.id = l."userId" WHERE l."channelId" = $1 AND l."userId" = $3))
     ORDER BY mb.role, lower(u.name), u.id LIMIT $4`,
    [channelId, containsPattern(query), cursor ?? null, limit + 1],
  );
  const items = rows.slice(0, limit).map(({ user, role, joinedAt, isMuted, isBanned }) => ({
    user: toUserRef(user),
    online: presence.isOnline(user.id),
    lastSeenAt: toMomentOrNull(user.lastSeenAt),
    role,
    siteRole: user.role,
    joinedAt: toMoment(joinedAt),
    isMuted,
    isBanned,
  }));
  return { items, cursor: rows.length > limit ? (items.at(-1)?.user.id ?? null) : null };
}
