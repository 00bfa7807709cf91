import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import type { Duplex } from "node:stream";
import next from "next";
import type { Settings } from "../env.ts";

export interface Pages {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** For the upgrade requests that are not the chat's: in development, Next's own. */
  readonly upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => void;
  close(): Promise<void>;
}

/** Next, which makes the pages. */
export async function openPages(settings: Settings, port: number): Promise<Pages> {
  // With its first request Next listens for upgrades on the server it is given. On ours it would race the chat, so it gets one that never
  // opens a port, and hears there what we hand on; its getUpgradeHandler() knows nothing of development's own socket.
  const upgrades = createServer();
  const app = next({
    dev: !settings.production,
    dir: path.resolve(import.meta.dirname, ".."),
    hostname: settings.host,
    port,
    httpServer: upgrades,
  });
  await app.prepare();
  return {
    handle: app.getRequestHandler(),
    upgrade: (req, socket, head) => {
      if (!upgrades.emit("upgrade", req, socket, head)) socket.destroy();
    },
    close: () => app.close(),
  };
}
