import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { readBody } from "../http/read-body.ts";
import { headersOf, sendJson, sendResponse } from "../http/send.ts";
import { addressBucket, RateCounter, type AccountLimits } from "./account-limits.ts";
import type { AccountsOptions } from "./accounts.ts";
import { cookieCounts } from "./cookie-counts.ts";

/** Tells better-auth the client's address. Set here, so that what a client sent under this name never counts. */
export const clientIpHeader = "x-chat-client-ip";

/** Bytes of an account request's body. */
const maxBody = 16_384;

interface Route {
  readonly limit: keyof AccountLimits;
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
    body: z.strictObject({ name: z.string().max(200), email, password, rememberMe: z.boolean().optional() }),
  },
  "POST /change-password": {
    limit: "changePassword",
    body: z
      .strictObject({ currentPassword: password, newPassword: password, revokeOtherSessions: z.boolean().optional() })
      .transform((body) => ({ ...body, revokeOtherSessions: true })),
  },
};

interface HandlerOptions extends AccountsOptions {
  handle(request: Request): Promise<Response>;
}

export function createAccountHandler(options: HandlerOptions) {
  const counter = new RateCounter();
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
    if (limited(res, counter.take(`${route.limit} ${address}`, options.limits[route.limit]))) return;
    const body = route.body === undefined ? {} : await parseBody(req, res, route.body);
    if (body === null) return;
    const keys = route.limit === "signIn" ? signInKeys(String(body["email"]), address) : null;
    if (keys !== null) {
      const wait = Math.max(
        counter.take(keys.same, options.limits.signInSame),
        counter.take(keys.email, options.limits.signInEmail),
      );
      if (limited(res, wait)) return;
    }
    if (ip === null) headers.delete(clientIpHeader);
    else headers.set(clientIpHeader, ip);
    const response = await options.handle(toRequest(options.origins.own, req, headers, route.body === undefined ? null : body));
    if (response.ok && keys !== null) counter.clear(keys.same);
    await sendResponse(res, response);
  };
}

function originFits(headers: Headers, { origins }: HandlerOptions): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return origins.isAllowed(origin, "cookie");
  return !headers.has("cookie") || cookieCounts(headers, origins, true);
}

function signInKeys(address: string, from: string): { same: string; email: string } {
  const name = address.toLowerCase();
  return { same: `same ${from} ${name}`, email: `email ${name}` };
}

async function parseBody(
  req: IncomingMessage,
  res: ServerResponse,
  schema: NonNullable<Route["body"]>,
): Promise<Record<string, unknown> | null> {
  const text = await readBody(req, maxBody);
  if (text === null) refuse(res, 413, "TOO_LONG", "The request is too long.");
  else {
    const parsed = schema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    refuse(res, 400, "INVALID_INPUT", `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "The input does not fit."}`);
  }
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
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

function limited(res: ServerResponse, waitMs: number): boolean {
  if (waitMs <= 0) return false;
  res.setHeader("retry-after", Math.ceil(waitMs / 1000));
  sendJson(res, 429, { code: "RATE_LIMITED", message: "Too many attempts; wait a while.", retryAfterMs: waitMs });
  return true;
}

function refuse(res: ServerResponse, status: number, code: string, message: string): void {
  sendJson(res, status, { code, message });
}
