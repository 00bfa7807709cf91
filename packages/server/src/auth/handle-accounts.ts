import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { ChatError } from "../chat-error.ts";
import { readBody } from "../http/read-body.ts";
import { headersOf, sendJson, sendResponse } from "../http/send.ts";
import { addressBucket } from "../limits/address-bucket.ts";
import type { RateName } from "../limits/rates.ts";
import { parseJson } from "../parse-json.ts";
import { isDatabaseAway } from "../realtime/database-errors.ts";
import type { AccountsOptions } from "./accounts.ts";
import { admitSignUp, type Admission } from "./admit-sign-up.ts";
import { cookieCounts } from "./cookie-counts.ts";
import { countSignIn, refuseFor } from "./count-sign-in.ts";
import { verifyPasswordPath } from "./verify-password.ts";
import { WaitingRoom } from "./waiting-room.ts";

/** Tells better-auth the client's address. Set here, so that what a client sent under this name never counts. */
export const clientIpHeader = "x-chat-client-ip";

/** Bytes of an account request's body. */
const maxBody = 16_384;
/** Milliseconds after which to try again what cannot be done now, where nothing tells better. */
const defaultWaitMs = 5_000;

interface Route {
  readonly limit: RateName;
  /** What is handed on of the body; all else is refused. */
  readonly body?: z.ZodType<Record<string, unknown>>;
}

const email = z.email().max(254);
const password = z.string().max(128);

/** Whatever else better-auth could do stays closed. */
const routes: Readonly<Record<string, Route>> = {
  "GET /get-session": { limit: "other" },
  "POST /sign-out": { limit: "other" },
  "POST /sign-in/email": { limit: "signIn", body: z.strictObject({ email, password, rememberMe: z.boolean().optional() }) },
  "POST /sign-up/email": {
    limit: "signUp",
    body: z.strictObject({
      name: z.string().max(200),
      email,
      password,
      rememberMe: z.boolean().optional(),
      /** The code of an invite link. */
      invite: z.string().max(200).optional(),
    }),
  },
  [`POST ${verifyPasswordPath}`]: { limit: "changePassword", body: z.strictObject({ password }) },
  "POST /change-password": {
    limit: "changePassword",
    body: z
      .strictObject({ currentPassword: password, newPassword: password, revokeOtherSessions: z.boolean().optional() })
      .transform((body) => ({ ...body, revokeOtherSessions: true })),
  },
};

/**
 * Hashing a password takes a tenth of a second and 32 MiB, in a pool of four threads that also looks up names: two at once leave the rest of the
 * server alone.
 */
const hashing = { atOnce: 2, seats: 30 };
const hashes: ReadonlySet<RateName> = new Set(["signIn", "signUp", "changePassword"]);

interface HandlerOptions extends AccountsOptions {
  handle(request: Request): Promise<Response>;
}

export function createAccountHandler(options: HandlerOptions) {
  const { limits } = options;
  const room = new WaitingRoom(hashing);
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const [path = ""] = (req.url ?? "").split("?");
    const route = routes[`${req.method ?? ""} ${path.slice("/api/auth".length)}`];
    if (route === undefined) return refuse(res, 404, "NOT_FOUND", "There is no such account route.");
    const headers = headersOf(req);
    if (req.method !== "GET" && !originFits(headers, options)) {
      return refuse(
        res,
        403,
        "INVALID_ORIGIN",
        `Account calls count only from ${options.origins.own}: set PUBLIC_URL to where this page is.`,
      );
    }
    const ip = options.clientIp(req);
    const address = addressBucket(ip);
    try {
      refuseFor(await limits.take(route.limit, address));
      const body = route.body === undefined ? {} : await parseBody(req, res, route.body);
      if (body === null) return;
      using place = hashes.has(route.limit) ? await room.enter() : null;
      // Whoever left the line is not worked for.
      if (place !== null && res.destroyed) return;
      const attempt = route.limit === "signIn" ? await countSignIn(limits, address, String(body["email"])) : null;
      if (ip === null) headers.delete(clientIpHeader);
      else headers.set(clientIpHeader, ip);
      const { invite, ...handed } = body;
      const admission =
        route.limit === "signUp" ? await admitSignUp(options, { email: String(body["email"]), invite: toCode(invite) }) : null;
      if (admission !== null && "code" in admission) return refuse(res, 403, admission.code, admission.message);
      const request = toRequest(options.origins.own, req, headers, route.body === undefined ? null : handed);
      const response = await settled(admission, answer(options, request)).catch(async (error: unknown) => {
        await attempt?.forget();
        throw error;
      });
      if (response.ok) await attempt?.forget();
      await sendResponse(res, response);
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      postpone(res, error);
    }
  };
}

const toCode = (invite: unknown) => (typeof invite === "string" && invite !== "" ? invite : null);

/** The answer, after an invite was used up by it, or given back. */
async function settled(admission: Admission | null, answered: Promise<Response>): Promise<Response> {
  const response = await answered.catch(async (error: unknown) => {
    if (admission !== null && "settle" in admission) await admission.settle(Response.error());
    throw error;
  });
  if (admission !== null && "settle" in admission) await admission.settle(response);
  return response;
}

/** Better-auth's answer. Errors: UNAVAILABLE where the database is away, which it tells by throwing, or by a status that says no more. */
async function answer({ handle }: HandlerOptions, request: Request): Promise<Response> {
  const response = await handle(request).catch((error: unknown) => {
    throw isAwayBelow(error) ? new ChatError("UNAVAILABLE", { cause: error }) : error;
  });
  if (response.status >= 500) throw new ChatError("UNAVAILABLE");
  return response;
}

/** Prisma wraps what the driver threw. */
function isAwayBelow(error: unknown): boolean {
  return isDatabaseAway(error) || (error instanceof Error && error.cause !== undefined && isAwayBelow(error.cause));
}

function originFits(headers: Headers, { origins }: HandlerOptions): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return origins.isAllowed(origin, "cookie");
  return !headers.has("cookie") || cookieCounts(headers, origins, true);
}

async function parseBody(
  req: IncomingMessage,
  res: ServerResponse,
  schema: NonNullable<Route["body"]>,
): Promise<Record<string, unknown> | null> {
  const text = await readBody(req, maxBody);
  if (text === null) refuse(res, 413, "TOO_LONG", "The request is too long.");
  else {
    const parsed = schema.safeParse(readJson(text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const told = [issue?.path.join("."), issue?.message ?? "The input does not fit."].filter(Boolean).join(": ");
    // A call with a thousand unknown fields is not answered with a thousand names.
    refuse(res, 400, "INVALID_INPUT", told.slice(0, 300));
  }
  return null;
}

function readJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}

/** Made from our own origin, never from the Host that was sent. */
function toRequest(own: string, req: IncomingMessage, headers: Headers, body: Record<string, unknown> | null): Request {
  headers.delete("content-length");
  headers.delete("transfer-encoding");
  headers.set("content-type", "application/json");
  const path = (req.url ?? "").split("?")[0] ?? "";
  return new Request(new URL(path, own), {
    method: req.method ?? "GET",
    headers,
    body: req.method === "GET" ? null : JSON.stringify(body ?? {}),
  });
}

/** Refuses what may be tried again, and says when. */
function postpone(res: ServerResponse, { reason, message, retryAfterMs = defaultWaitMs }: ChatError): void {
  res.setHeader("retry-after", Math.ceil(retryAfterMs / 1_000));
  sendJson(res, reason === "RATE_LIMITED" ? 429 : 503, { code: reason, message, retryAfterMs });
}

function refuse(res: ServerResponse, status: number, code: string, message: string): void {
  sendJson(res, status, { code, message });
}
