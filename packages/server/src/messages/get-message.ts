import type { Message, MessageIdInput } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { readerSql, visibleFromSql } from "../members/policy.ts";
import type { Services } from "../services.ts";
import { messageColumns, messageJoins, toMessage, type FullMessageRow } from "./record.ts";

const sql = `SELECT ${messageColumns("$2")} FROM "Message" m JOIN "Channel" c ON c.id = m."channelId"
${readerSql("$2")} ${messageJoins}
WHERE m.id = $1 AND m.seq >= ${visibleFromSql()}`;

/** One message that the caller may see. Errors: NOT_FOUND. */
export async function getMessage(services: Services, caller: Caller, { messageId }: MessageIdInput): Promise<Message> {
  const [row] = await services.db.query<FullMessageRow>(sql, [messageId, caller.userId]);
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return toMessage(services.definition, row);
}
