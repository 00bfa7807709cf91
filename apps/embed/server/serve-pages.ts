import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import type { Settings } from "./env.ts";

const built = path.resolve(import.meta.dirname, "../dist");
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/** What Vite built; every other path is a page of the app. */
export async function servePages(req: IncomingMessage, res: ServerResponse, { chatUrl }: Settings): Promise<void> {
  const { pathname } = new URL(req.url ?? "/", "http://shop");
  const asked = path.join(built, path.normalize(pathname));
  const file = asked.startsWith(built) && (await isFile(asked)) ? asked : path.join(built, "index.html");
  const extension = path.extname(file);
  res.setHeader("content-type", types[extension] ?? "application/octet-stream");
  res.setHeader("cache-control", pathname.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
  if (extension === ".html") res.setHeader("content-security-policy", pagePolicy(chatUrl));
  createReadStream(file)
    .on("error", () => res.destroy())
    .pipe(res);
}

/** All that the chat needs of a strict policy: its own origin for calls, sockets, streams and pictures. */
function pagePolicy(chatUrl: string): string {
  const sockets = chatUrl.replace(/^http/, "ws");
  return `default-src 'self'; connect-src 'self' ${chatUrl} ${sockets}; img-src 'self' data: ${chatUrl}; style-src 'self' 'unsafe-inline'`;
}

async function isFile(file: string): Promise<boolean> {
  return await stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
