import type { ErrorData, ErrorReason } from "@chat/contract";
import { TRPCError } from "@trpc/server";

type TrpcCode = TRPCError["code"];

const codes: Record<ErrorReason, TrpcCode> = {
  UNAUTHENTICATED: "UNAUTHORIZED",
  NOT_FOUND: "NOT_FOUND",
  FORBIDDEN: "FORBIDDEN",
  STEP_UP_REQUIRED: "FORBIDDEN",
  INVALID_INPUT: "BAD_REQUEST",
  INVALID_TEXT: "BAD_REQUEST",
  TOO_LONG: "BAD_REQUEST",
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  SLOW_MODE: "TOO_MANY_REQUESTS",
  MUTED: "FORBIDDEN",
  BANNED: "FORBIDDEN",
  PERSON_BANNED: "FORBIDDEN",
  CHANNEL_FROZEN: "FORBIDDEN",
  POSTING_RESTRICTED: "FORBIDDEN",
  BLOCKED: "FORBIDDEN",
  CHANNEL_ARCHIVED: "FORBIDDEN",
  LAST_OWNER: "CONFLICT",
  LAST_ADMIN: "CONFLICT",
  MESSAGE_DELETED: "CONFLICT",
  UNDER_REVIEW: "CONFLICT",
  CASE_HELD: "CONFLICT",
  CASE_RESOLVED: "CONFLICT",
  TOO_LATE: "CONFLICT",
  APPEALED: "CONFLICT",
  BLOCKED_BY_RULE: "FORBIDDEN",
  EDIT_TOO_LATE: "FORBIDDEN",
  SETTING_LOCKED: "CONFLICT",
  TOO_MANY: "BAD_REQUEST",
  DIRECT_CHANNEL: "BAD_REQUEST",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
  INTERNAL: "INTERNAL_SERVER_ERROR",
};

const messages: Record<ErrorReason, string> = {
  UNAUTHENTICATED: "Sign in to do this.",
  NOT_FOUND: "There is nothing here that you may see.",
  FORBIDDEN: "Your role does not allow this.",
  STEP_UP_REQUIRED: "Give your password once more to do this.",
  INVALID_INPUT: "The input does not fit.",
  INVALID_TEXT: "The text holds characters that cannot be kept.",
  TOO_LONG: "The text is too long.",
  RATE_LIMITED: "Too many calls; wait a moment.",
  SLOW_MODE: "This channel is in slow mode; wait a moment.",
  MUTED: "You are muted here.",
  BANNED: "You are banned here.",
  PERSON_BANNED: "This person is banned here.",
  CHANNEL_FROZEN: "This channel is frozen.",
  POSTING_RESTRICTED: "Only this group's owners and moderators write in it.",
  BLOCKED: "You and this person cannot write to each other.",
  CHANNEL_ARCHIVED: "This channel is archived.",
  LAST_OWNER: "You are the last owner: make someone else owner first.",
  LAST_ADMIN: "This is the last admin: make someone else admin first.",
  MESSAGE_DELETED: "This message was deleted.",
  UNDER_REVIEW: "This message is hidden while it is under review.",
  CASE_HELD: "Another moderator works on this case.",
  CASE_RESOLVED: "This case was decided meanwhile.",
  TOO_LATE: "This can no longer be taken back.",
  APPEALED: "You have appealed against this already.",
  BLOCKED_BY_RULE: "This message is not allowed here.",
  EDIT_TOO_LATE: "This message is too old to be changed.",
  SETTING_LOCKED: "This setting comes from the server's environment: change it there.",
  TOO_MANY: "There are too many of these already.",
  DIRECT_CHANNEL: "A direct message has exactly two people and no roles.",
  UNAVAILABLE: "The server cannot reach its database now; try again.",
  INTERNAL: "Something went wrong here.",
};

/** A refusal with a reason of the contract. `message` is for the person; `cause` is for the operator's log only. */
export class ChatError extends TRPCError {
  readonly reason: ErrorReason;
  readonly retryAfterMs: number | undefined;
  /** What a rule tells the person. */
  readonly told: string | undefined;

  constructor(
    reason: ErrorReason,
    options: { message?: string; retryAfterMs?: number | undefined; told?: string; cause?: unknown } = {},
  ) {
    super({ code: codes[reason], message: options.message ?? options.told ?? messages[reason], cause: options.cause });
    this.name = "ChatError";
    this.reason = reason;
    this.retryAfterMs = options.retryAfterMs;
    this.told = options.told;
  }
}

/** `error.data`'s own part for what is not a ChatError: zod's refusals and the unexpected. */
export function reasonOfCode(code: TrpcCode): ErrorReason {
  switch (code) {
    case "UNAUTHORIZED":
      return "UNAUTHENTICATED";
    case "NOT_FOUND":
      return "NOT_FOUND";
    case "FORBIDDEN":
      return "FORBIDDEN";
    case "TOO_MANY_REQUESTS":
      return "RATE_LIMITED";
    case "INTERNAL_SERVER_ERROR":
      return "INTERNAL";
    case "SERVICE_UNAVAILABLE":
      return "UNAVAILABLE";
    default:
      return "INVALID_INPUT";
  }
}

export type { ErrorData };
