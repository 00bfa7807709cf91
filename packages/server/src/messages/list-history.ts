import type { MessageIdInput } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { findReadableChannelOf } from "./policy.ts";
import { toMoment } from "../users/record.ts";

export interface HistoryPage {
  /** Earlier texts, oldest first; `replacedAt` is when the next one took its place. */
  readonly items: { text: string; editorId: string; replacedAt: string }[];
}

/** Earlier texts of a message, for the channel's owners and moderators and the site's staff. Errors: NOT_FOUND, FORBIDDEN. */
export async function listHistory(services: Services, caller: Caller, { messageId }: MessageIdInput): Promise<HistoryPage> {
  const channelId = await findReadableChannelOf(services, caller.userId, messageId);
  const [place] = await services.db.query<{ moderates: boolean }>(
    `SELECT mb.role <> 'member' AND c.type <> 'direct' AS moderates FROM "Channel" c
     JOIN "Member" mb ON mb."channelId" = c."rootId" AND mb."userId" = $2 WHERE c.id = $1`,
    [channelId, caller.userId],
  );
  if (place?.moderates !== true && caller.role === "user") throw new ChatError("FORBIDDEN");
  const rows = await services.db.query<{ text: string; editorId: string; createdAt: Date }>(
    `SELECT text, "editorId", "createdAt" FROM "MessageRevision" WHERE "messageId" = $1 ORDER BY "createdAt", id LIMIT 200`,
    [messageId],
  );
  return { items: rows.map(({ text, editorId, createdAt }) => ({ text, editorId, replacedAt: toMoment(createdAt) })) };
}
