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
    get: (path: string, headers: Record<string, string> = {}) =>
      fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers }),
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
const site = { production: true, publicUrl: "https://chat.example.com" };
const pages = { handle: async (_req: IncomingMessage, res: ServerResponse) => void res.end("page") };

it("asks the chat first, then the pages, and puts the security headers on both", async () => {
  await using host = await open(serve({ chat, pages, log: { error: vi.fn() }, ...site }));
  for (const [path, body] of [
    ["/api/health", "chat"],
    ["/sign-in", "page"],
  ] as const) {
    const response = await host.get(path);
    expect(await response.text()).toBe(body);
    for (const [name, value] of securityHeaders) expect(response.headers.get(name)).toContain(value);
  }
});

it("gives each page a nonce of its own for its scripts, and never one that was asked for (S21)", async () => {
  const asked: unknown[] = [];
  const watched = {
    handle: async ({ headers }: IncomingMessage, res: ServerResponse) => {
      asked.push(headers["content-security-policy"], headers["content-security-policy-report-only"]);
      res.end("page");
    },
  };
  await using host = await open(serve({ chat, pages: watched, log: { error: vi.fn() }, ...site }));
  const forged = "script-src 'nonce-mine'";
  const headers = { "content-security-policy": forged, "content-security-policy-report-only": forged };
  const policies = [];
  for (const path of ["/", "/sign-in"]) {
    policies.push((await host.get(path, headers)).headers.get("content-security-policy"));
    expect(asked.splice(0)).toEqual([policies.at(-1), undefined]);
  }
  const nonces = policies.map((policy) => /script-src 'nonce-([\w+/=]{24})' 'strict-dynamic';/.exec(policy ?? "")?.[1]);
  expect(nonces).toEqual([expect.any(String), expect.any(String)]);
  expect(new Set(nonces).size).toBe(2);
  expect(policies.join()).toContain("connect-src 'self' wss://chat.example.com;");
  expect(policies.join()).not.toMatch(/mine|unsafe-eval|script-src[^;]*unsafe-inline/);
});

it("answers 500 without a word of the error, and logs it", async () => {
  const error = vi.fn();
  const broken = { handle: () => Promise.reject(new Error("the secret is 42")) };
  await using host = await open(serve({ chat, pages: broken, log: { error }, ...site }));
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
