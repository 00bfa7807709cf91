/** By which proof a browser page wants to call: a cookie counts only from our own pages, a host's token also from the host's. */
export type OriginKind = "cookie" | "token";

/** The one exact check of `Origin`, for HTTP and sockets. */
export interface Origins {
  /** PUBLIC_URL's origin. */
  readonly own: string;
  /** It and, where it is a loopback address, its twins. */
  readonly ownAll: readonly string[];
  /** True when a page of this origin may call by this kind of proof. `null`, other ports, schemes and look-alikes may not. */
  isAllowed(origin: string, kind: OriginKind): boolean;
}

const loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Origins as browsers send them: compared letter by letter, so that nothing is guessed. Where PUBLIC_URL is a loopback address, its two twins
 * at the same port are ours too. Throws a TypeError when one of them is not a URL with http or https.
 */
export function createOrigins(publicUrl: string, allowedOrigins: readonly string[] = []): Origins {
  const url = new URL(publicUrl);
  const own = new Set([originOf(publicUrl)]);
  if (loopbackHosts.includes(url.hostname)) {
    for (const host of loopbackHosts) own.add(`${url.protocol}//${host}${url.port === "" ? "" : `:${url.port}`}`);
  }
  const all = new Set([...own, ...allowedOrigins.map(originOf)]);
  return { own: originOf(publicUrl), ownAll: [...own], isAllowed: (origin, kind) => (kind === "cookie" ? own : all).has(origin) };
}

function originOf(value: string): string {
  const { origin, protocol } = new URL(value);
  if (protocol !== "http:" && protocol !== "https:") throw new TypeError(`${value} is not an http or https origin.`);
  return origin;
}
