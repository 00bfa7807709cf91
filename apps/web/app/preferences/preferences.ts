/** What a reader chose for this browser. In cookies, so that the server paints the first frame right: no flash, no inline script. */
export const themeCookie = "chat-theme";
export const timeZoneCookie = "chat-time-zone";

export type Theme = "system" | "light" | "dark";

export interface Preferences {
  readonly theme: Theme;
  /** IANA zone; undefined until this browser told it. */
  readonly timeZone: string | undefined;
}

/** Takes what a cookie may hold, and nothing else. */
export function parsePreferences(theme: string | undefined, timeZone: string | undefined): Preferences {
  return {
    theme: theme === "light" || theme === "dark" ? theme : "system",
    timeZone: timeZone !== undefined && isTimeZone(timeZone) ? timeZone : undefined,
  };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
