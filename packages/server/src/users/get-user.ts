import type { GetUser, User } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { directoryOf, findableSql, sharesSql } from "./policy.ts";
import { toUser, type UserRow } from "./record.ts";

/**
 * A person whom the caller may find, or meets in a channel, whatever the directory hides and even if they are deactivated. Errors: NOT_FOUND, the
 * same for who does not exist.
 */
export async function getUser(services: Services, caller: Caller, { userId }: GetUser): Promise<User> {
  const [id, externalId] = typeof userId === "string" ? [userId, null] : [null, userId.externalId];
  const [row] = await services.db.query<UserRow>(
    `SELECT u.* FROM "User" u WHERE (u.id = $1::uuid OR (u.issuer = $4 AND u."externalId" = $2))
       AND (u.id = $3 OR ${sharesSql("$3")} OR ${findableSql({ me: "$3", issuer: "$4", rule: "$5" })})`,
    [id, externalId, caller.userId, caller.issuer, directoryOf(services, caller)],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return toUser(services.definition, row, services.presence.isOnline(row.id));
}
