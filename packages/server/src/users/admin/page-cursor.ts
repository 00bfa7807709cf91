import { z } from "zod";
import { ChatError } from "../../chat-error.ts";

const cursorSchema = z.tuple([z.string().max(200), z.string().max(80)]);

/** Where a page ended, as one opaque text: what its last row was sorted by, and the row's id. */
export function toCursor(value: string, id: string): string {
  return Buffer.from(JSON.stringify([value, id])).toString("base64url");
}

/** Errors: INVALID_INPUT for what is no cursor of ours. */
export function readCursor(cursor: string): readonly [value: string, id: string] {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new ChatError("INVALID_INPUT", { message: "The cursor is none that a list answered." });
  }
}

/** @throws INVALID_INPUT */
export function readMomentCursor(cursor: string): readonly [value: string, id: string] {
  const read = readCursor(cursor);
  if (Number.isNaN(Date.parse(read[0]))) throw new ChatError("INVALID_INPUT", { message: "The cursor is of another list." });
  return read;
}
