import type { SearchUsers, User } from "@chat/contract";
import { containsPattern } from "../contains-pattern.ts";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { directoryOf, findableSql } from "./policy.ts";
import { toUser, type UserRow } from "./record.ts";

/** People by any part of their name whom the caller may find, those whose name begins so first; without the caller and the deactivated. */
export async function searchUsers(services: Services, caller: Caller, input: SearchUsers): Promise<{ items: User[] }> {
  const { query = "", limit = 20 } = input;
  const pattern = containsPattern(query);
  const rows = await services.db.query<UserRow>(
    `SELECT u.* FROM "User" u WHERE u.id <> $1 AND u.name ILIKE $3 AND ${findableSql({ me: "$1", issuer: "$2", rule: "$6" })}
     ORDER BY u.name NOT ILIKE $4, lower(u.name), u.id LIMIT $5`,
    [caller.userId, caller.issuer, pattern, pattern.slice(1), limit, directoryOf(services, caller)],
  );
  return { items: rows.map((row) => toUser(services.definition, row, services.presence.isOnline(row.id))) };
}
