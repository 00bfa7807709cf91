import { createHash } from "node:crypto";
import type { Queryable } from "@chat/db";
import { readPicture } from "./read-picture.ts";

/** Where a picture is served; the id is the SHA-256 of its bytes. */
const imagePath = (id: string) => `/api/images/${id}`;

/**
 * Stores the picture of a `data:` URL once, however often it is sent, and answers its path. Null, no picture, is null. Errors: as `readPicture`.
 */
export async function storeImage(db: Queryable, dataUrl: string | null): Promise<string | null> {
  if (dataUrl === null) return null;
  const { type, bytes } = readPicture(dataUrl);
  const id = createHash("sha256").update(bytes).digest("hex");
  await db.query(`INSERT INTO "Image" (id, type, bytes) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING`, [id, type, bytes]);
  return imagePath(id);
}
