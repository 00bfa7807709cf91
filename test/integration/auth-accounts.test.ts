import { describe, expect, test } from "vitest";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { WebSocket } from "ws";
import { openSocket, watchInbox } from "../fixtures/socket.ts";

const as = (server: TestServer, who: Pick<Person, "headers">) => server.chat.callerFor(new Headers(who.headers));

async function post(server: TestServer, path: string, body: unknown, headers: Record<string, string> = { origin: server.url }) {
  const response = await fetch(`${server.url}/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return {
    status: response.status,
    body: (await response.json().catch(() => null)) as Record<string, unknown> | null,
    cookie,
    headers: response.headers,
  };
}

const signIn = (server: TestServer, who: Person, password = who.password) =>
  post(server, "/sign-in/email", { email: who.email, password });

/** Sockets close at once, not only by the re-check that runs every 5 s. */
const atOnce = 2_000;

/** A socket that has proved who it is; `closed` is the code that it ends with, and when. */
async function proveSocket(server: TestServer, cookie: string): Promise<{ closed: Promise<{ code: number; at: number }> }> {
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/api/trpc`, { headers: { cookie, origin: server.url } });
  const closed = new Promise<{ code: number; at: number }>((resolve) =>
    socket.on("close", (code) => resolve({ code, at: performance.now() })),
  );
  await new Promise((resolve) => socket.on("open", resolve));
  socket.send(JSON.stringify({ id: 1, method: "query", params: { path: "user.me" } }));
  await new Promise((resolve) => socket.on("message", resolve));
  return { closed };
}

async function expectClosed(socket: Awaited<ReturnType<typeof proveSocket>>): Promise<void> {
  const asked = performance.now();
  const { code, at } = await socket.closed;
  expect(code).toBe(4401);
  expect(at - asked).toBeLessThan(atOnce);
}

describe("accounts", () => {
  test("the first to sign up on an empty site is its admin, and only the first, also at once", async () => {
    await using server = await startServer();
    await Promise.all(Array.from({ length: 6 }, (_, i) => server.signUp(`Person ${i}`)));
    await server.signUp("Later");
    expect(await server.database.query(`SELECT role, count(*) FROM "User" GROUP BY role ORDER BY role`)).toEqual([
      { role: "user", count: 6 },
      { role: "admin", count: 1 },
    ]);
    expect(await server.database.query(`SELECT DISTINCT issuer, "externalId" = id::text AS same, version FROM "User"`)).toEqual([
      { issuer: "local", same: true, version: 1 },
    ]);
  });

  test("sign in, out and in again by cookie", async () => {
    await using server = await startServer();
    const ada = await server.signUp("  Ada   Lovelace ");
    expect(ada.name).toBe("Ada Lovelace");
    const again = await signIn(server, ada);
    expect(again.status).toBe(200);
    const headers = { cookie: again.cookie, origin: server.url };
    expect((await (await as(server, { headers })).user.me()).id).toBe(ada.id);
    expect(again.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/);
    const socket = await proveSocket(server, again.cookie);
    expect((await post(server, "/sign-out", {}, headers)).status).toBe(200);
    await expectClosed(socket);
    await expect((await as(server, { headers })).user.me()).rejects.toMatchObject({ reason: "UNAUTHENTICATED" });
  });

  test("a thousand wrong passwords are no login, and soon not tried any more", async () => {
    await using server = await startServer({ limits: {} });
    const ada = await server.signUp("Ada");
    const statuses: number[] = [];
    for (let i = 0; i < 1_000; i += 100) {
      statuses.push(
        ...(await Promise.all(Array.from({ length: 100 }, (_, j) => signIn(server, ada, `wrong-${i + j}`)))).map(
          ({ status }) => status,
        ),
      );
    }
    expect(statuses.filter((status) => status === 401).length).toBe(5);
    expect(statuses.filter((status) => status !== 401 && status !== 429)).toEqual([]);
    const right = await signIn(server, ada);
    expect(right).toMatchObject({ status: 429, cookie: "", body: { code: "RATE_LIMITED" } });
    expect(Number(right.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("take a password or a name only as a string, and nothing beside", async () => {
    await using server = await startServer();
    const ada = await server.signUp("Ada");
    for (const body of [
      { email: ada.email, password: { $ne: "" } },
      { email: { contains: "@" }, password: ada.password },
      { email: ada.email, password: ada.password, callbackURL: "https://evil.example" },
      [],
      null,
    ]) {
      expect((await post(server, "/sign-in/email", body)).status).toBe(400);
    }
    const person = { name: "Eve", email: "eve@example.com", password: "long enough" };
    for (const more of [
      { role: "admin" },
      { issuer: "host" },
      { externalId: "1" },
      { emailVerified: true },
      { id: ada.id },
      { name: "\u0000" },
      { name: "  " },
      { name: "x".repeat(81) },
      { password: "short" },
    ]) {
      expect((await post(server, "/sign-up/email", { ...person, ...more })).status).toBe(400);
    }
    expect(await server.database.query(`SELECT name FROM "User"`)).toEqual([{ name: "Ada" }]);
  });

  test("serve only the routes that this site uses", async () => {
    await using server = await startServer();
    const ada = await server.signUp("Ada");
    for (const path of [
      "/update-user",
      "/delete-user",
      "/change-email",
      "/list-sessions",
      "/revoke-sessions",
      "/sign-in/social",
      "/reset-password",
      "//sign-in/email",
      "/sign-in/email/",
      "/SIGN-IN/email",
    ]) {
      expect((await post(server, path, { name: "X" }, { ...ada.headers })).status).toBe(404);
    }
  });

  test("a new password ends all other sessions, and their sockets at once", async () => {
    await using server = await startServer();
    const ada = await server.signUp("Ada");
    const other = await signIn(server, ada);
    const elsewhere = { ...ada, headers: { cookie: other.cookie, origin: server.url } };
    const socket = await proveSocket(server, other.cookie);
    const changed = await post(
      server,
      "/change-password",
      { currentPassword: ada.password, newPassword: "another password" },
      { ...ada.headers },
    );
    expect(changed.status).toBe(200);
    await expectClosed(socket);
    await expect((await as(server, elsewhere)).user.me()).rejects.toMatchObject({ reason: "UNAUTHENTICATED" });
    expect((await (await as(server, { headers: { cookie: changed.cookie, origin: server.url } })).user.me()).id).toBe(ada.id);
    expect((await signIn(server, ada)).status).toBe(401);
    expect((await signIn(server, ada, "another password")).status).toBe(200);
    expect(
      (
        await post(
          server,
          "/change-password",
          { currentPassword: "wrong", newPassword: "another password" },
          { cookie: changed.cookie, origin: server.url },
        )
      ).status,
    ).toBe(400);
  });

  test("sessions are listed without their tokens, and revoked one by one or all", async () => {
    await using server = await startServer();
    const [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
    const second = await signIn(server, ada);
    await signIn(server, ada);
    const caller = await as(server, ada);
    const { items } = await caller.session.list();
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ ipAddress: "127.0.0.1", userAgent: expect.any(String) });
    const tokens = await server.database.query<{ token: string }>(`SELECT token FROM "Session"`);
    for (const { token } of tokens) expect(JSON.stringify(items)).not.toContain(token);
    const theirs = (await (await as(server, ben)).session.list()).items[0]?.id ?? "";
    await expect(caller.session.revoke({ sessionId: theirs })).rejects.toMatchObject({ reason: "NOT_FOUND" });
    const socket = await proveSocket(server, second.cookie);
    const ended = await caller.session.revokeOthers();
    expect(ended.sessionIds).toHaveLength(2);
    await expectClosed(socket);
    expect((await (await as(server, ben)).session.list()).items).toHaveLength(1);
    const own = (await caller.session.list()).items[0]?.id ?? "";
    await caller.session.revoke({ sessionId: own });
    await expect((await as(server, ada)).user.me()).rejects.toMatchObject({ reason: "UNAUTHENTICATED" });
  });

  test("a database that is away signs nobody out", async () => {
    await using server = await startServer();
    const ada = await server.signUp("Ada");
    const ask = async () => {
      const response = await fetch(`${server.url}/api/trpc/user.me`, { headers: ada.headers });
      return [response.status, ((await response.json()) as { error?: { data: { reason: string } } }).error?.data.reason];
    };
    expect(await ask()).toEqual([200, undefined]);
    await server.database.close();
    expect(await ask()).toEqual([503, "UNAVAILABLE"]);
  });

  test("one person has at most fifty sessions", async () => {
    await using server = await startServer();
    const ada = await server.signUp("Ada");
    await server.database.query(
      `INSERT INTO "Session" (id, token, "userId", "expiresAt", "updatedAt")
       SELECT gen_random_uuid(), 'old-' || n, $1, now() + make_interval(days => n - 10), now() - make_interval(days => 100 - n) FROM generate_series(1, 70) n`,
      [ada.id],
    );
    expect((await signIn(server, ada)).status).toBe(200);
    const [row] = await server.database.query<{ all: number; over: number }>(
      `SELECT count(*) AS all, count(*) FILTER (WHERE "expiresAt" <= now()) AS over FROM "Session"`,
    );
    expect(row).toEqual({ all: 50, over: 0 });
    expect((await (await as(server, ada)).user.me()).id).toBe(ada.id);
  });

  test("the deactivated and the banned are nobody, but the banned may sign in to see why", async () => {
    await using server = await startServer();
    const [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
    await server.database.query(`UPDATE "User" SET "deactivatedAt" = now() WHERE id = $1`, [ada.id]);
    await server.database.query(
      `INSERT INTO "Sanction" (id, type, "userId", until) VALUES (gen_random_uuid(), 'ban', $1, now() + interval '1 hour')`,
      [ben.id],
    );
    for (const who of [ada, ben]) {
      await expect((await as(server, who)).user.me()).rejects.toMatchObject({ reason: "UNAUTHENTICATED" });
    }
    expect(await signIn(server, ada)).toMatchObject({ status: 403, cookie: "" });
    const { status, cookie } = await signIn(server, ben);
    expect(status).toBe(200);
    const banned = await server.chat.callerFor(new Headers({ ...ben.headers, cookie }));
    expect((await banned.sanction.mine()).items).toMatchObject([{ type: "ban", channel: null }]);
    await expect(banned.user.me()).rejects.toMatchObject({ reason: "UNAUTHENTICATED" });
    await server.database.query(`UPDATE "Sanction" SET "liftedAt" = now()`);
    expect((await (await as(server, ben)).user.me()).id).toBe(ben.id);
  });

  test("a new name and picture reach those who share a channel, and nothing of the log", async () => {
    await using server = await startServer();
    const [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
    const caller = await as(server, ada);
    await caller.channel.openDirect({ userId: ben.id });
    using socket = openSocket(server, ben);
    using inbox = watchInbox(socket);
    await inbox.until((event) => event.type === "start");
    const me = await caller.user.updateMe({ name: "Ada Byron" });
    expect(me).toMatchObject({ name: "Ada Byron", version: 2, email: ada.email });
    await inbox.until((event) => event.type === "user" && event.user.name === "Ada Byron" && event.user.version === 2);
    await expect(
      caller.user.updateMe({ image: `data:image/png;base64,${Buffer.from("<svg/>").toString("base64")}` }),
    ).rejects.toMatchObject({ reason: "INVALID_INPUT" });
    const log = JSON.stringify(server.log);
    for (const secret of [ada.password, ada.email, ada.headers["cookie"] ?? "", "Ada Byron"]) expect(log).not.toContain(secret);
  });
});
