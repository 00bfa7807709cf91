import type { Me } from "@chat/contract";
import { headers } from "next/headers";
import { cache } from "react";
import { getChatInstance } from "../../chat-instance.ts";
import type { AppChat } from "../../chat.config.ts";

/** The procedures as functions, for whoever this request's cookie proves. Made once a request. */
export const callChat = cache(async () => await getChatInstance().chat.callerFor(await headers()));

/** Who is signed in; null for nobody. */
export const loadMe = cache(async (): Promise<Me<AppChat> | null> => {
  const call = await callChat();
  try {
    return await call.user.me();
  } catch (error) {
    if (codeOf(error) === "UNAUTHORIZED") return null;
    throw error;
  }
});

/** tRPC's code of an error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
