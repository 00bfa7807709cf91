import { limits, type MessageReaders, type UserRef } from "@chat/contract";
import type { Caller } from "../context.ts";
import { followsSql, readerSql, visibleFromSql } from "../members/policy.ts";
import type { Services } from "../services.ts";
import { findReadableChannelOf } from "./policy.ts";

export interface ReadersPage {
  readonly items: { user: UserRef; readSeq: number }[];
  readonly cursor: string | null;
}

const sql = `SELECT jsonb_build_object('id', u.id, 'name', u.name, 'image', u.image, 'version', u.version) AS user, v."readSeq"
FROM "Message" m JOIN "Channel" c ON c.id = m."channelId"
${readerSql("$2", "me")} AND m.seq >= ${visibleFromSql("me")}
JOIN "Member" v ON v."channelId" = m."channelId" AND v."leftAt" IS NULL AND v."readSeq" >= m.seq AND v."userId" <> m."authorId" AND v."joinedAt" <= m."createdAt"
JOIN "Member" r ON r."channelId" = c."rootId" AND r."userId" = v."userId" AND r."leftAt" IS NULL AND ${followsSql("v", "r")}
JOIN "User" u ON u.id = v."userId"
WHERE m.id = $1 AND ($3::uuid IS NULL OR v."userId" > $3) ORDER BY v."userId" LIMIT $4`;

/** "Seen by": the members of its time whose cursor has passed a message, its author left out (newcomers begin at the present). A query on cursors, at any size. Errors: NOT_FOUND. */
export async function listReaders(services: Services, caller: Caller, input: MessageReaders): Promise<ReadersPage> {
  const { messageId, cursor, limit = limits.page } = input;
  const rows = await services.db.query<{ user: UserRef; readSeq: number }>(sql, [
    messageId,
    caller.userId,
    cursor ?? null,
    limit + 1,
  ]);
  if (rows.length === 0) await findReadableChannelOf(services, caller.userId, messageId);
  const items = rows.slice(0, limit);
  return { items, cursor: rows.length > limit ? (items.at(-1)?.user.id ?? null) : null };
}
