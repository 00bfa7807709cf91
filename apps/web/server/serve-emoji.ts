import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const folder = path.dirname(createRequire(import.meta.url).resolve("emojibase-data/package.json"));
const asked = /^\/chat-emoji\/([a-z]{2}(?:-[a-z]{2,4})?\/(?:data|messages)\.json)(?:\?|$)/;

/** Packed once: there are two files a language, of which few sites use more than a handful. */
const packed = new Map<string, Promise<Buffer>>();

/**
 * What the kit's emoji picker loads when it first opens, in every language of emojibase-data: served by us, since its own default is a public
 * CDN. Not by Next, which would bundle the twenty megabytes of all languages. Answers false for other paths, and for languages that there are not.
 */
export async function serveEmoji(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
  const name = asked.exec(req.url ?? "")?.[1];
  if (name === undefined || (req.method !== "GET" && req.method !== "HEAD")) return false;
  const isPacked = /\bgzip\b/.test(req.headers["accept-encoding"] ?? "");
  const body = await (isPacked ? readPacked(name) : read(name)).catch(noFile);
  if (body === null) return false;
  res.writeHead(200, {
    "Content-Type": "application/json",
    "Content-Length": body.length,
    "Cache-Control": "public, max-age=86400",
    Vary: "Accept-Encoding",
    // Products that embed the chat take it from here, too.
    "Access-Control-Allow-Origin": "*",
    ...(isPacked && { "Content-Encoding": "gzip" }),
  });
  res.end(req.method === "HEAD" ? undefined : body);
  return true;
}

const read = (name: string) => readFile(path.join(folder, name));

function readPacked(name: string): Promise<Buffer> {
  const made = packed.get(name) ?? read(name).then(promisify(gzip));
  packed.set(name, made);
  made.catch(() => packed.delete(name));
  return made;
}

function noFile(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
