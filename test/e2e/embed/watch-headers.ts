import type { Page } from "playwright-core";

export interface SentHeaders {
  readonly kind: "request" | "socket";
  readonly host: string | undefined;
  /** In lower case. */
  readonly names: readonly string[];
}

/** What the browser itself says that it sends, cookies too, from now on. */
export async function watchHeaders(page: Page): Promise<() => readonly SentHeaders[]> {
  const sent: SentHeaders[] = [];
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  const note = (kind: SentHeaders["kind"], headers: Record<string, string>) => {
    const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    sent.push({ kind, host: lower.get("host"), names: [...lower.keys()] });
  };
  devtools.on("Network.requestWillBeSentExtraInfo", ({ headers }) => note("request", headers));
  devtools.on("Network.webSocketWillSendHandshakeRequest", ({ request }) => note("socket", request.headers));
  return () => sent;
}
