import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import type { Directory, Services } from "../services.ts";

/** Whom this caller may find (DESIGN §5): by default everyone on this site, and for token users those they share a channel with. */
export function directoryOf(services: Services, caller: Caller): Directory {
  return services.directory ?? (caller.via === "token" ? "shared" : "all");
}

/** SQL of "shares a channel with the person whose id is the parameter `me`", for the user `u`. */
export const sharesSql = (me: string) => `EXISTS (SELECT FROM "Member" mine
  JOIN "Channel" shared ON shared.id = mine."channelId" AND shared."rootId" = shared.id
  JOIN "Member" theirs ON theirs."channelId" = mine."channelId" AND theirs."userId" = u.id AND theirs."leftAt" IS NULL
  WHERE mine."userId" = ${me} AND mine."leftAt" IS NULL)`;

/**
 * SQL of "may be found" for the user `u`; the parameters are the caller's id and issuer and the rule of `directoryOf`. Everyone means everyone of
 * one's own issuer: a site does not list a host's customers, nor a host's customers the site.
 */
export const findableSql = ({ me, issuer, rule }: { me: string; issuer: string; rule: string }) =>
  `(u."deactivatedAt" IS NULL AND ((${rule}::text = 'all' AND u.issuer = ${issuer}) OR (${rule}::text <> 'none' AND ${sharesSql(me)})))`;

/** A person by our id, or by the host product's own within the caller's issuer. */
export type UserRefInput = string | { externalId: string };

const nobody = "00000000-0000-0000-0000-000000000000";

/**
 * Our id of a person; says nothing of rights. An external id that was never seen is nobody's, and is refused where a stranger's would be: by an
 * answer of its own one could learn who is a customer.
 */
export async function resolveUserId(services: Services, caller: Caller, ref: UserRefInput): Promise<string> {
  if (typeof ref === "string") return ref;
  const [row] = await services.db.query<{ id: string }>(`SELECT id FROM "User" WHERE issuer = $1 AND "externalId" = $2`, [
    caller.issuer,
    ref.externalId,
  ]);
  return row?.id ?? nobody;
}

/** Ids of people whom the caller may find, each once and without the caller. Errors: NOT_FOUND if one of them is not to be found. */
export async function requireFindable(services: Services, caller: Caller, refs: readonly UserRefInput[]): Promise<string[]> {
  const ids = refs.filter((ref) => typeof ref === "string");
  const externalIds = refs.flatMap((ref) => (typeof ref === "string" ? [] : [ref.externalId]));
  const rows = await services.db.query<{ id: string; externalId: string; isOwnIssuer: boolean }>(
    `SELECT u.id, u."externalId", u.issuer = $4 AS "isOwnIssuer" FROM "User" u
     WHERE (u.id = ANY($1::uuid[]) OR (u.issuer = $4 AND u."externalId" = ANY($2::text[])))
       AND (u.id = $3 OR ${findableSql({ me: "$3", issuer: "$4", rule: "$5" })})`,
    [ids, externalIds, caller.userId, caller.issuer, directoryOf(services, caller)],
  );
  const found = new Set(rows.map((row) => row.id));
  const foundExternal = new Set(rows.filter((row) => row.isOwnIssuer).map((row) => row.externalId));
  if (!ids.every((id) => found.has(id)) || !externalIds.every((id) => foundExternal.has(id))) throw new ChatError("NOT_FOUND");
  found.delete(caller.userId);
  return [...found];
}
