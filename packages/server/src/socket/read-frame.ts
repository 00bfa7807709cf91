import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { parseJson } from "../parse-json.ts";
import type { RequestId } from "./event-frame.ts";

const requestId = z.union([z.number(), z.string().max(100)]).nullable();

const callSchema = z.discriminatedUnion("method", [
  z.object({ method: z.literal("subscription.stop"), id: requestId, jsonrpc: z.literal("2.0").optional() }),
  z.object({
    method: z.enum(["query", "mutation", "subscription"]),
    id: requestId,
    jsonrpc: z.literal("2.0").optional(),
    params: z.object({ path: z.string(), input: z.unknown().optional(), lastEventId: z.string().optional() }),
  }),
]);

/** One call of tRPC's wire protocol, as its client sends it. */
export type Call = z.output<typeof callSchema>;
/** A call that starts something, and can be answered. */
export type StartCall = Exclude<Call, { method: "subscription.stop" }> & { id: RequestId };

export type Read = { ok: true; calls: Call[] } | { ok: false; error: TRPCError };

/** The calls in a frame: one, or a list. A list with one that is none is refused as a whole, as the stock server does. */
export function readCalls(text: string): Read {
  try {
    const value = parseJson(text);
    const calls = (Array.isArray(value) ? value : [value]).map((raw) => callSchema.parse(raw));
    return { ok: true, calls };
  } catch (cause) {
    return { ok: false, error: new TRPCError({ code: "PARSE_ERROR", message: "The frame is no call.", cause }) };
  }
}

const paramsSchema = z.object({ method: z.literal("connectionParams"), data: z.record(z.string(), z.string()).nullable() });

/** The token in the first frame of a socket opened with `?connectionParams=1`; null where the frame is none or brings no token. */
export function readConnectionToken(text: string): string | null {
  try {
    return paramsSchema.parse(parseJson(text)).data?.["token"] ?? null;
  } catch {
    return null;
  }
}

/** The stock client resumes with `lastEventId` beside the input; the procedure's schema names it inside. */
export function inputOf({ params: { input, lastEventId } }: StartCall): unknown {
  if (lastEventId === undefined) return input;
  if (typeof input === "object" && input !== null && !Array.isArray(input)) return { ...input, lastEventId };
  return input ?? { lastEventId };
}
