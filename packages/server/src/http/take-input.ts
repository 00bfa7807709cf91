import type { IncomingMessage } from "node:http";
import { parseJson } from "../parse-json.ts";
import { readBody } from "./read-body.ts";

/** Bytes of a body. */
export const maxBodySize = 1_048_576;

/**
 * Reads a call's JSON, in its body and in its URL, before the adapter parses it: what is too long or no JSON is told as an HTTP status, with what is
 * wrong with it, else null. The body stays with the request.
 */
export async function takeInput(req: IncomingMessage & { body?: string }): Promise<{ status: number; message: string } | null> {
  const asked = new URLSearchParams((req.url ?? "").split("?")[1]).get("input");
  if (asked !== null && !isJson(asked)) return noJson;
  if (req.method !== "POST" || !(req.headers["content-type"] ?? "").startsWith("application/json")) return null;
  const text = await readBody(req, maxBodySize);
  if (text === null) return { status: 413, message: "The request is too long." };
  if (text !== "" && !isJson(text)) return noJson;
  req.body = text;
  return null;
}

const noJson = { status: 400, message: "The input is no JSON, or names a key twice." };

function isJson(text: string): boolean {
  try {
    parseJson(text);
    return true;
  } catch {
    return false;
  }
}
