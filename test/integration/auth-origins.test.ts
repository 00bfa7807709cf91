import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { startServer } from "../fixtures/server.ts";
import { signToken } from "../fixtures/sign-token.ts";

const shop = "https://shop.example";

describe("origin × cookie", () => {
  test("over HTTP a cookie counts only from our own pages, a token also from the allowed ones", async () => {
    await using server = await startServer({ allowedOrigins: [shop] });
    const { cookie = "" } = (await server.signUp("Ada")).headers;
    const authorization = `Bearer ${await signToken("customer")}`;
    const port = new URL(server.url).port;
    const ask = async (method: "GET" | "POST", headers: Record<string, string>) => {
      const call = method === "GET" ? "user.me" : "session.revokeOthers";
      const body = method === "GET" ? {} : { body: "{}" };
      const response = await fetch(`${server.url}/api/trpc/${call}`, {
        method,
        headers: { "content-type": "application/json", ...headers },
        ...body,
      });
      return [
        response.status,
        response.headers.get("access-control-allow-origin"),
        response.headers.get("access-control-allow-credentials"),
      ];
    };
    const own = server.url;
    expect(await ask("GET", { cookie })).toEqual([200, null, null]);
    expect(await ask("GET", { cookie, origin: own })).toEqual([200, own, null]);
    expect(await ask("POST", { cookie, origin: own })).toEqual([200, own, null]);
    expect(await ask("POST", { cookie, origin: `http://localhost:${port}` })).toEqual([200, `http://localhost:${port}`, null]);
    expect(await ask("POST", { cookie, "sec-fetch-site": "same-origin" })).toEqual([200, null, null]);
    expect(await ask("POST", { cookie })).toEqual([401, null, null]);
    for (const site of ["cross-site", "same-site", "none"])
      expect(await ask("POST", { cookie, "sec-fetch-site": site })).toEqual([401, null, null]);
    expect(await ask("GET", { cookie, "sec-fetch-site": "cross-site" })).toEqual([401, null, null]);
    expect(await ask("GET", { cookie, origin: shop })).toEqual([401, shop, null]);
    expect(await ask("POST", { cookie, origin: shop })).toEqual([401, shop, null]);
    expect(await ask("GET", { authorization, origin: shop })).toEqual([200, shop, null]);
    expect(await ask("GET", { authorization })).toEqual([200, null, null]);
    for (const origin of [
      "null",
      "https://evil.example",
      `${shop}.evil.example`,
      "https://evil.shop.example",
      "http://shop.example",
      `${shop}:8443`,
      `http://127.0.0.1:1`,
    ]) {
      for (const proof of [{ cookie }, { authorization }] as Record<string, string>[])
        expect(await ask("POST", { ...proof, origin })).toEqual([403, null, null]);
    }
  });

  test("preflights are answered for allowed pages only", async () => {
    await using server = await startServer({ allowedOrigins: [shop] });
    const ask = (origin: string) =>
      fetch(`${server.url}/api/trpc/user.me`, {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST" },
      });
    const good = await ask(shop);
    expect([good.status, good.headers.get("access-control-allow-headers")]).toEqual([
      204,
      expect.stringContaining("authorization"),
    ]);
    expect((await ask("https://evil.example")).status).toBe(403);
  });

  test("who may not call cannot read either that the server lives", async () => {
    await using server = await startServer({ allowedOrigins: [shop] });
    const ask = async (origin: string) => {
      const { status, headers } = await fetch(`${server.url}/api/health`, { headers: { origin } });
      return [status, headers.get("access-control-allow-origin"), headers.get("access-control-allow-credentials")];
    };
    expect(await ask(shop)).toEqual([200, shop, null]);
    expect(await ask("https://evil.example")).toEqual([200, null, null]);
  });

  test("account calls count only from our own pages", async () => {
    await using server = await startServer({ allowedOrigins: [shop] });
    const ada = await server.signUp("Ada");
    const body = JSON.stringify({ email: ada.email, password: ada.password });
    const ask = async (headers: Record<string, string>) =>
      (
        await fetch(`${server.url}/api/auth/sign-in/email`, {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body,
        })
      ).status;
    expect(await ask({ origin: server.url })).toBe(200);
    for (const origin of [shop, "null", "https://evil.example"]) expect(await ask({ origin })).toBe(403);
    expect(await ask({ cookie: ada.headers["cookie"] ?? "" })).toBe(403);
  });

  test("sockets of other pages are refused before the upgrade, with or without a valid cookie", async () => {
    await using server = await startServer({ allowedOrigins: [shop] });
    const { cookie = "" } = (await server.signUp("Ada")).headers;
    const knock = (origin: string | undefined) =>
      new Promise<number>((resolve, reject) => {
        const socket = new WebSocket(`${server.url.replace("http", "ws")}/api/trpc`, {
          headers: { cookie, ...(origin !== undefined && { origin }) },
        });
        socket.on("open", () => {
          socket.close();
          resolve(101);
        });
        socket.on("unexpected-response", (_req, res) => resolve(res.statusCode ?? 0));
        socket.on("error", reject);
      });
    expect(await knock(server.url)).toBe(101);
    for (const origin of [
      "null",
      "https://evil.example",
      "https://sub.evil.example",
      `${shop}.evil.example`,
      `${shop}:8443`,
      "http://shop.example",
      "https://ѕhop.example",
      `${server.url}0`,
    ]) {
      expect(await knock(encodeURI(origin))).toBe(403);
    }
  });
});

describe("HTTP", () => {
  test("answers health and readiness, and says what is wrong", async () => {
    await using server = await startServer();
    const ask = async (path: string) => {
      const response = await fetch(`${server.url}${path}`);
      return [response.status, await response.json()];
    };
    expect(await ask("/api/health")).toEqual([200, { status: "ok" }]);
    expect(await ask("/api/ready")).toEqual([200, { status: "ready" }]);
    await server.database.close();
    expect(await ask("/api/health")).toEqual([200, { status: "ok" }]);
    expect(await ask("/api/ready")).toEqual([503, { status: "not ready", reason: "The database cannot be reached." }]);
  });

  test("keeps answers private, bodies small and batches short", async () => {
    await using server = await startServer();
    const ada = await server.signUp("Ada");
    const response = await fetch(`${server.url}/api/trpc/user.me`, { headers: ada.headers });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const post = (body: string) =>
      fetch(`${server.url}/api/trpc/user.updateMe`, {
        method: "POST",
        headers: { "content-type": "application/json", ...ada.headers },
        body,
      });
    expect((await post(JSON.stringify({ name: "x".repeat(1_048_577) }))).status).toBe(413);
    expect((await post("{")).status).toBe(400);
    const batch = async (n: number) =>
      (await fetch(`${server.url}/api/trpc/${Array(n).fill("user.me").join(",")}?batch=1`, { headers: ada.headers })).status;
    expect(await batch(50)).toBe(200);
    expect(await batch(51)).toBe(400);
  });

  test("serves pictures by their hash, and nothing beside", async () => {
    await using server = await startServer();
    for (const id of ["", "x", "../../etc/passwd", "0".repeat(64), "0".repeat(63), `${"0".repeat(64)}/..`]) {
      expect((await fetch(`${server.url}/api/images/${encodeURIComponent(id)}`)).status).toBe(404);
    }
  });
});
