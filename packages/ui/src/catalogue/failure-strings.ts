import type { ErrorReason } from "@chat/contract";

/** What went wrong, in words for the person who is chatting. */
export const failureStrings: Record<ErrorReason, string> & { unknown: string } = {
  UNAUTHENTICATED: "You are signed out. Sign in again.",
  NOT_FOUND: "This is no longer here, or you may not see it.",
  FORBIDDEN: "Your role does not allow this.",
  INVALID_INPUT: "Something in there is not accepted.",
  INVALID_TEXT: "The text holds characters that cannot be stored.",
  TOO_LONG: "This is too long.",
  RATE_LIMITED: "That was a bit fast. Try again in a moment.",
  SLOW_MODE: "Slow mode is on here. Wait a moment before the next message.",
  MUTED: "You are muted here for now.",
  BANNED: "You are banned here.",
  CHANNEL_FROZEN: "This channel is frozen for now.",
  CHANNEL_ARCHIVED: "This group is archived.",
  LAST_OWNER: "You are the only owner. Make someone else the owner first.",
  MESSAGE_DELETED: "This message was deleted.",
  TOO_MANY: "There are too many different reactions on this message.",
  DIRECT_CHANNEL: "This cannot be done in a direct message.",
  UNAVAILABLE: "The server cannot be reached right now. Try again.",
  INTERNAL: "Something went wrong on the server. Try again.",
  unknown: "That did not work. Try again.",
};
