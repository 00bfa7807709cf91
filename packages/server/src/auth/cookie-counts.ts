import type { Origins } from "../http/origin.ts";

/**
 * A cookie is sent along by any page's request, so it counts only from our own pages: with an `Origin` that is ours, or, where the browser sends
 * none, by its word that the page is ours. Reads without either are plain navigation, whose answers no foreign page can see.
 */
export function cookieCounts(headers: Headers, origins: Origins, mayChange: boolean): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return origins.isAllowed(origin, "cookie");
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || (!mayChange && site === "none");
  return !mayChange;
}
