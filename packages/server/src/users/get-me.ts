import type { Me } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { toUser, type UserRow } from "./record.ts";

/** The caller. A token user was made when the token was read. Errors: UNAUTHENTICATED where the account is gone. */
export async function getMe(services: Services, caller: Caller): Promise<Me> {
  const [row] = await services.db.query<UserRow>(`SELECT u.* FROM "User" u WHERE u.id = $1`, [caller.userId]);
  if (row === undefined) throw new ChatError("UNAUTHENTICATED");
  return toMe(services, row);
}

export function toMe(services: Services, row: UserRow): Me {
  const online = services.presence.isOnline(row.id);
  return { ...toUser(services.definition, row, online), email: row.email, issuer: row.issuer, externalId: row.externalId };
}
