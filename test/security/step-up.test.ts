import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callHttp, proceduresOf } from "../fixtures/call.ts";
import { printAllRows } from "../fixtures/all-rows.ts";
import { makeGroup } from "../fixtures/group.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { hire, type Staff } from "../fixtures/staff.ts";

let server: TestServer;
let ada: Staff;

beforeAll(async () => {
  server = await startServer({
    limits: { calls: null, changePassword: { max: 4, windowMs: 60_000 } },
    trustedProxies: ["127.0.0.1"],
  });
  ada = await hire(server, "Ada", "admin");
});
afterAll(() => server[Symbol.asyncDispose]());

/** As if the password had been given so long ago in all sessions of this person. */
const prove = (person: Person, minutesAgo: number) =>
  server.database.query(`UPDATE "Session" SET "provedAt" = now() - make_interval(mins => $2) WHERE "userId" = $1`, [
    person.id,
    minutesAgo,
  ]);

/** From an address of its own, so that it is the person's attempts that are counted. */
let attempts = 0;
async function post(path: string, body: object, headers: Person["headers"]): Promise<Response> {
  attempts += 1;
  return fetch(`${server.url}/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": `198.51.100.${attempts}`, ...headers },
    body: JSON.stringify(body),
  });
}
const verify = async (password: string, headers: Person["headers"]) =>
  (await post("verify-password", { password }, headers)).status;
const reasonOf = async (who: Person, path: string, input: unknown) =>
  (await callHttp(server, who, { path, type: "mutation" }, input)).reason;

/** What is grave, each with what goes through once it may. */
async function graveCalls(): Promise<[path: string, input: unknown][]> {
  const [una, mo, max] = [
    await server.signUp("Una"),
    await hire(server, "Mo", "moderator"),
    await hire(server, "Max", "moderator"),
  ];
  const { channelId } = await makeGroup(server);
  const [group] = await server.database.query<{ name: string }>(`SELECT name FROM "Channel" WHERE id = $1`, [channelId]);
  const [session] = await server.database.query<{ id: string }>(`SELECT id FROM "Session" WHERE "userId" = $1`, [mo.id]);
  return [
    ["admin.user.create", { name: "New", email: `${randomUUID()}@example.com`, password: randomUUID() }],
    ["admin.user.update", { userId: una.id, email: `${randomUUID()}@example.com` }],
    ["admin.user.setRole", { userId: una.id, role: "moderator" }],
    ["admin.user.bulk", { action: "setRole", userIds: [una.id], role: "user" }],
    ["admin.user.bulk", { action: "signOut", userIds: [una.id, max.id] }],
    ["admin.user.bulk", { action: "deactivate", userIds: [una.id, max.id] }],
    ["admin.user.signOut", { userId: max.id }],
    ["admin.user.deactivate", { userId: max.id }],
    ["admin.user.export", {}],
    ["admin.user.erase", { userId: una.id, messages: "keep" }],
    ["admin.invite.create", { role: "user" }],
    ["admin.session.revoke", { sessionId: session?.id }],
    ["admin.group.delete", { channelId, name: group?.name }],
    ["admin.setting.set", { key: "siteName", value: "Ours" }],
    ["admin.setting.reset", { key: "siteName" }],
    ["admin.audit.export", {}],
  ];
}

test("S46: what is grave is refused once the password was given 15 minutes ago, and goes on when it was given again", async () => {
  const calls = await graveCalls();
  await prove(ada, 16);
  const before = await printAllRows(server.database);
  for (const [path, input] of calls) expect([path, await reasonOf(ada, path, input)]).toEqual([path, "STEP_UP_REQUIRED"]);
  const { AuditLog: _log, AuditHead: _head, ...after } = await printAllRows(server.database);
  expect(after).toEqual(Object.fromEntries(Object.keys(after).map((name) => [name, before[name]])));
  const { items } = await ada.api.admin.audit.list({});
  expect(items.map(({ action, detail }) => [action, detail["outcome"]])).toEqual(
    calls.map(([path]) => [path, "STEP_UP_REQUIRED"]).toReversed(),
  );
  // What is not grave asks for nothing.
  const { id: userId } = await server.signUp("Uwe");
  for (const verb of ["signOut", "deactivate"]) expect(await reasonOf(ada, `admin.user.${verb}`, { userId })).toBe("ok");
  expect(await reasonOf(ada, "admin.user.bulk", { action: "signOut", userIds: [userId] })).toBe("ok");

  expect(await verify("not it", ada.headers)).toBe(400);
  expect(await reasonOf(ada, "admin.invite.create", { role: "user" })).toBe("STEP_UP_REQUIRED");
  expect(await verify(ada.password, ada.headers)).toBe(200);
  for (const [path, input] of calls) expect([path, await reasonOf(ada, path, input)]).toEqual([path, "ok"]);
  await prove(ada, 14);
  expect(await reasonOf(ada, "admin.invite.create", { role: "user" })).toBe("ok");
});

test("S46: a password counts in the session that it was given in, and signing in is giving it", async () => {
  const max = await hire(server, "Max", "admin");
  await prove(max, 16);
  const signedIn = await post("sign-in/email", { email: max.email, password: max.password }, { origin: server.url });
  const cookie = signedIn.headers.getSetCookie().map((line) => line.split(";")[0]);
  const elsewhere = { ...max, headers: { ...max.headers, cookie: cookie.join("; ") } };
  expect(await reasonOf(elsewhere, "admin.invite.create", { role: "user" })).toBe("ok");
  expect(await reasonOf(max, "admin.invite.create", { role: "user" })).toBe("STEP_UP_REQUIRED");
});

test("S46: guesses are few, from whatever address, and nobody but the session's own page may try", async () => {
  const eve = await hire(server, "Eve", "admin");
  expect(await verify(eve.password, { ...eve.headers, origin: "https://evil.example" })).toBe(403);
  expect(await verify(eve.password, { origin: server.url })).toBe(401);
  expect(await verify(ada.password, eve.headers)).toBe(400);
  for (let guess = 0; guess < 3; guess += 1) expect(await verify(`guess ${guess}`, eve.headers)).toBe(400);
  expect(await verify(eve.password, eve.headers)).toBe(429);
});

test("S46: the console changes nothing for a page of another site, by whatever form it asks", async () => {
  await prove(ada, 0);
  const cookie = ada.headers["cookie"] ?? "";
  const foreign = { cookie, origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  const ways: [method: string, headers: Record<string, string>][] = [
    ["GET", { cookie }],
    ["GET", foreign],
    ["POST", { ...foreign, "content-type": "application/json" }],
    ["POST", { ...foreign, "content-type": "text/plain" }],
    ["POST", { ...foreign, "content-type": "application/x-www-form-urlencoded" }],
    ["POST", { cookie, origin: "null", "content-type": "text/plain" }],
    ["POST", { cookie, "sec-fetch-site": "cross-site", "content-type": "text/plain" }],
    ["POST", { cookie, "content-type": "application/json" }],
    // No form of our own sends this: whatever it is, it is not a call.
    ["POST", { cookie, origin: server.url, "content-type": "text/plain" }],
  ];
  const calls = new Map(await graveCalls());
  const before = await printAllRows(server.database);
  const mutations = proceduresOf(server.chat).filter(({ path, type }) => path.startsWith("admin.") && type === "mutation");
  expect(mutations.length).toBeGreaterThan(calls.size);
  for (const { path } of mutations)
    for (const [method, headers] of ways) {
      const json = JSON.stringify(calls.get(path) ?? {});
      const query = method === "GET" ? `?input=${encodeURIComponent(json)}` : "";
      const response = await fetch(`${server.url}/api/trpc/${path}${query}`, {
        method,
        headers,
        ...(method === "POST" && { body: json }),
      });
      expect([path, method, headers, response.ok]).toEqual([path, method, headers, false]);
      await response.body?.cancel();
    }
  expect(await printAllRows(server.database)).toEqual(before);
});
