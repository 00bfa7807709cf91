import type { RevokeSession } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";

/** Signs one of the caller's devices out, the present one too; its sockets close at once. Errors: NOT_FOUND. */
export async function revokeSession(
  services: Services,
  caller: Caller,
  { sessionId }: RevokeSession,
): Promise<{ sessionIds: string[] }> {
  const ended = await services.db.query<{ id: string }>(`DELETE FROM "Session" WHERE id = $1 AND "userId" = $2 RETURNING id`, [
    sessionId,
    localUserId(caller),
  ]);
  if (ended.length === 0) throw new ChatError("NOT_FOUND");
  services.hub.closeSessions([sessionId]);
  return { sessionIds: [sessionId] };
}

/** Signs all the caller's other devices out. Answers the sessions that ended. */
export async function revokeOtherSessions(services: Services, caller: Caller): Promise<{ sessionIds: string[] }> {
  const ended = await services.db.query<{ id: string }>(
    `DELETE FROM "Session" WHERE "userId" = $1 AND id IS DISTINCT FROM $2 RETURNING id`,
    [localUserId(caller), caller.sessionId],
  );
  const sessionIds = ended.map((row) => row.id);
  if (sessionIds.length > 0) services.hub.closeSessions(sessionIds);
  return { sessionIds };
}

/** A token user has no sessions here. */
function localUserId(caller: Caller): string {
  if (caller.via === "token") throw new ChatError("NOT_FOUND");
  return caller.userId;
}
