import { ChatError } from "../chat-error.ts";
import type { Services } from "../services.ts";

/** The channel of a message that the user, as a member in force, may see. Errors: NOT_FOUND, the same for what does not exist. */
export async function findChannelOf(services: Services, userId: string, messageId: string): Promise<string> {
  const [row] = await services.db.query<{ channelId: string }>(
    `SELECT m."channelId" FROM "Message" m JOIN "Channel" c ON c.id = m."channelId"
     JOIN "Member" mb ON mb."channelId" = c."rootId" AND mb."userId" = $2 AND mb."leftAt" IS NULL
     WHERE m.id = $1 AND m.seq >= mb."visibleFromSeq"`,
    [messageId, userId],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return row.channelId;
}
