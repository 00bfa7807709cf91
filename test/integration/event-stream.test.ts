import { describe, expect, test } from "vitest";
import { makeGroup } from "../fixtures/group.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { signToken } from "../fixtures/sign-token.ts";
import { openSocket, watchChannel } from "../fixtures/socket.ts";

async function takeTicket(server: TestServer, who: Person): Promise<string> {
  const response = await fetch(`${server.url}/api/trpc/session.ticket`, {
    method: "POST",
    headers: { ...who.headers, "content-type": "application/json" },
  });
  const { result } = (await response.json()) as { result: { data: { ticket: string } } };
  return result.data.ticket;
}

const urlOf = (server: TestServer, ticket: string, input: object) =>
  `${server.url}/api/trpc/live.channel?ticket=${ticket}&input=${encodeURIComponent(JSON.stringify(input))}`;

/** Reads an event stream until its text fits, or it ends. */
async function readUntil(response: Response, fits: (text: string) => boolean): Promise<string> {
  let text = "";
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
    text += next.value;
    if (fits(text)) break;
  }
  void reader?.cancel();
  return text;
}

describe("a live procedure over HTTP", () => {
  test("catches up, goes on live, and carries a resume point in every frame", async () => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server);
    using socket = openSocket(server, owner);
    const sent = await socket.api.message.send.mutate({ channelId, clientId: "a", text: "before" });
    const stream = await fetch(urlOf(server, await takeTicket(server, owner), { channelId, since: sent.version - 1 }));
    expect(stream.headers.get("content-type")).toContain("text/event-stream");
    const reading = readUntil(stream, (text) => text.includes("meanwhile"));
    await socket.api.message.send.mutate({ channelId, clientId: "b", text: "meanwhile" });
    const text = await reading;
    expect(text).toContain("before");
    const frames = text.split("\n\n").filter((frame) => frame.includes('"type"'));
    expect(frames.length).toBeGreaterThan(2);
    for (const frame of frames) expect(frame).toMatch(/^id: [0-9a-f]+\.\d+$/m);
  });

  test("takes a ticket once, and no cookie, token or old ticket", async () => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server);
    const ticket = await takeTicket(server, owner);
    const first = await fetch(urlOf(server, ticket, { channelId }));
    await readUntil(first, (text) => text.includes("synced"));
    const again = await fetch(urlOf(server, ticket, { channelId }));
    expect([again.status, await again.json()]).toMatchObject([401, { error: { data: { reason: "UNAUTHENTICATED" } } }]);
    const byCookie = await fetch(`${server.url}/api/trpc/live.inbox`, { headers: owner.headers });
    expect(byCookie.status).toBe(401);
    const old = await takeTicket(server, owner);
    await server.database.query(`UPDATE "Verification" SET "expiresAt" = now() - interval '1 second'`);
    expect((await fetch(urlOf(server, old, { channelId }))).status).toBe(401);
  });

  test("is not held for somebody who left while their ticket was looked at", async () => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server);
    // As many as one person may hold.
    const tickets = await Promise.all(Array.from({ length: 12 }, () => takeTicket(server, owner)));
    await server.database.transaction(async (tx) => {
      await tx.query(`SELECT FROM "Verification" FOR UPDATE`);
      const leaving = new AbortController();
      const asked = tickets.map((ticket) => fetch(urlOf(server, ticket, { channelId }), { signal: leaving.signal }));
      const left = Promise.allSettled(asked);
      await expect.poll(() => tx.query(`SELECT FROM pg_locks WHERE NOT granted`)).not.toEqual([]);
      leaving.abort();
      await left;
      expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    });
    const stream = await fetch(urlOf(server, await takeTicket(server, owner), { channelId }));
    expect(stream.status).toBe(200);
    await readUntil(stream, (text) => text.includes("synced"));
  });

  test("ends when its session is revoked", async () => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server);
    const stream = await fetch(urlOf(server, await takeTicket(server, owner), { channelId }));
    const ended = readUntil(stream, () => false).catch(() => "cut");
    const caller = await server.chat.callerFor(new Headers(owner.headers));
    const [session] = (await caller.session.list()).items;
    await caller.session.revoke({ sessionId: session?.id ?? "" });
    await ended;
  });
});

describe("renewing a token user's socket", () => {
  test("goes on after the first token's end, and takes nobody else's token", async () => {
    await using server = await startServer();
    const host = await server.tokenUser("customer-1");
    const { channelId } = await makeGroup(server, { owner: host });
    using socket = openSocket(server, host);
    using live = watchChannel(socket, channelId);
    await live.until((event) => event.type === "synced");
    const renewed = await socket.api.session.refresh.mutate({ token: await signToken("customer-1", {}, { exp: 600 }) });
    expect(Date.parse(renewed.expiresAt)).toBeGreaterThan(Date.now() + 500_000);
    const other = socket.api.session.refresh.mutate({ token: await signToken("customer-2") });
    await expect(other).rejects.toMatchObject({ data: { reason: "UNAUTHENTICATED" } });
    await socket.api.message.send.mutate({ channelId, clientId: "still", text: "still here" });
    await live.until((event) => event.type === "message" && event.message.text === "still here");
  });
});
