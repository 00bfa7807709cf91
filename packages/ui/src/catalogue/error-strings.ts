import type { ErrorReason } from "@chat/contract";

/** What a person is told when the server refuses; the reason itself stays for code. */
export const errorStrings: Record<ErrorReason, string> = {
  UNAUTHENTICATED: "You are signed out. Sign in again.",
  NOT_FOUND: "This is no longer there.",
  FORBIDDEN: "You are not allowed to do this.",
  INVALID_INPUT: "Something in this is not valid.",
  INVALID_TEXT: "The text holds characters that cannot be sent.",
  TOO_LONG: "The text is too long.",
  RATE_LIMITED: "That was too fast. Wait a moment.",
  SLOW_MODE: "Slow mode is on. Wait before the next message.",
  MUTED: "You are muted here.",
  BANNED: "You are banned here.",
  PERSON_BANNED: "This person is banned here.",
  CHANNEL_FROZEN: "This conversation is frozen.",
  CHANNEL_ARCHIVED: "This group is archived.",
  LAST_OWNER: "You are the last owner: hand the group over first.",
  LAST_ADMIN: "This is the last admin: make someone else admin first.",
  MESSAGE_DELETED: "The message was deleted.",
  TOO_MANY: "There are too many different reactions.",
  DIRECT_CHANNEL: "A direct message has two people.",
  UNAVAILABLE: "The server cannot answer now. Try again.",
  INTERNAL: "Something went wrong. Try again.",
};
