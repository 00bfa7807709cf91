import { limits, type UserRef } from "@chat/contract";
import type { Database } from "@chat/db";
import { v7 as uuidv7 } from "uuid";
import { bannedSql } from "./may-call.ts";
import type { UserToken } from "./user-token.ts";

/** The person of a token. */
interface TokenUser extends UserRef {
  isBanned: boolean;
  isDeactivated: boolean;
}

const foundSql = `SELECT u.id, u.name, u.image, u.version, u."deactivatedAt" IS NOT NULL AS "isDeactivated", ${bannedSql} AS "isBanned"
  FROM "User" u WHERE u.issuer = $1 AND u."externalId" = $2`;

// Two first calls at once meet in the unique key; a name that did not change is not written.
const upsertSql = `INSERT INTO "User" AS u (id, issuer, "externalId", name, image) VALUES ($1, $2, $3, COALESCE($4, $6), $5)
  ON CONFLICT (issuer, "externalId") DO UPDATE
  SET name = COALESCE($4, u.name), image = COALESCE($5, u.image), version = u.version + 1, "updatedAt" = now()
  WHERE (u.name, u.image) IS DISTINCT FROM (COALESCE($4, u.name), COALESCE($5, u.image))`;

/**
 * The person whom a token names: made at first sight, renamed when the token says so. `onChanged` hears of a rename. Whether they may come in is for
 * who asks.
 */
export async function ensureTokenUser(
  db: Database,
  token: UserToken,
  onChanged: (user: UserRef) => void,
): Promise<TokenUser | null> {
  const identity = [token.issuer, token.externalId];
  const [before] = await db.query<TokenUser>(foundSql, identity);
  if (before !== undefined && agrees(before, token)) return before;
  const values = [uuidv7(), ...identity, token.name, token.image, token.externalId.slice(0, limits.name)];
  await db.query(upsertSql, values);
  const [after] = await db.query<TokenUser>(foundSql, identity);
  if (after === undefined) return null;
  if (before !== undefined && after.version > before.version)
    onChanged({ id: after.id, name: after.name, image: after.image, version: after.version });
  return after;
}

function agrees(user: UserRef, token: UserToken): boolean {
  return (token.name === null || token.name === user.name) && (token.image === null || token.image === user.image);
}
