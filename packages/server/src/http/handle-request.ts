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

type Serve = (req: IncomingMessage, res: ServerResponse, path: string, requestId: string) => Promise<void> | void;

/** Serves what is ours under /api; answers false, and touches nothing, when the path is not. */
export function createRequestHandler({ services, entrance, router, metricsToken }: RequestHandlerOptions) {
  const serveTrpc = createTrpcHandler({ services, entrance, router });
  const routes: readonly (readonly [prefix: string, serve: Serve])[] = [
    ["/api/trpc/", serveTrpc],
    ["/api/auth/", (req, res) => entrance.accounts.handler(req, res)],
    ["/api/images/", (req, res, path) => serveImage(services, req, res, path)],
    ["/api/metrics", createMetricsHandler({ services, token: metricsToken })],
    ["/api/health", serveHealth],
    ["/api/ready", (_req, res) => serveReady(services, res)],
  ];
  return async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    const [path = ""] = (req.url ?? "").split("?");
    const route = routes.find(([prefix]) => (prefix.endsWith("/") ? path.startsWith(prefix) : path === prefix));
    if (route === undefined) return false;
    const [prefix, serve] = route;
    const requestId = randomUUID();
    res.setHeader("x-request-id", requestId);
    res.setHeader("x-content-type-options", "nosniff");
    res.setHeader("referrer-policy", "no-referrer");
    // The router logs its own calls, one line each.
    if (prefix !== "/api/trpc/") logWhenDone(services, req, res, path, requestId);
    try {
      await serve(req, res, path.slice(prefix.length), requestId);
    } catch (error) {
      services.log.error({ err: error, requestId, path }, "request failed");
      if (res.headersSent) res.destroy();
      else sendJson(res, 500, { code: "INTERNAL", message: "Something went wrong here.", requestId });
    }
    return true;
  };
}

function logWhenDone(services: Services, req: IncomingMessage, res: ServerResponse, path: string, requestId: string): void {
  const start = performance.now();
  res.once("close", () => {
    const ms = Math.round((performance.now() - start) * 10) / 10;
    services.log.info({ requestId, method: req.method, path, ms, status: res.statusCode }, "request");
  });
}
