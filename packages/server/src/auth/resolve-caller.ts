import type { UserRef } from "@chat/contract";
import type { Database } from "@chat/db";
import type { Caller } from "../context.ts";
import type { Origins } from "../http/origin.ts";
import type { Accounts } from "./accounts.ts";
import { cookieCounts } from "./cookie-counts.ts";
import { ensureTokenUser } from "./ensure-token-user.ts";
import { callerState } from "./may-call.ts";
import { readUserToken } from "./user-token.ts";

/** What proofs are checked against. */
export interface ProofCheck {
  readonly db: Database;
  readonly accounts: Accounts;
  readonly origins: Origins;
  readonly tokenKey: Uint8Array;
  /** A host's token gave somebody another name or picture. */
  readonly onUserChanged: (user: UserRef) => void;
}

export interface Proof {
  readonly headers: Headers;
  /** A host-signed token that came another way than as `Authorization: Bearer`. */
  readonly token?: string | null | undefined;
  /** True for what may change something: every socket, every POST. */
  readonly mayChange: boolean;
}

/**
 * Who calls, or null. A token beats a cookie, also when it is not good; a cookie counts only from our own pages. People who are deactivated or
 * banned everywhere are nobody.
 */
export function resolveCaller(check: ProofCheck, proof: Proof): Promise<Caller | null> {
  return resolve(check, proof, "open");
}

function bearerOf(headers: Headers): string | null {
  const match = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "");
  return match?.[1] ?? null;
}

/** Which people are meant: those who come in, or those who are banned everywhere and not deactivated. */
type Wanted = "open" | "banned";

async function callerOfToken(check: ProofCheck, token: string, wanted: Wanted): Promise<Caller | null> {
  const read = await readUserToken(token, check.tokenKey);
  if (read === null) return null;
  const person = await ensureTokenUser(check.db, read, check.onUserChanged);
  if (person === null || person.isDeactivated || person.isBanned !== (wanted === "banned")) return null;
  return {
    userId: person.id,
    issuer: read.issuer,
    role: "user",
    via: "token",
    sessionId: null,
    expiresAt: read.expiresAt,
    rooms: read.rooms,
  };
}

/** Who calls though they are banned everywhere, or null; the deactivated are nobody here too. */
export function resolveBanned(check: ProofCheck, proof: Proof): Promise<Caller | null> {
  return resolve(check, proof, "banned");
}

async function resolve(check: ProofCheck, proof: Proof, wanted: Wanted): Promise<Caller | null> {
  const token = proof.token ?? bearerOf(proof.headers);
  if (token !== null) return callerOfToken(check, token, wanted);
  if (!cookieCounts(proof.headers, check.origins, proof.mayChange)) return null;
  return callerOfSession(check, proof.headers, wanted);
}

async function callerOfSession(check: ProofCheck, headers: Headers, wanted: Wanted): Promise<Caller | null> {
  const session = await check.accounts.sessionOf(headers);
  if (session === null) return null;
  const state = await callerState(check.db, session.userId);
  if (state === null || state.isDeactivated || state.isClosed !== (wanted === "banned")) return null;
  const { issuer, role } = state;
  return {
    userId: session.userId,
    issuer,
    role,
    via: "session",
    sessionId: session.id,
    expiresAt: session.expiresAt.getTime(),
    rooms: [],
  };
}
