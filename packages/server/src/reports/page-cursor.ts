import { ChatError } from "../chat-error.ts";

/** Where a page ended, as opaque text: the values of its last row's sort keys. */
export function writePageCursor(...keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The time and id that a page ended at, and before them a number where there is one. Errors: INVALID_INPUT for what is not ours. */
export function readPageCursor(cursor: string | undefined): { at: string; id: string; rank: number } | null {
  if (cursor === undefined) return null;
  try {
    const keys = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown;
    const [at, id, rank = 0] = Array.isArray(keys) ? (keys as unknown[]) : [];
    if (isMoment(at) && typeof id === "string" && uuid.test(id) && Number.isInteger(rank)) return { at, id, rank: Number(rank) };
  } catch {
    // Told below.
  }
  throw new ChatError("INVALID_INPUT", { message: "The cursor is not one of ours." });
}

function isMoment(value: unknown): value is string {
  return typeof value === "string" && /^(?!0000)\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));
}
