import { idSchema, limits, type ListedMember, type ListMembers, type MemberMute } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import { containsPattern } from "../contains-pattern.ts";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { toMomentOrNull, toUserRef, type UserRow } from "../users/record.ts";
import { readerSql } from "./policy.ts";
import { groupMuteSql, toMember, toMute, type MemberRow } from "./record.ts";

export interface MembersPage {
  readonly items: ListedMember[];
  readonly cursor: string | null;
}

interface Row {
  member: MemberRow | null;
  user: UserRow;
  mute: MemberMute | null;
}

/** Owners first: the order of the role's own type. The page goes on after the place of its last member, where they are now. */
const sql = `SELECT to_jsonb(mb) AS member, to_jsonb(u) AS user,
  CASE WHEN me.role <> 'member' THEN ${groupMuteSql('mb."userId"', 'c."rootId"')} END AS mute
FROM "Channel" c ${readerSql("$2", "me")}
LEFT JOIN (
  "Member" mb JOIN "User" u ON u.id = mb."userId"
) ON mb."channelId" = c."rootId" AND mb."leftAt" IS NULL AND u.name ILIKE $3 AND ($4::uuid IS NULL OR (mb.role, lower(u.name), u.id) > (
  SELECT l.role, lower(lu.name), lu.id FROM "Member" l JOIN "User" lu ON lu.id = l."userId" WHERE l."channelId" = c."rootId" AND l."userId" = $4))
WHERE c.id = $1 ORDER BY mb.role, lower(u.name), u.id LIMIT $5`;

/** The members in force of a channel that the caller is in: owners, moderators, then the others, by name. Errors: NOT_FOUND, INVALID_INPUT. */
export async function listMembers(services: Services, caller: Caller, input: ListMembers): Promise<MembersPage> {
  const { channelId, query = "", limit = limits.page, cursor = null } = input;
  if (cursor !== null && !idSchema.safeParse(cursor).success)
    throw new ChatError("INVALID_INPUT", { message: "The cursor is not one of ours." });
  const rows = await services.db.query<Row>(sql, [channelId, caller.userId, containsPattern(query), cursor, limit + 1]);
  if (rows.length === 0) throw new ChatError("NOT_FOUND");
  const items = rows.flatMap(({ member, user, mute }) => (member === null ? [] : [toListed(services, member, user, mute)]));
  return { items: items.slice(0, limit), cursor: items.length > limit ? (items[limit - 1]?.userId ?? null) : null };
}

function toListed(services: Services, member: MemberRow, user: UserRow, mute: MemberMute | null): ListedMember {
  const online = services.presence.isOnline(user.id);
  const listed = {
    ...toMember(services.definition, member, toUserRef(user)),
    online,
    lastSeenAt: toMomentOrNull(user.lastSeenAt),
  };
  return mute === null ? listed : { ...listed, mute: toMute(mute) };
}
