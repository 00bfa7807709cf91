import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { startRelay } from "../chaos/tcp-relay.ts";
import { createTestDatabase } from "../fixtures/database.ts";
import { makeGroup } from "../fixtures/group.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { openSocket } from "../fixtures/socket.ts";

async function signIn(server: TestServer, { email, password }: Person) {
  const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url },
    body: JSON.stringify({ email, password }),
  });
  const body = (await response.json()) as { code?: string; retryAfterMs?: number };
  return { status: response.status, retryAfter: Number(response.headers.get("retry-after")), ...body };
}

test("of a hundred who sign in at once, those beyond the line are told when to come again, and come in then", async () => {
  await using server = await startServer();
  const { owner, channelId } = await makeGroup(server);
  using socket = openSocket(server, owner);
  await socket.api.user.me.query();
  const people = Array.from({ length: 100 }, () => owner);
  const crowd = Promise.all(people.map((person) => signIn(server, person)));
  // Who is in already goes on.
  await socket.api.message.send.mutate({ channelId, clientId: randomUUID(), text: "meanwhile" });
  const first = await crowd;
  const refused = first.filter(({ status }) => status !== 200);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThanOrEqual(68);
  for (const { status, code, retryAfterMs = 0, retryAfter } of refused) {
    expect([status, code]).toEqual([503, "UNAVAILABLE"]);
    expect(retryAfterMs).toBeGreaterThanOrEqual(1_000);
    expect(retryAfter).toBe(Math.ceil(retryAfterMs / 1_000));
  }
  const again = await Promise.all(refused.slice(0, 10).map(() => signIn(server, owner)));
  expect(new Set(again.map(({ status }) => status))).toEqual(new Set([200]));
  expect(server.log.filter(({ level }) => level === "error")).toEqual([]);
});

test("whoever signs in while the database is away is told to try again, not that something is wrong with them", async () => {
  await using database = await createTestDatabase();
  const url = new URL(database.url);
  const relay = await startRelay({ url: database.url });
  url.port = new URL(relay.url).port;
  await using server = await startServer({ databaseUrl: url.href });
  const ann = await server.signUp("Ann");
  await relay[Symbol.asyncDispose]();
  expect(await signIn(server, ann)).toMatchObject({ status: 503, code: "UNAVAILABLE", retryAfterMs: 5_000 });
});
