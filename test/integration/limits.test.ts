import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { TRPCClientError } from "@trpc/client";
import { WebSocket } from "ws";
import { openClient } from "../fixtures/chat-client.ts";
import { makeGroup } from "../fixtures/group.ts";
import { startNodes } from "../fixtures/nodes.ts";
import { findFault } from "../fixtures/debian-program.ts";
import { openRawSocket } from "../fixtures/raw-socket.ts";
import { startRedis, type TestRedis } from "../fixtures/redis.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { openSocket, watchChannel, type TestSocket } from "../fixtures/socket.ts";

const send = (socket: Pick<TestSocket, "api">, channelId: string, clientId: string = randomUUID()) =>
  socket.api.message.send.mutate({ channelId, clientId, text: clientId });

/** Ends of calls made at once: "ok", or why not with the time to wait. */
async function endsOf(calls: Promise<unknown>[]): Promise<{ reason: string; retryAfterMs: number }[]> {
  const ends = await Promise.allSettled(calls);
  return ends.map((end) => {
    if (end.status === "fulfilled") return { reason: "ok", retryAfterMs: 0 };
    if (!(end.reason instanceof TRPCClientError)) throw end.reason;
    const { reason, retryAfterMs = 0 } = end.reason.data as { reason: string; retryAfterMs?: number };
    return { reason, retryAfterMs };
  });
}
const refusals = (ends: { reason: string }[]) => ends.filter(({ reason }) => reason !== "ok").map(({ reason }) => reason);

const signIn = (server: TestServer, origin: string, email: string, password: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin, ...headers },
    body: JSON.stringify({ email, password }),
  });

describe("limits", () => {
  test("let ten messages of one person into one channel at once, say when the next may come, and leave the socket", async () => {
    await using server = await startServer({ limits: {} });
    const { owner, channelId } = await makeGroup(server);
    const other = await makeGroup(server, { owner });
    using socket = openSocket(server, owner);
    const ends = await endsOf(Array.from({ length: 30 }, () => send(socket, channelId)));
    // A second may begin while they come, and let two more in.
    expect(refusals(ends).length).toBeGreaterThanOrEqual(16);
    expect(ends.slice(0, 10).map(({ reason }) => reason)).toEqual(Array<string>(10).fill("ok"));
    for (const { reason, retryAfterMs } of ends.filter((end) => end.reason !== "ok")) {
      expect(reason).toBe("RATE_LIMITED");
      expect(retryAfterMs).toBeGreaterThan(0);
      expect(retryAfterMs).toBeLessThanOrEqual(1_000);
    }
    await send(socket, other.channelId);
  });

  test("only delay what our client sends, and say for how long: all of it arrives, in order", async () => {
    await using server = await startServer({ limits: {} });
    const { owner, channelId } = await makeGroup(server);
    using device = openClient(server, owner);
    await device.until(() => device.unread(channelId) === 0);
    const texts = Array.from({ length: 14 }, (_, i) => `text ${i}`);
    // For the composer, which counts it down.
    const delays = new Set<number>();
    const stop = device.client.queryClient.getQueryCache().subscribe(() => {
      for (const { error } of device.timeline(channelId).pending)
        if (error?.reason === "RATE_LIMITED") delays.add(error.retryAfterMs ?? 0);
    });
    const sent = await Promise.all(texts.map((text) => device.client.messages.send(channelId, { text })));
    stop();
    expect(delays.size).toBeGreaterThan(0);
    expect(Math.min(...delays)).toBeGreaterThan(0);
    const seqs = sent.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.toSorted((x, y) => x - y));
  });

  test("refuse what one person calls beyond 600 in a minute, one by one, and nobody else", async () => {
    await using server = await startServer({ limits: {} });
    const [ann, bob] = [await server.signUp("Ann"), await server.signUp("Bob")];
    using socket = openSocket(server, ann);
    using others = openSocket(server, bob);
    const ends = await endsOf(Array.from({ length: 650 }, () => socket.api.channel.list.query({ limit: 1 })));
    // One was made when she signed up.
    expect(refusals(ends)).toEqual(Array<string>(51).fill("RATE_LIMITED"));
    await others.api.user.me.query();
  });

  test("drop typing that comes too often in silence", async () => {
    await using server = await startServer({ limits: {} });
    const { owner, members, channelId } = await makeGroup(server, { members: 1 });
    using writer = openSocket(server, owner);
    using reader = openSocket(server, members[0] ?? null);
    using live = watchChannel(reader, channelId);
    await live.until(({ type }) => type === "synced");
    for (let i = 0; i < 5; i += 1) await writer.api.channel.typing.mutate({ channelId });
    await send(writer, channelId, "done");
    await live.until((event) => event.type === "message" && event.message.text === "done");
    expect(live.events.filter(({ type }) => type === "typing")).toHaveLength(1);
  });

  test("count typing of members alone: an outsider learns nothing by it, and uses up nothing", async () => {
    await using server = await startServer({ limits: {} });
    const { owner, channelId } = await makeGroup(server);
    const outsider = await server.signUp("Out Sider");
    using socket = openSocket(server, outsider);
    const ends = await endsOf(Array.from({ length: 5 }, () => socket.api.channel.typing.mutate({ channelId })));
    expect(ends.map(({ reason }) => reason)).toEqual(Array<string>(5).fill("NOT_FOUND"));
    using reader = openSocket(server, owner);
    using live = watchChannel(reader, channelId);
    await live.until(({ type }) => type === "synced");
    await (await server.chat.callerFor(new Headers(owner.headers))).member.add({ channelId, userIds: [outsider.id] });
    await socket.api.channel.typing.mutate({ channelId });
    await live.until((event) => event.type === "typing" && event.user.id === outsider.id);
  });

  test("let one person join ten public groups in a row", async () => {
    await using server = await startServer({ limits: {} });
    const joiner = await server.signUp("Joy");
    const owner = await server.signUp("Olive");
    const api = await server.chat.callerFor(new Headers(owner.headers));
    const groups = [];
    for (let i = 0; i < 12; i += 1)
      groups.push((await api.channel.createGroup({ name: `Group ${i}`, visibility: "public" })).channel.id);
    using socket = openSocket(server, joiner);
    const ends = await endsOf(groups.map((channelId) => socket.api.channel.join.mutate({ channelId })));
    expect(refusals(ends)).toEqual(["RATE_LIMITED", "RATE_LIMITED"]);
  });
});

describe("strangers' sockets", () => {
  test("beyond thirty a minute from one address are held without an answer; who proves who they are is not counted", async () => {
    await using server = await startServer({ limits: {}, strangers: { proofMs: 2_000 } });
    const person = await server.signUp("Ann");
    const url = `${server.url.replace("http", "ws")}/api/trpc`;
    const strangers = Array.from({ length: 40 }, () => new WebSocket(url));
    const closed: number[] = [];
    let answers = 0;
    const begun = performance.now();
    const ended = new Promise<number>((resolve) => {
      for (const stranger of strangers) {
        stranger.on("open", () => stranger.send(JSON.stringify({ id: 1, method: "query", params: { path: "user.me" } })));
        stranger.on("message", () => (answers += 1));
        stranger.on("close", (code) => {
          closed.push(code);
          if (closed.length === 40) resolve(performance.now() - begun);
        });
      }
    });
    const sockets = Array.from({ length: 40 }, () => openSocket(server, person));
    await Promise.all(sockets.map((socket) => socket.api.user.me.query()));
    // Whoever is closed at once comes back at once.
    expect(await ended).toBeGreaterThan(1_900);
    expect(closed).toEqual(Array<number>(40).fill(4401));
    expect(answers).toBe(30);
    for (const socket of sockets) socket[Symbol.dispose]();
  });

  test("are none once they proved who they are, however much they sent before that was known", async () => {
    await using server = await startServer();
    const host = await server.tokenUser("customer");
    using socket = await openRawSocket(server, {}, "?connectionParams=1");
    socket.send({ method: "connectionParams", data: { token: host.headers["authorization"]?.replace("Bearer ", "") } });
    for (let id = 1; id <= 10; id += 1)
      socket.send({ id, method: "query", params: { path: "user.me", padding: "x".repeat(10_000) } });
    await socket.until(10);
    socket.send("PING");
    await socket.until(11);
    expect(socket.frames).toContain("PONG");
  });

  test("are heard as far as the calls of a client whose session ended, and no further", async () => {
    await using server = await startServer();
    using socket = await openRawSocket(server);
    const ask = (id: number) => socket.send({ id, method: "query", params: { path: "user.me", input: "x".repeat(10_000) } });
    for (let id = 1; id <= 10; id += 1) ask(id);
    expect(await socket.closed).toBe(4401);
    expect(socket.frames).toHaveLength(6);
  });
});

describe("slow mode", () => {
  test("keeps an ordinary member's messages apart, also within one transaction, and says how long; moderators and edits pass", async () => {
    await using server = await startServer();
    const { owner, members, channelId } = await makeGroup(server, { members: 1 });
    await server.database.query(`UPDATE "Channel" SET "slowModeSeconds" = 60 WHERE id = $1`, [channelId]);
    using member = openSocket(server, members[0] ?? null);
    using moderator = openSocket(server, owner);
    const ends = await endsOf(["one", "two", "three"].map((clientId) => send(member, channelId, clientId)));
    expect(ends.map(({ reason }) => reason)).toEqual(["ok", "SLOW_MODE", "SLOW_MODE"]);
    const [again] = await endsOf([send(member, channelId, "four")]);
    expect(again?.retryAfterMs).toBeGreaterThan(50_000);
    expect(again?.retryAfterMs).toBeLessThanOrEqual(60_000);
    // A retry is the same message for ever.
    const first = await send(member, channelId, "one");
    await member.api.message.edit.mutate({ messageId: first.id, text: "edited" });
    expect(refusals(await endsOf(Array.from({ length: 5 }, () => send(moderator, channelId))))).toEqual([]);
    await server.database.query(`UPDATE "Message" SET "createdAt" = "createdAt" - interval '60 seconds' WHERE id = $1`, [
      first.id,
    ]);
    await send(member, channelId, "later");
  });
});

const fault = await findFault("redis-server");
describe("limits that two nodes share over Redis", () => {
  let redis: TestRedis;
  let a: TestServer;
  let b: TestServer;
  const stack = new AsyncDisposableStack();
  beforeAll(async () => {
    if (fault !== null) return;
    redis = stack.use(await startRedis());
    ({ a, b } = stack.use(await startNodes(() => ({ redisUrl: redis.url, limits: {} }))));
  });
  beforeEach((context) => {
    if (fault !== null) context.skip(fault);
  });
  afterAll(() => stack.disposeAsync());

  const attempts = async (person: Person, count: number) => {
    const answers = await Promise.all(
      Array.from({ length: count }, (_, i) =>
        signIn(i % 2 === 0 ? a : b, a.url, person.email, "wrong", { "x-forwarded-for": `2001:db8::${i}` }),
      ),
    );
    return answers.map(({ status }) => status);
  };

  test("count messages and wrong passwords of both together (S34)", async () => {
    const { owner, channelId } = await makeGroup(a);
    using atA = openSocket(a, owner);
    using atB = openSocket(b, owner);
    const ends = await endsOf(Array.from({ length: 30 }, (_, i) => send(i % 2 === 0 ? atA : atB, channelId)));
    expect(refusals(ends).length).toBeGreaterThanOrEqual(16);
    expect(new Set(refusals(ends))).toEqual(new Set(["RATE_LIMITED"]));
    const statuses = await attempts(owner, 40);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status !== 401 && status !== 429)).toEqual([]);
    expect((await signIn(b, a.url, owner.email, owner.password)).status).toBe(429);
  });

  test("refuse to sign anybody in while Redis is away, whatever the password, and let messages go on, counted by each node", async () => {
    const person = await a.signUp("Ann");
    const { channelId } = await makeGroup(a, { owner: person });
    using socket = openSocket(b, person);
    await socket.api.user.me.query();
    await redis.kill();
    const refused = await Promise.all([signIn(a, a.url, person.email, person.password), signIn(b, a.url, person.email, "wrong")]);
    expect(refused.map(({ status }) => status)).toEqual([503, 503]);
    expect(refused[0]?.headers.getSetCookie()).toEqual([]);
    const ends = await endsOf(Array.from({ length: 30 }, () => send(socket, channelId)));
    expect(ends.slice(0, 10).map(({ reason }) => reason)).toEqual(Array<string>(10).fill("ok"));
    expect(refusals(ends).length).toBeGreaterThanOrEqual(16);
    await redis.start();
    await expect.poll(async () => (await signIn(a, a.url, person.email, person.password)).status, { timeout: 10_000 }).toBe(200);
  });
});
