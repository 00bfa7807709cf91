import type { UserRef } from "@chat/contract";
import type { Database } from "@chat/db";
import { createAccounts } from "../auth/accounts.ts";
import type { ProofCheck } from "../auth/resolve-caller.ts";
import type { Limits } from "../limits/limits.ts";
import type { Logger } from "../logger.ts";
import type { SettingBook } from "../settings/setting-book.ts";
import { createClientIp, type ClientIp } from "./client-ip.ts";
import { createOrigins } from "./origin.ts";

export interface EntranceOptions {
  readonly db: Database;
  readonly publicUrl: string;
  /** Origins of host products, whose pages may call with tokens. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** Signs cookies. */
  readonly secret: string;
  /** The HS256 key that hosts sign user tokens with: at least 32 bytes. */
  readonly tokenSecret: string;
  /** Addresses or CIDR ranges whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[] | undefined;
  readonly limits: Limits;
  readonly settings: SettingBook;
  readonly log: Logger;
  readonly onSessionsEnded: (sessionIds: string[]) => void;
  readonly onUserChanged: (user: UserRef) => void;
}

/** All that decides who comes in, for HTTP and sockets alike. */
export interface Entrance extends ProofCheck {
  readonly clientIp: ClientIp;
}

/** Throws a TypeError for a URL, origin or proxy that is none, and for a token secret that is too short. */
export function createEntrance(options: EntranceOptions): Entrance {
  const { db, publicUrl, secret, limits, settings, log, onSessionsEnded, onUserChanged } = options;
  const origins = createOrigins(publicUrl, options.allowedOrigins);
  const clientIp = createClientIp(options.trustedProxies);
  const tokenKey = new TextEncoder().encode(options.tokenSecret);
  if (tokenKey.length < 32) throw new TypeError("The token secret must have at least 32 bytes.");
  const accounts = createAccounts({ db, secret, origins, clientIp, limits, settings, log, onSessionsEnded });
  return { db, accounts, origins, clientIp, tokenKey, onUserChanged };
}
