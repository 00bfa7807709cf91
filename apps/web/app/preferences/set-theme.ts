import { keepCookie } from "./keep-cookie.ts";
import { themeCookie, type Theme } from "./preferences.ts";

/** Shows the theme at once and remembers it in this browser. */
export function setTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  keepCookie(themeCookie, theme);
}
