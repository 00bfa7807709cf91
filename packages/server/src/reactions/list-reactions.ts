import { idSchema, limits, momentInput, type ListReactions, type UserRef } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { findReadableChannelOf } from "../messages/policy.ts";
import type { Services } from "../services.ts";
import { toMoment } from "../users/record.ts";

export interface ReactorsPage {
  readonly items: { user: UserRef; createdAt: string }[];
  readonly cursor: string | null;
}

const sql = `SELECT jsonb_build_object('id', u.id, 'name', u.name, 'image', u.image, 'version', u.version) AS user, r."createdAt"
FROM "Reaction" r JOIN "User" u ON u.id = r."userId" JOIN "Message" m ON m.id = r."messageId" AND m."deletedAt" IS NULL AND m."hiddenAt" IS NULL
WHERE r."messageId" = $1 AND r.emoji = $2 AND ($3::timestamptz IS NULL OR (r."createdAt", r."userId") > ($3, $4::uuid))
ORDER BY r."createdAt", r."userId" LIMIT $5`;

/** Who reacted with an emoji, first ones first. The cursor is opaque. Errors: NOT_FOUND, INVALID_INPUT for a cursor that is not ours. */
export async function listReactions(services: Services, caller: Caller, input: ListReactions): Promise<ReactorsPage> {
  const { messageId, emoji, cursor, limit = limits.pageDefault } = input;
  await findReadableChannelOf(services, caller.userId, messageId);
  const [at, userId] = cursor === undefined ? [null, null] : readCursor(cursor);
  const rows = await services.db.query<{ user: UserRef; createdAt: Date }>(sql, [messageId, emoji, at, userId, limit + 1]);
  const items = rows.slice(0, limit).map(({ user, createdAt }) => ({ user, createdAt: toMoment(createdAt) }));
  const last = items.at(-1);
  return { items, cursor: rows.length > limit && last !== undefined ? `${last.createdAt} ${last.user.id}` : null };
}

function readCursor(cursor: string): [at: string, userId: string] {
  const [at = "", userId = "", ...more] = cursor.split(" ");
  const isOurs = more.length === 0 && momentInput.safeParse(at).success && idSchema.safeParse(userId).success;
  if (!isOurs) throw new ChatError("INVALID_INPUT", { message: "The cursor is not one of ours." });
  return [at, userId];
}
