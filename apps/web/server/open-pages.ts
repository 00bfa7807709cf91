import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import type { Duplex } from "node:stream";
import next from "next";
import type { Settings } from "../env.ts";

export interface Pages {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** For the upgrade requests that are not the chat's: in development, Next's own. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  close(): Promise<void>;
}

/** Next, which makes the pages. */
export async function openPages(settings: Settings, port: number): Promise<Pages> {
  const app = next({
    dev: !settings.production,
    dir: path.resolve(import.meta.dirname, ".."),
    hostname: settings.host,
    port,
    // Next attaches its own upgrade listener to the server of the first request, where it would race ours. It gets one that never listens.
    httpServer: createServer(),
  });
  await app.prepare();
  return { handle: app.getRequestHandler(), upgrade: app.getUpgradeHandler(), close: () => app.close() };
}
