import type { Page } from "playwright-core";

export interface SeenTokens {
  /** How many the page opened. */
  sockets: number;
  /** When the tokens end that the page asked its backend for, as milliseconds since 1970. */
  readonly ends: number[];
  /** Until when the chat server takes the sockets whose token was renewed in place. */
  readonly renewedTo: number[];
}

/** What becomes of a page's tokens from its next load on. */
export function watchTokens(page: Page): SeenTokens {
  const seen: SeenTokens = { sockets: 0, ends: [], renewedTo: [] };
  page.on("websocket", (socket) => {
    seen.sockets += 1;
    socket.on("framereceived", ({ payload }) => {
      const end = /"data":\{"expiresAt":"([^"]+)"\}/.exec(String(payload))?.[1];
      if (end !== undefined) seen.renewedTo.push(Date.parse(end));
    });
  });
  page.on("response", async (response) => {
    if (!response.url().endsWith("/api/chat-token")) return;
    // A page that was left meanwhile keeps no bodies.
    const body = (await response.json().catch(() => null)) as { token: string } | null;
    if (body === null) return;
    const { token } = body;
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as { exp: number };
    seen.ends.push(claims.exp * 1_000);
  });
  return seen;
}
