/** The server's origin, without a slash at its end; "" is the page's own. */
export function originOf(url: string): string {
  return url === "" ? (globalThis.location?.origin ?? "") : url.replace(/\/$/, "");
}
