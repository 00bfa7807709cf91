import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Chat } from "@chat/server";
import type { AppChat } from "../chat.config.ts";
import { serveEmoji } from "./serve-emoji.ts";
import { pagePolicy, securityHeaders, type PagePolicyOptions } from "./security-headers.ts";

export interface ServeOptions extends PagePolicyOptions {
  readonly chat: Pick<Chat<AppChat>, "handle">;
  readonly pages: { handle(req: IncomingMessage, res: ServerResponse): Promise<void> };
  readonly log: { error(fields: object, message: string): void };
}

const policyHeader = "content-security-policy";

/** Answers while the server still starts. */
export const answerStarting: RequestListener = (_req, res) => {
  res
    .writeHead(503, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "1" })
    .end("The server is starting. Try again in a moment.\n");
};

/** The chat's own paths first, then the emoji, then the pages; every answer with the security headers. */
export function serve({ chat, pages, log, ...options }: ServeOptions): RequestListener {
  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    res.setHeaders(securityHeaders);
    if ((await chat.handle(req, res)) || (await serveEmoji(req, res))) return;
    const policy = pagePolicy(options);
    // Next takes the nonce for its scripts from the request; what a client sent there must never count.
    req.headers[policyHeader] = policy;
    delete req.headers[`${policyHeader}-report-only`];
    res.setHeader(policyHeader, policy);
    await pages.handle(req, res);
  };
  return (req, res) => {
    answer(req, res).catch((error: unknown) => {
      log.error({ err: error, method: req.method }, "request failed");
      if (res.headersSent) res.destroy();
      else res.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end("Something went wrong here.\n");
    });
  };
}
