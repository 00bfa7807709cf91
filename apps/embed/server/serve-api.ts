import type { IncomingMessage, ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import type { Settings } from "./env.ts";
import { routes } from "./routes.ts";

/** Answers what is under /api. */
export async function serveApi(req: IncomingMessage, res: ServerResponse, settings: Settings): Promise<void> {
  const route = routes[`${req.method} ${req.url}`];
  const body = req.headers["content-type"] === "application/json" ? await json(req).catch(() => null) : null;
  const reply = route === undefined ? { status: 404 } : await route({ cookie: req.headers.cookie, body }, settings);
  res.statusCode = reply.status;
  res.setHeader("content-type", "application/json");
  res.setHeader("cache-control", "no-store");
  if ("cookie" in reply && reply.cookie !== undefined) res.setHeader("set-cookie", reply.cookie);
  res.end(JSON.stringify(("body" in reply ? reply.body : null) ?? null));
}
