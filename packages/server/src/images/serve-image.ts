import type { IncomingMessage, ServerResponse } from "node:http";
import { sendJson } from "../http/send.ts";
import type { Services } from "../services.ts";
import { isImageType } from "./read-picture.ts";

const idPattern = /^[0-9a-f]{64}$/;

/** A stored picture by the hash of its bytes: unguessable, and never another, so that it may be kept for ever. */
export async function serveImage(services: Services, req: IncomingMessage, res: ServerResponse, id: string): Promise<void> {
  const isRead = req.method === "GET" || req.method === "HEAD";
  const [row] =
    isRead && idPattern.test(id)
      ? await services.db.query<{ type: string; bytes: Buffer }>(`SELECT type, bytes FROM "Image" WHERE id = $1`, [id])
      : [];
  if (row === undefined || !isImageType(row.type)) {
    sendJson(res, 404, { code: "NOT_FOUND", message: "There is no such picture." });
    return;
  }
  res.setHeader("content-type", row.type);
  res.setHeader("content-length", row.bytes.length);
  res.setHeader("cache-control", "public, max-age=31536000, immutable");
  res.setHeader("content-security-policy", "default-src 'none'; sandbox");
  res.setHeader("cross-origin-resource-policy", "cross-origin");
  res.end(req.method === "HEAD" ? undefined : row.bytes);
}
