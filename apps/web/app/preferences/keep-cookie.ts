const YEAR_SECONDS = 31_536_000;

/** Remembers a value in this browser for a year, for this site alone. */
export function keepCookie(name: string, value: string): void {
  const secure = window.location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${secure}`;
}
