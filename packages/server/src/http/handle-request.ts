import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { serveImage } from "../images/serve-image.ts";
import { createMetricsHandler } from "../metrics/serve-metrics.ts";
import type { Services } from "../services.ts";
import type { Entrance } from "./entrance.ts";
import { sendJson } from "./send.ts";
import { serveHealth, serveReady } from "./serve-health.ts";
import { createTrpcHandler, type ServedRouter } from "./serve-trpc.ts";

export interface RequestHandlerOptions {
  readonly services: Services;
  readonly entrance: Entrance;
  readonly router: ServedRouter;
  readonly metricsToken: string | undefined;
}

/** Milliseconds in which a client that still sends may read its answer. */
const lingerMs = 500;

type Serve = (req: IncomingMessage, res: ServerResponse, path: string, requestId: string) => Promise<void> | void;

/** Serves what is ours under /api, and refuses what is for a proxy; answers false, and touches nothing, for any other path. */
export function createRequestHandler({ services, entrance, router, metricsToken }: RequestHandlerOptions) {
  const serveTrpc = createTrpcHandler({ services, entrance, router });
  const routes: readonly (readonly [prefix: string, serve: Serve])[] = [
    ["/api/trpc/", serveTrpc],
    ["/api/auth/", (req, res) => entrance.accounts.handler(req, res)],
    ["/api/images/", (req, res, path) => serveImage(services, req, res, path)],
    ["/api/metrics", createMetricsHandler({ services, token: metricsToken })],
    ["/api/health", (req, res) => serveHealth(entrance, req, res)],
    ["/api/ready", (_req, res) => serveReady(services, res)],
  ];
  return async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    const { url = "" } = req;
    if (!url.startsWith("/")) return refuse(res, 400, "This server is no proxy: ask for a path.");
    const [path = ""] = url.split("?");
    const route = routes.find(([prefix]) => (prefix.endsWith("/") ? path.startsWith(prefix) : path === prefix));
    if (route === undefined) return false;
    const [prefix, serve] = route;
    const requestId = randomUUID();
    res.once("finish", () => passOver(req));
    if (isEncoded(req)) return refuse(res, 415, "Send the body as it is: no content-encoding is read here.");
    res.setHeader("x-request-id", requestId);
    res.setHeader("x-content-type-options", "nosniff");
    res.setHeader("referrer-policy", "no-referrer");
    // The router logs its own calls, one line each.
    if (prefix !== "/api/trpc/") logWhenDone(services, req, res, path, requestId);
    try {
      await serve(req, res, path.slice(prefix.length), requestId);
    } catch (error) {
      // Who hung up in the middle of a body is no fault, and hears no answer.
      if (req.destroyed && !req.complete) return true;
      services.log.error({ err: error, requestId, path }, "request failed");
      if (res.headersSent) res.destroy();
      else sendJson(res, 500, { code: "INTERNAL", message: "Something went wrong here.", requestId });
    }
    return true;
  };
}

/** What is compressed may be far longer than it says. */
function isEncoded({ headers }: IncomingMessage): boolean {
  const encoding = headers["content-encoding"];
  return encoding !== undefined && encoding !== "identity";
}

function refuse(res: ServerResponse, status: number, message: string): true {
  sendJson(res, status, { code: "BAD_REQUEST", message });
  return true;
}

/**
 * What was answered before its body was read: the rest is passed over, or the connection's next request would wait behind it. One that goes on
 * sending has had its answer a moment later.
 */
function passOver(req: IncomingMessage): void {
  req.resume();
  if (!req.complete) setTimeout(() => req.complete || req.destroy(), lingerMs).unref();
}

function logWhenDone(services: Services, req: IncomingMessage, res: ServerResponse, path: string, requestId: string): void {
  const start = performance.now();
  res.once("close", () => {
    const ms = Math.round((performance.now() - start) * 10) / 10;
    services.log.info({ requestId, method: req.method, path, ms, status: res.statusCode }, "request");
  });
}
