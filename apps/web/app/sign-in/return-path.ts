/** Where to go after signing in: the conversation, thread or screen of the console that was asked for, else the start. Anything else could lead to another site. */
export function returnPath(next: string | null | undefined): string {
  return next && /^\/(?:c\/[0-9a-f-]{36}(?:\/t\/[0-9a-f-]{36})?|admin(?:\/[a-z-]{1,40})?)$/.test(next) ? next : "/";
}
