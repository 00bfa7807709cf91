import type { ErrorData } from "@chat/contract";
import { TRPCClientError } from "@trpc/client";

/**
 * Why a call failed, in our own words: `reason` of the contract, with `retryAfterMs` and `issues` where they help. A call that did not reach
 * the server, or whose answer was lost, is `UNAVAILABLE`; what is not an error of a call at all is `INTERNAL`.
 */
export function chatErrorOf(error: unknown): ErrorData {
  if (!(error instanceof TRPCClientError)) return { reason: "INTERNAL" };
  const data: unknown = error.data;
  return isErrorData(data) ? data : { reason: "UNAVAILABLE" };
}

function isErrorData(data: unknown): data is ErrorData {
  return typeof data === "object" && data !== null && "reason" in data && typeof data.reason === "string";
}

/** True where the server knows no procedure of this name: it is older than this client, or newer. */
export function isUnknownProcedure(error: unknown): boolean {
  return error instanceof TRPCClientError && /^No (procedure found|"\w+"-procedure) on path /.test(error.message);
}

/** True where the same call may succeed later with nobody doing anything: no answer, an overloaded server, or one fault of its own. */
export function isRetryable(error: ErrorData, attempt: number): boolean {
  if (error.reason === "UNAVAILABLE" || error.reason === "RATE_LIMITED") return true;
  return error.reason === "INTERNAL" && attempt < 3;
}
