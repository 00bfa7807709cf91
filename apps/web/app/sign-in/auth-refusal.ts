/** The part of better-auth's error that says why. */
export interface AuthError {
  readonly status: number;
  readonly code?: string | undefined;
}

const texts: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: "This e-mail and password do not belong together.",
  INVALID_PASSWORD: "The current password is not right.",
  INVALID_EMAIL: "This does not look like an e-mail address.",
  INVALID_NAME: "Give a name of at most 80 characters.",
  USER_ALREADY_EXISTS: "There is an account with this e-mail already. Sign in instead.",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "There is an account with this e-mail already. Sign in instead.",
  PASSWORD_TOO_SHORT: "The password is too short: at least 8 characters.",
  PASSWORD_TOO_LONG: "The password is too long: at most 128 characters.",
  INVALID_INPUT: "This is not accepted. Look at the e-mail address once more.",
  INVALID_ORIGIN: "This page was opened under another address than the server's PUBLIC_URL, so accounts do not work here.",
  ACCOUNT_CLOSED: "This account is closed.",
  SIGN_UP_CLOSED: "Nobody can sign up here now.",
  INVITE_NEEDED: "To sign up here you need an invite link.",
  INVITE_INVALID: "This invite link was used already, is too old, or is for another e-mail address.",
};

/** What to tell the person; null where nothing went wrong. */
export function authRefusal(error: AuthError | null): string | null {
  if (error === null) return null;
  if (error.status === 429) return "Too many attempts. Wait a few minutes, then try again.";
  if (error.status === 0 || error.status >= 500) return "The server cannot be reached right now. Try again.";
  return (error.code !== undefined && texts[error.code]) || "That did not work. Try again.";
}
