import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, vi } from "vitest";
import { securityHeaders } from "./security-headers.ts";
import { answerStarting, serve } from "./serve.ts";

async function open(listener: RequestListener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    get: (path: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`),
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

const chat = {
  handle: async (req: IncomingMessage, res: ServerResponse) => {
    if (!req.url?.startsWith("/api/")) return false;
    res.end("chat");
    return true;
  },
};
const pages = { handle: async (_req: IncomingMessage, res: ServerResponse) => void res.end("page") };

it("asks the chat first, then the pages, and puts the security headers on both", async () => {
  await using host = await open(serve({ chat, pages, log: { error: vi.fn() } }));
  for (const [path, body] of [
    ["/api/health", "chat"],
    ["/sign-in", "page"],
  ] as const) {
    const response = await host.get(path);
    expect(await response.text()).toBe(body);
    for (const [name, value] of securityHeaders) expect(response.headers.get(name)).toBe(value);
  }
});

it("answers 500 without a word of the error, and logs it", async () => {
  const error = vi.fn();
  const broken = { handle: () => Promise.reject(new Error("the secret is 42")) };
  await using host = await open(serve({ chat, pages: broken, log: { error } }));
  const response = await host.get("/");
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("42");
  expect(error).toHaveBeenCalledOnce();
});

it("says that it is starting", async () => {
  await using host = await open(answerStarting);
  const response = await host.get("/");
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("1");
});
