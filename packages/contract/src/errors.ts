import { z } from "zod";

/**
 * Why a call was refused, beside tRPC's own code, as `error.data.reason`. One enum for server, client and kit.
 */
export const errorReasons = [
  /** Not signed in, or the session or token ended. */
  "UNAUTHENTICATED",
  /** Not there, or not for this caller: the answer is the same. */
  "NOT_FOUND",
  /** Seen, but the caller's role does not allow it. */
  "FORBIDDEN",
  /** What is grave needs the password once more: it was not given in this session within the last 15 minutes. */
  "STEP_UP_REQUIRED",
  /** The input does not fit its schema; `issues` says where. */
  "INVALID_INPUT",
  /** Text with NUL characters or lone surrogates. */
  "INVALID_TEXT",
  "TOO_LONG",
  "RATE_LIMITED",
  "SLOW_MODE",
  "MUTED",
  "BANNED",
  /** The person whom the call is about is banned here; the caller is not. */
  "PERSON_BANNED",
  "CHANNEL_FROZEN",
  /** Only the owners and moderators of the group write in it. */
  "POSTING_RESTRICTED",
  /** One of the two of a direct message blocked the other; which of them is not told. */
  "BLOCKED",
  "CHANNEL_ARCHIVED",
  /** The last owner must transfer ownership before leaving. */
  "LAST_OWNER",
  /** The site must keep an admin who can sign in. */
  "LAST_ADMIN",
  /** The message was deleted. */
  "MESSAGE_DELETED",
  /** The message is hidden until a moderator has looked at it. */
  "UNDER_REVIEW",
  /** Another moderator works on the case just now. */
  "CASE_HELD",
  /** The case was decided meanwhile. */
  "CASE_RESOLVED",
  /** The time in which it could be taken back is over. */
  "TOO_LATE",
  /** An appeal against this sanction was made already. */
  "APPEALED",
  /** A rule of the site refuses the message; the answer's text is the rule's own. */
  "BLOCKED_BY_RULE",
  /** The message is older than the site lets messages be changed. */
  "EDIT_TOO_LATE",
  /** The setting comes from the server's environment, and only there can it be changed. */
  "SETTING_LOCKED",
  /** More different emoji on one message than `limits.emojiPerMessage`. */
  "TOO_MANY",
  /** A direct message has two people: none can be added, removed or given a role. */
  "DIRECT_CHANNEL",
  /** The database cannot be reached now; the same call may be repeated. */
  "UNAVAILABLE",
  "INTERNAL",
] as const;

export type ErrorReason = (typeof errorReasons)[number];

/** The part of `error.data` that is ours. */
export const errorDataSchema = z.object({
  reason: z.enum(errorReasons),
  /** Milliseconds after which the call may be repeated; with RATE_LIMITED, SLOW_MODE and timed sanctions. */
  retryAfterMs: z.number().optional(),
  /** With BLOCKED_BY_RULE, what the rule tells the person, in the words of the site's staff. */
  told: z.string().optional(),
  /** Where the input does not fit, for INVALID_INPUT, INVALID_TEXT and TOO_LONG. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  requestId: z.string().optional(),
});
export type ErrorData = z.output<typeof errorDataSchema>;
