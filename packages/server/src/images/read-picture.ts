import { limits } from "@chat/contract";
import { ChatError } from "../chat-error.ts";

const types = ["image/png", "image/jpeg", "image/webp"] as const;
export type ImageType = (typeof types)[number];

export function isImageType(type: string): type is ImageType {
  return types.some((known) => known === type);
}

/** The type that the bytes themselves tell, whatever their sender called them. */
function typeOfBytes(bytes: Buffer): ImageType | null {
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return "image/png";
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "image/jpeg";
  if (bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP") return "image/webp";
  return null;
}

/**
 * The bytes of a `data:` URL that `imageInput` let through. Errors: TOO_LONG above `limits.imageBytes`, INVALID_INPUT where the bytes are no PNG,
 * JPEG or WebP.
 */
export function readPicture(dataUrl: string): { type: ImageType; bytes: Buffer } {
  const bytes = Buffer.from(dataUrl.slice(dataUrl.indexOf(",") + 1), "base64");
  if (bytes.length > limits.imageBytes)
    throw new ChatError("TOO_LONG", { message: `A picture has at most ${limits.imageBytes / 1024} KiB.` });
  const type = typeOfBytes(bytes);
  if (type === null) throw new ChatError("INVALID_INPUT", { message: "The picture is not a PNG, JPEG or WebP." });
  return { type, bytes };
}
