import { describe, expect, test } from "vitest";
import { generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { startServer, type TestServer } from "../fixtures/server.ts";
import { signToken, tokenSecret as secret } from "../fixtures/sign-token.ts";
import { openSocket, watchInbox } from "../fixtures/socket.ts";

const soon = () => Math.floor(Date.now() / 1000) + 300;

/** Calls `user.me` over HTTP with a bearer token. */
async function me(server: TestServer, token: string): Promise<{ status: number; reason?: string; id?: string }> {
  const response = await fetch(`${server.url}/api/trpc/user.me`, { headers: { authorization: `Bearer ${token}` } });
  const body = (await response.json()) as { result?: { data: { id: string } }; error?: { data: { reason: string } } };
  return {
    status: response.status,
    ...(body.error && { reason: body.error.data.reason }),
    ...(body.result && { id: body.result.data.id }),
  };
}

const sign = (
  claims: Record<string, unknown>,
  key: string | CryptoKey = secret,
  header: { alg: string; [name: string]: unknown } = { alg: "HS256" },
) => new SignJWT(claims).setProtectedHeader(header).sign(typeof key === "string" ? new TextEncoder().encode(key) : key);

describe("tokens that a host signed", () => {
  test("make the user at first sight, once, and rename them later", async () => {
    await using server = await startServer();
    const token = await signToken("customer-1", { name: "Cara", image: "https://shop.example/cara.png" });
    const first = await Promise.all(Array.from({ length: 20 }, () => me(server, token)));
    expect(new Set(first.map(({ id }) => id)).size).toBe(1);
    const rows = () => server.database.query(`SELECT issuer, "externalId", name, image, role, version, email FROM "User"`);
    const row = {
      issuer: "host",
      externalId: "customer-1",
      name: "Cara",
      image: "https://shop.example/cara.png",
      role: "user",
      version: 1,
      email: null,
    };
    expect(await rows()).toEqual([row]);
    await me(server, await signToken("customer-1", { name: "Cara Lind" }));
    expect(await rows()).toEqual([{ ...row, name: "Cara Lind", version: 2 }]);
  });

  test("may name a picture of one's own machine, as in development", async () => {
    await using server = await startServer();
    for (const host of ["localhost:4000", "shop.localhost", "127.0.0.1:4000", "[::1]:4000"]) {
      const image = `http://${host}/cara.png`;
      const who = await server.tokenUser(host, { image });
      expect(await (await server.chat.callerFor(new Headers(who.headers))).user.me()).toMatchObject({ image });
    }
  });

  test("another issuer's customer of the same id is another person", async () => {
    await using server = await startServer();
    const one = await me(server, await signToken("7"));
    const other = await me(server, await signToken("7", { iss: "shop-b" }));
    expect(one.id).not.toBe(other.id);
  });

  test("never make staff or a local account, whatever they claim", async () => {
    await using server = await startServer();
    const admin = await server.signUp("Admin");
    const imposter = await server.tokenUser(admin.id, { role: "admin", issuer: "local" });
    expect(imposter.id).not.toBe(admin.id);
    const caller = await server.chat.callerFor(new Headers(imposter.headers));
    expect(await caller.user.me()).toMatchObject({ issuer: "host", externalId: admin.id, role: "user" });
    expect(await me(server, await signToken(admin.id, { iss: "local" }))).toEqual({ status: 401, reason: "UNAUTHENTICATED" });
  });

  test("are refused when they are anything else", async () => {
    await using server = await startServer();
    const now = Math.floor(Date.now() / 1000);
    const good = { sub: "x", aud: "chat", exp: soon() };
    const { privateKey } = await generateKeyPair("RS256");
    const [head = "", body = "", signature = ""] = (await sign(good)).split(".");
    const bad: Record<string, string> = {
      none: new UnsecuredJWT(good).encode(),
      "none, with a signature": `${new UnsecuredJWT(good).encode()}${signature}`,
      "wrong key": await sign(good, "another-token-secret-0123456789abcdefgh"),
      "the cookie secret as key": await sign(good, "a-secret-of-the-tests-0123456789abcdef"),
      "empty signature": `${head}.${body}.`,
      "other body": `${head}.${Buffer.from(JSON.stringify({ ...good, sub: "y" })).toString("base64url")}.${signature}`,
      HS512: await sign(good, secret, { alg: "HS512" }),
      RS256: await sign(good, privateKey, { alg: "RS256" }),
      "own key in the header": await sign(good, "another-token-secret-0123456789abcdefgh", {
        alg: "HS256",
        jwk: { kty: "oct", k: Buffer.from("another-token-secret-0123456789abcdefgh").toString("base64url") },
        jku: "https://evil.example/jwks.json",
        kid: "../../dev/null",
      }),
      "no audience": await sign({ sub: "x", exp: soon() }),
      "wrong audience": await sign({ ...good, aud: "shop" }),
      expired: await sign({ ...good, exp: now - 61 }),
      "no expiry": await sign({ sub: "x", aud: "chat" }),
      "lives an hour": await sign({ ...good, iat: now, exp: now + 3_600 }),
      "lives an hour, unsaid": await sign({ ...good, exp: now + 3_600 }),
      "lives an hour, issued before": await sign({ ...good, iat: now - 3_300, exp: now + 300 }),
      "issued in the future": await sign({ ...good, iat: now + 600, exp: now + 700 }),
      "not yet valid": await sign({ ...good, nbf: now + 600 }),
      "no subject": await sign({ aud: "chat", exp: soon() }),
      "empty subject": await sign({ ...good, sub: "" }),
      "object as subject": await sign({ ...good, sub: { not: "" } }),
      "NUL in subject": await sign({ ...good, sub: "a\u0000b" }),
      "script as picture": await sign({ ...good, image: "javascript:alert(1)" }),
      "no address as picture": await sign({ ...good, image: "x.png" }),
      "picture in the clear": await sign({ ...good, image: "http://shop.example/x.png" }),
      "picture in the clear, of a look-alike": await sign({ ...good, image: "http://localhost.example/x.png" }),
      garbage: "garbage",
      "two dots": "..",
    };
    const got: Record<string, unknown> = {};
    for (const [name, token] of Object.entries(bad)) got[name] = await me(server, token);
    expect(got).toEqual(Object.fromEntries(Object.keys(bad).map((name) => [name, { status: 401, reason: "UNAUTHENTICATED" }])));
    expect(await server.database.query(`SELECT 1 FROM "User"`)).toEqual([]);
    expect((await me(server, await sign(good))).status).toBe(200);
    expect((await me(server, await sign({ ...good, exp: now - 30 }))).status).toBe(200);
  });

  test("beat a cookie, also when they are not good", async () => {
    await using server = await startServer();
    const local = await server.signUp("Local");
    const ask = async (token: string) => {
      const response = await fetch(`${server.url}/api/trpc/user.me`, {
        headers: { ...local.headers, authorization: `Bearer ${token}` },
      });
      return response.status === 200
        ? ((await response.json()) as { result: { data: { id: string } } }).result.data.id
        : response.status;
    };
    expect(await ask(await signToken("customer"))).not.toBe(local.id);
    expect(await ask("not.a.token")).toBe(401);
  });

  test("rename somebody before the eyes of those who share a channel with them", async () => {
    await using server = await startServer();
    const [one, two] = [await server.tokenUser("1", { rooms: ["r"] }), await server.tokenUser("2", { rooms: ["r"] })];
    for (const who of [one, two]) await (await server.chat.callerFor(new Headers(who.headers))).channel.ensure({ key: "r" });
    using socket = openSocket(server, two);
    using inbox = watchInbox(socket);
    await inbox.until((event) => event.type === "start");
    await me(server, await signToken("1", { name: "Una" }));
    const event = await inbox.until((event) => event.type === "user" && event.user.id === one.id);
    expect(event).toMatchObject({ user: { name: "Una", version: 2 } });
  });

  test("that cannot be looked up just now are nobody's to refuse: their socket is told to try again", async () => {
    await using server = await startServer();
    const { headers } = await server.tokenUser("1");
    const query = server.database.query.bind(server.database);
    Object.assign(server.database, { query: () => Promise.reject(new Error("The database is away.")) });
    using socket = openSocket(server, { headers });
    await expect(socket.api.user.me.query()).rejects.toThrow();
    expect(await socket.closed).toBe(1012);
    Object.assign(server.database, { query });
    using again = openSocket(server, { headers });
    expect((await again.api.user.me.query()).id).toBeTruthy();
  });

  test("leave name and picture to the host", async () => {
    await using server = await startServer();
    const customer = await server.tokenUser("1");
    const caller = await server.chat.callerFor(new Headers(customer.headers));
    await expect(caller.user.updateMe({ name: "Me" })).rejects.toMatchObject({ reason: "FORBIDDEN" });
    expect(await caller.session.list()).toEqual({ items: [] });
    await expect(caller.session.revokeOthers()).rejects.toMatchObject({ reason: "NOT_FOUND" });
  });

  test("end with the person's account", async () => {
    await using server = await startServer();
    const [one, two] = [await server.tokenUser("1"), await server.tokenUser("2")];
    await server.database.query(`UPDATE "User" SET "deactivatedAt" = now() WHERE id = $1`, [one.id]);
    await server.database.query(`INSERT INTO "Sanction" (id, type, "userId") VALUES (gen_random_uuid(), 'ban', $1)`, [two.id]);
    for (const sub of ["1", "2"])
      expect(await me(server, await signToken(sub))).toEqual({ status: 401, reason: "UNAUTHENTICATED" });
  });
});
