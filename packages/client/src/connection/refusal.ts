import type { ErrorData } from "@chat/contract";
import { TRPCClientError } from "@trpc/client";
import type { ChatRouter } from "../chat-router.ts";

/** An error that says what the server would have said. */
export function refusalOf(data: ErrorData, message: string = data.reason): TRPCClientError<ChatRouter> {
  const code = -32_000;
  return TRPCClientError.from({ error: { message, code, data } });
}
