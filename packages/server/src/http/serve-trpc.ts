import type { IncomingMessage, ServerResponse } from "node:http";
import type { AnyTRPCRouter } from "@trpc/server";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { resolveBanned, resolveCaller } from "../auth/resolve-caller.ts";
import { ChatError } from "../chat-error.ts";
import type { Context } from "../context.ts";
import { isDatabaseAway } from "../realtime/database-errors.ts";
import type { Services } from "../services.ts";
import type { Entrance } from "./entrance.ts";
import { headersOf, sendJson } from "./send.ts";
import { serveStream } from "./serve-stream.ts";
import { maxBodySize, takeInput } from "./take-input.ts";

export type ServedRouter = AnyTRPCRouter;

/** Calls in one batch. */
const maxBatchSize = 50;

export interface TrpcOptions {
  readonly services: Services;
  readonly entrance: Entrance;
  readonly router: ServedRouter;
}

/** The router over HTTP. Pages of allowed origins may call, by token only: they are never told that cookies would do. */
export function createTrpcHandler({ services, entrance, router }: TrpcOptions) {
  const ownHost = new URL(entrance.origins.own).host;
  return async (req: IncomingMessage, res: ServerResponse, path: string, requestId: string): Promise<void> => {
    const { origin } = req.headers;
    res.setHeader("vary", "origin");
    if (origin !== undefined && !entrance.origins.isAllowed(origin, "token")) {
      const message = `Pages of ${origin.slice(0, 200)} may not call: name it in CHAT_ALLOWED_ORIGINS, or set PUBLIC_URL to where the app is.`;
      const data = { code: "FORBIDDEN", httpStatus: 403, reason: "FORBIDDEN", requestId };
      return sendJson(res, 403, { error: { message, code: -32003, data } });
    }
    if (origin !== undefined) allowOrigin(res, origin);
    if (req.method === "OPTIONS") {
      res.statusCode = 204;
      res.end();
      return;
    }
    res.setHeader("cache-control", "private, no-store");
    // tRPC makes a URL of it, which fails where a client forged it; nothing here depends on it.
    req.headers.host = ownHost;
    const fault = await takeInput(req);
    if (fault !== null) return refuseInput(res, fault, requestId);
    if (isSubscription(router, path)) return serveStream({ services, entrance, router }, { req, res, path, requestId });
    const createContext = async (): Promise<Context> => ({
      services,
      caller: await callerOf(resolveCaller, entrance, req),
      bannedCaller: () => callerOf(resolveBanned, entrance, req),
      connection: null,
      requestId,
      ip: entrance.clientIp(req),
    });
    await nodeHTTPRequestHandler({ router, req, res, path, createContext, maxBodySize, maxBatchSize });
  };
}

function refuseInput(res: ServerResponse, { status, message }: { status: number; message: string }, requestId: string): void {
  const key = status === 413 ? "PAYLOAD_TOO_LARGE" : "PARSE_ERROR";
  const data = { code: key, httpStatus: status, reason: "INVALID_INPUT", requestId };
  sendJson(res, status, { error: { message, code: TRPC_ERROR_CODES_BY_KEY[key], data } });
}

/** The adapter decodes the path as here. */
function isSubscription(router: ServedRouter, path: string): boolean {
  try {
    const procedures: Record<string, { _def?: { type?: string } } | undefined> = router._def.procedures;
    return procedures[decodeURIComponent(path)]?._def?.type === "subscription";
  } catch {
    return false;
  }
}

function allowOrigin(res: ServerResponse, origin: string): void {
  res.setHeader("access-control-allow-origin", origin);
  res.setHeader("access-control-allow-methods", "GET, POST, OPTIONS");
  res.setHeader("access-control-allow-headers", "authorization, content-type, trpc-accept, last-event-id");
  res.setHeader("access-control-expose-headers", "x-request-id");
  res.setHeader("access-control-max-age", "600");
}

async function callerOf(resolve: typeof resolveCaller, entrance: Entrance, req: IncomingMessage) {
  try {
    return await resolve(entrance, { headers: headersOf(req), mayChange: req.method !== "GET" && req.method !== "HEAD" });
  } catch (error) {
    throw isDatabaseAway(error) ? new ChatError("UNAVAILABLE", { cause: error }) : error;
  }
}
