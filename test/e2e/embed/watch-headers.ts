import type { Page } from "playwright-core";

export interface SentHeaders {
  readonly kind: "request" | "socket";
  /** In lower case. */
  readonly names: readonly string[];
}

/** What the browser itself says that it sends to a host, cookies too, from now on. */
export async function watchHeaders(page: Page, host: string): Promise<() => readonly SentHeaders[]> {
  const sent: SentHeaders[] = [];
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  const note = (kind: SentHeaders["kind"], headers: Record<string, string>) => {
    const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    if (lower.get("host") === host) sent.push({ kind, names: [...lower.keys()] });
  };
  devtools.on("Network.requestWillBeSentExtraInfo", ({ headers }) => note("request", headers));
  devtools.on("Network.webSocketWillSendHandshakeRequest", ({ request }) => note("socket", request.headers));
  return () => sent;
}
