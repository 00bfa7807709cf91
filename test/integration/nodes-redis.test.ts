import { randomUUID } from "node:crypto";
import { setInterval } from "node:timers/promises";
import type { ChannelLiveEvent } from "@chat/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openClient } from "../fixtures/chat-client.ts";
import { makeGroup } from "../fixtures/group.ts";
import { startNode, startNodes } from "../fixtures/nodes.ts";
import { findFault } from "../fixtures/debian-program.ts";
import { startRedis, type TestRedis } from "../fixtures/redis.ts";
import type { TestServer } from "../fixtures/server.ts";
import { openSocket, watchChannel, watchInbox, type TestSocket } from "../fixtures/socket.ts";

const fault = await findFault("redis-server");
let redis: TestRedis;
let a: TestServer;
let b: TestServer;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  if (fault !== null) return;
  redis = stack.use(await startRedis());
  ({ a, b } = stack.use(await startNodes(() => ({ redisUrl: redis.url }))));
});
beforeEach((context) => {
  if (fault !== null) context.skip(fault);
});
afterAll(() => stack.disposeAsync());

const messages = (events: readonly ChannelLiveEvent[]) =>
  events.flatMap((event) => (event.type === "message" ? [event.message] : []));
const send = (socket: Pick<TestSocket, "api">, channelId: string, text: string, clientId: string = randomUUID()) =>
  socket.api.message.send.mutate({ channelId, clientId, text });
const sendAll = (socket: Pick<TestSocket, "api">, channelId: string, count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => send(socket, channelId, `missed ${i}`)));
/** Messages that only stand in the database, as after a night away. */
const write = (node: TestServer, channelId: string, authorId: string, count: number) =>
  node.database.query<{ seq: number }>(
    `WITH h AS (UPDATE "ChannelHead" SET seq = seq + $3::int, version = version + $3::int, "messageCount" = "messageCount" + $3::int
       WHERE "channelId" = $1 RETURNING seq - $3::int AS seq, version - $3::int AS version, "messageCount" - $3::int AS count)
     INSERT INTO "Message" (id, "channelId", seq, version, "authorId", "clientId", text, "messageCount", "broadcastCount")
     SELECT gen_random_uuid(), $1, h.seq + i, h.version + i, $2, gen_random_uuid()::text, 'missed', h.count + i, 0
     FROM h, generate_series(1, $3::int) i RETURNING seq`,
    [channelId, authorId, count],
  );
const timesHere = (node: TestServer) => node.log.filter(({ message }) => message === "the nodes' bus is here").length;

describe("two nodes over Redis", () => {
  test("store one message for a client id sent a hundred times through both, and after a restart of both (R3)", async () => {
    const { owner, channelId } = await makeGroup(a);
    const other = await makeGroup(a, { owner });
    using atA = openSocket(a, owner);
    using atB = openSocket(b, owner);
    const first = await send(atA, channelId, "first text", "same");
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => send(i % 2 === 0 ? atA : atB, channelId, `text ${i}`, "same")),
    );
    expect(new Set(answers.map(({ id, text }) => `${id} ${text}`))).toEqual(new Set([`${first.id} first text`]));
    const together = await Promise.all(
      Array.from({ length: 100 }, (_, i) => send(i % 2 === 0 ? atA : atB, channelId, `text ${i}`, "together")),
    );
    expect(new Set(together.map(({ id, text }) => `${id} ${text}`)).size).toBe(1);
    await using restarted = await startNode({ redisUrl: redis.url }, a);
    using atC = openSocket(restarted, owner);
    expect((await send(atC, channelId, "later text", "same")).id).toBe(first.id);
    expect((await send(atC, other.channelId, "elsewhere", "same")).id).not.toBe(first.id);
    const [row] = await a.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM "Message" WHERE "channelId" = $1 AND kind = 'text'`,
      [channelId],
    );
    expect(row?.count).toBe(2);
  });

  test.each([0, 1, 999, 1_000, 1_001, 10_000])(
    "let a client resume at the other after %i missed messages: all of them in order, or a reset (R6)",
    async (missed) => {
      const { owner, members, channelId } = await makeGroup(a, { members: 1 });
      const [member = owner] = members;
      using writer = openSocket(a, owner);
      const before = await send(writer, channelId, "before");
      const epoch = await (async () => {
        using reader = openSocket(a, member);
        using live = watchChannel(reader, channelId, { since: before.version });
        const start = await live.until((event) => event.type === "start");
        return start.type === "start" ? start.epoch : "";
      })();
      const sent = missed > 2_000 ? await write(a, channelId, owner.id, missed) : await sendAll(writer, channelId, missed);
      using reader = openSocket(b, member);
      using live = watchChannel(reader, channelId, { since: before.version, epoch });
      await live.until((event) => event.type === "synced");
      const after = await send(writer, channelId, "after");
      await live.until((event) => event.type === "message" && event.message.id === after.id);
      const seen = messages(live.events).map(({ seq }) => seq);
      const isReset = live.events.some((event) => event.type === "reset");
      expect(isReset).toBe(missed > 1_000);
      expect(seen).toEqual([...(isReset ? [] : sent.map(({ seq }) => seq).toSorted((x, y) => x - y)), after.seq]);
    },
  );

  test("know together who is online", async () => {
    const { owner, members } = await makeGroup(a, { members: 1 });
    const [member = owner] = members;
    const api = await a.chat.callerFor(new Headers(owner.headers));
    const { channel } = await api.channel.openDirect({ userId: member.id });
    using watching = openSocket(a, owner);
    using inbox = watchInbox(watching);
    using live = watchChannel(watching, channel.id);
    await Promise.all([inbox.until(({ type }) => type === "start"), live.until(({ type }) => type === "synced")]);
    const isOnline = (online: boolean) =>
      inbox.until((event) => event.type === "presence" && event.userId === member.id && event.online === online);
    const atB = openSocket(b, member);
    await isOnline(true);
    expect((await api.user.get({ userId: member.id })).online).toBe(true);
    // A second device at the other node keeps them online when the first goes; who goes after it is seen to go.
    const marker = await a.signUp("Mark");
    await api.channel.openDirect({ userId: marker.id });
    const markerAtB = openSocket(b, marker);
    using atA = openSocket(a, member);
    await Promise.all([markerAtB, atA].map((socket) => socket.api.user.me.query()));
    const heard = inbox.events.length;
    atB[Symbol.dispose]();
    markerAtB[Symbol.dispose]();
    await inbox.until((event) => event.type === "presence" && event.userId === marker.id && !event.online);
    expect(inbox.events.slice(heard).filter((event) => event.type === "presence" && event.userId === member.id)).toEqual([]);
    atA[Symbol.dispose]();
    await isOnline(false);
    expect((await api.user.get({ userId: member.id })).online).toBe(false);
  });

  test("close the sockets of a session that ends, at both (S9)", async () => {
    const person = await a.signUp("Vic");
    using atA = openSocket(a, person);
    using atB = openSocket(b, person);
    await Promise.all([atA.api.user.me.query(), atB.api.user.me.query()]);
    const start = performance.now();
    await fetch(`${a.url}/api/auth/sign-out`, {
      method: "POST",
      headers: { ...person.headers, "content-type": "application/json" },
      body: "{}",
    });
    expect(await Promise.all([atA.closed, atB.closed])).toEqual([4401, 4401]);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe("while Redis is away", () => {
  const absences: [how: string, leave: () => Promise<void> | void, comeBack: () => Promise<void> | void][] = [
    ["frozen", () => redis.freeze(), () => redis.thaw()],
    ["dead", () => redis.kill(), () => redis.start()],
  ];
  test.each(absences)(
    "%s for five seconds, sends work, the other node's readers have each within two seconds, and it heals (R15)",
    async (_, leave, comeBack) => {
      await using nodes = await startNodes(() => ({ redisUrl: redis.url, nodeTiming: {} }));
      const { owner, members, channelId } = await makeGroup(nodes.a, { members: 1 });
      const [member = owner] = members;
      using atA = openSocket(nodes.a, owner);
      using atB = openSocket(nodes.b, member);
      using live = watchChannel(atB, channelId);
      using listed = openClient(nodes.b, member);
      await live.until(({ type }) => type === "synced");
      await listed.until(() => listed.unread(channelId) === 0);
      await send(atA, channelId, "before");
      await live.until((event) => event.type === "message" && event.message.text === "before");
      await leave();
      const waits: Promise<number>[] = [];
      for await (const _ of setInterval(250)) {
        const start = performance.now();
        const sent = await send(atA, channelId, `away ${waits.length}`);
        expect(performance.now() - start).toBeLessThan(1_000);
        waits.push(
          live.until((event) => event.type === "message" && event.message.id === sent.id).then(() => performance.now() - start),
        );
        if (waits.length === 20) break;
      }
      expect(Math.max(...(await Promise.all(waits)))).toBeLessThan(2_000);
      const { channel } = await atA.api.channel.createGroup.mutate({ name: "Made meanwhile", memberIds: [member.id] });
      const healed = timesHere(nodes.a) + timesHere(nodes.b);
      await comeBack();
      await expect.poll(() => timesHere(nodes.a) + timesHere(nodes.b), { timeout: 10_000 }).toBeGreaterThanOrEqual(healed + 2);
      await atA.api.channel.typing.mutate({ channelId });
      await live.until(({ type }) => type === "typing");
      await listed.until(() => listed.unread(channelId) === 21 && listed.unread(channel.id) === 0);
      const seqs = messages(live.events).map(({ seq }) => seq);
      expect(seqs).toEqual([...new Set(seqs)].toSorted((x, y) => x - y));
      expect(seqs).toHaveLength(21);
    },
  );

  test("a session that ends closes its sockets at the other node within the re-check, and both nodes start without it", async () => {
    await using away = await startRedis();
    await away.kill();
    await using nodes = await startNodes(() => ({ redisUrl: away.url }));
    const person = await nodes.a.signUp("Vic");
    using atB = openSocket(nodes.b, person);
    await atB.api.user.me.query();
    const start = performance.now();
    await fetch(`${nodes.a.url}/api/auth/sign-out`, {
      method: "POST",
      headers: { ...person.headers, "content-type": "application/json" },
      body: "{}",
    });
    expect(await atB.closed).toBe(4401);
    expect(performance.now() - start).toBeLessThan(6_500);
  });
});
