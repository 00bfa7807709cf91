import { z } from "zod";
import { limits } from "./limits.ts";

/** True for text that PostgreSQL and every browser can hold: no NUL, no lone surrogate. */
export function isSafeText(value: string): boolean {
  return !value.includes("\u0000") && value.isWellFormed();
}

/**
 * Text of `min` to `max` characters that survives the round trip unchanged. Refusals carry `params.reason`, which the server passes on as
 * `error.data.reason` (`INVALID_TEXT`; too long is told by zod's `too_big`).
 */
export function safeText(max: number, min = 0) {
  return z
    .string()
    .min(min)
    .max(max)
    .refine(isSafeText, { error: "Text must not hold NUL characters or lone surrogates.", params: { reason: "INVALID_TEXT" } });
}

/** Why one of the staff looks at what others wrote in private; the audit log keeps it. */
export const lookReason = safeText(limits.reportComment).refine((text) => text.trim().length >= 5, {
  error: "Say why, in 5 characters or more.",
});

/** A name: trimmed, not empty, one line. */
export function nameText(max: number) {
  return safeText(max)
    .transform((name) => name.replace(/\s+/gu, " ").trim())
    .refine((name) => name.length > 0, { error: "A name must not be empty." });
}
