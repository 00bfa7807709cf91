import type { IncomingMessage, ServerResponse } from "node:http";
import { nameText, limits } from "@chat/contract";
import type { Database } from "@chat/db";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { betterAuth, type BetterAuthOptions } from "better-auth/minimal";
import { v7 as uuidv7 } from "uuid";
import { ChatError } from "../chat-error.ts";
import type { ClientIp } from "../http/client-ip.ts";
import type { Origins } from "../http/origin.ts";
import type { Limits } from "../limits/limits.ts";
import type { Logger } from "../logger.ts";
import type { SettingBook } from "../settings/setting-book.ts";
import { grantFirstAdmin } from "./grant-first-admin.ts";
import { clientIpHeader, createAccountHandler } from "./handle-accounts.ts";
import { maySignIn } from "./may-call.ts";
import { trimSessions } from "./trim-sessions.ts";
import { verifyPassword, verifyPasswordPath } from "./verify-password.ts";

export interface AccountSession {
  readonly id: string;
  readonly userId: string;
  readonly expiresAt: Date;
}

/** Accounts of this site: e-mail and password, sessions in a cookie. */
export interface Accounts {
  /** Serves everything under /api/auth: only the routes that this site uses, limited by address and by e-mail. */
  handler(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** The session that a request's cookie proves, or null. Says nothing of Origin. */
  sessionOf(headers: Headers): Promise<AccountSession | null>;
  /** The stored form of a password, for the seed and the command line. */
  hashPassword(password: string): Promise<string>;
}

export interface AccountsOptions {
  readonly db: Database;
  /** Signs cookies. */
  readonly secret: string;
  readonly origins: Origins;
  readonly clientIp: ClientIp;
  readonly limits: Limits;
  readonly settings: SettingBook;
  readonly log: Logger;
  /** Called with the ids of sessions that ended: signed out, revoked, or by a password change. */
  readonly onSessionsEnded: (sessionIds: string[]) => void;
}

const day = 86_400;

export function createAccounts(options: AccountsOptions): Accounts {
  const auth = betterAuth(authOptions(options));
  const sessionOf: Accounts["sessionOf"] = async (headers) => {
    if (!headers.has("cookie")) return null;
    // Only /get-session renews a session, since it can renew the cookie too.
    const found = await auth.api.getSession({ headers, query: { disableRefresh: true } }).catch(refuseWhenAway);
    return found === null ? null : found.session;
  };
  const verifier = { ...options, sessionOf, verify: auth.api.verifyPassword };
  return {
    handler: createAccountHandler({
      ...options,
      handle: (request) => (request.url.endsWith(verifyPasswordPath) ? verifyPassword(verifier, request) : auth.handler(request)),
    }),
    sessionOf,
    hashPassword: async (password) => (await auth.$context).password.hash(password),
  };
}

/** A session that could not be read is not a session that ended: the client is to try again, not to sign out. */
function refuseWhenAway(error: unknown): never {
  throw error instanceof APIError && error.statusCode === 500 ? new ChatError("UNAVAILABLE", { cause: error.cause }) : error;
}

function authOptions({ db, secret, origins, log, onSessionsEnded }: AccountsOptions) {
  const isHttps = new URL(origins.own).protocol === "https:";
  return {
    appName: "chat",
    baseURL: origins.own,
    basePath: "/api/auth",
    secret,
    database: prismaAdapter(db.prisma, { provider: "postgresql" }),
    trustedOrigins: [...origins.ownAll],
    emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128 },
    user: {
      additionalFields: {
        issuer: { type: "string", input: false, required: false },
        externalId: { type: "string", input: false, required: false },
      },
    },
    session: { expiresIn: 30 * day, updateAge: day, cookieCache: { enabled: false } },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => {
            const name = nameText(limits.name).safeParse(user.name);
            if (!name.success)
              throw new APIError("BAD_REQUEST", { code: "INVALID_NAME", message: "Give a name of at most 80 characters." });
            const id = uuidv7();
            return { data: { ...user, id, issuer: "local", externalId: id, name: name.data, image: null } };
          },
          after: (user) => grantFirstAdmin(db, user.id),
        },
      },
      session: {
        create: {
          before: async (session) => {
            onSessionsEnded(await trimSessions(db, session.userId));
            if (!(await maySignIn(db, session.userId)))
              throw new APIError("FORBIDDEN", { code: "ACCOUNT_CLOSED", message: "This account is closed." });
          },
        },
        delete: { after: async (session) => onSessionsEnded([session.id]) },
      },
    },
    // The handler limits before the attempt, by address and by e-mail, and for known routes only.
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: () => uuidv7() },
      // Set by the handler from the socket; whatever a client sent under this name is dropped.
      ipAddress: { ipAddressHeaders: [clientIpHeader] },
      useSecureCookies: false,
      cookiePrefix: isHttps ? "__Host-chat" : "chat",
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps },
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    // To the handler, which knows what may be tried again.
    onAPIError: { throw: true },
    telemetry: { enabled: false },
    // Its texts and arguments may hold what a person typed: of an error only the code is kept.
    logger: {
      level: "error",
      log: (_level, _message, ...details) => log.warn({ from: "better-auth", code: codeOf(details) }, "accounts"),
    },
  } satisfies BetterAuthOptions;
}

function codeOf(details: readonly unknown[]): string | undefined {
  const error = details.find((detail) => detail instanceof Error);
  return error !== undefined && "code" in error && typeof error.code === "string" ? error.code : error?.name;
}
