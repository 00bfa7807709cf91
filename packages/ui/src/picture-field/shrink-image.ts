import { limits } from "@chat/contract";

/** The longest side of a stored picture, in pixels. */
const side = 256;

/** Why a file did not become a picture: not an image the browser can read, or still too large after all shrinking. */
export type ShrinkFailure = "unreadable" | "too-large";

/** Bytes that a base64 data URL decodes to. */
export function dataUrlBytes(url: string): number {
  const base64 = url.slice(url.indexOf(",") + 1);
  const padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
  return (base64.length * 3) / 4 - padding;
}

/** The square in the middle of a picture, and how large it is drawn: never enlarged. */
export function coverSquare(width: number, height: number): { x: number; y: number; size: number; target: number } {
  const size = Math.min(width, height);
  return { x: (width - size) / 2, y: (height - size) / 2, size, target: Math.min(side, size) };
}

/**
 * Makes a picture of a person or group from any image file that the browser can read: the middle square, at most 256 × 256 pixels, as a
 * WebP (JPEG where the browser cannot write WebP) data URL of at most `limits.imageBytes` decoded bytes. Nothing is uploaded.
 */
export async function shrinkImage(file: Blob): Promise<{ url: string } | { failure: ShrinkFailure }> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null || bitmap.width === 0) return { failure: "unreadable" };
  const { x, y, size, target } = coverSquare(bitmap.width, bitmap.height);
  const canvas = document.createElement("canvas");
  canvas.width = target;
  canvas.height = target;
  const context = canvas.getContext("2d");
  if (context === null) return { failure: "unreadable" };
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, x, y, size, size, 0, 0, target, target);
  bitmap.close();
  for (const quality of [0.9, 0.75, 0.5]) {
    const webp = canvas.toDataURL("image/webp", quality);
    const url = webp.startsWith("data:image/webp") ? webp : canvas.toDataURL("image/jpeg", quality);
    if (dataUrlBytes(url) <= limits.imageBytes) return { url };
  }
  return { failure: "too-large" };
}
