import { authClient } from "./auth-client.ts";
import { authRefusal } from "./auth-refusal.ts";
import { returnPath } from "./return-path.ts";

/** Each answers what to tell the person, or null where it worked. */
type Attempt = Promise<string | null>;

/** A whole page load, so that nothing of the person before stays in memory. */
function enter(): null {
  window.location.assign(returnPath(new URLSearchParams(window.location.search).get("next")));
  return null;
}

export async function signIn(input: { email: string; password: string }): Attempt {
  const { error } = await authClient.signIn.email(input);
  return authRefusal(error) ?? enter();
}

/** `invite` is the code of an invite link. */
export async function signUp(input: { name: string; email: string; password: string; invite?: string }): Attempt {
  const { error } = await authClient.signUp.email(input);
  return authRefusal(error) ?? enter();
}

/** Other devices are signed out. */
export async function changePassword(input: { currentPassword: string; newPassword: string }): Attempt {
  const { error } = await authClient.changePassword({ ...input, revokeOtherSessions: true });
  return authRefusal(error);
}

/** Proves that it is still the person who signed in, for what is grave in the console. */
export async function verifyPassword(password: string): Attempt {
  const { error } = await authClient.$fetch("/verify-password", { method: "POST", body: { password } });
  return authRefusal(error);
}

/** Leaves for the sign-in page, also when the session had ended already. */
export async function signOut(): Promise<void> {
  await authClient.signOut();
  window.location.assign("/sign-in");
}

/**
 * Leaves for the sign-in page, and comes back after, unless the session still holds: then something else keeps the server away, and it answers
 * false.
 */
export async function leaveIfSignedOut(): Promise<boolean> {
  const { data, error } = await authClient.getSession();
  if (data !== null || error !== null) return false;
  window.location.assign(`/sign-in?next=${encodeURIComponent(window.location.pathname)}`);
  return true;
}
