"use client";

import type { ErrorReason } from "@chat/contract";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { errorStrings } from "../catalogue/error-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";

const texts = { errors: errorStrings, message: messageStrings };

/** Why a message could not be sent, in words. */
export function FailureReason({ reason }: { reason: ErrorReason }): string {
  const t = useTexts(texts);
  return t.message.failedBecause(t.errors[reason]);
}
