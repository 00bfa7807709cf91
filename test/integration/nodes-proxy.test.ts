import { request } from "node:http";
import { setInterval } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openClient } from "../fixtures/chat-client.ts";
import { createTestDatabase } from "../fixtures/database.ts";
import { findFault } from "../fixtures/debian-program.ts";
import { freePort } from "../fixtures/free-port.ts";
import { makeGroup } from "../fixtures/group.ts";
import { startNode } from "../fixtures/nodes.ts";
import { startProxy } from "../fixtures/proxy.ts";
import { startRedis } from "../fixtures/redis.ts";
import type { TestServer } from "../fixtures/server.ts";

const fault = (await findFault("haproxy")) ?? (await findFault("redis-server"));
const stack = new AsyncDisposableStack();
let proxy: { url: string };
const nodes: TestServer[] = [];
let startAgain: (index: number) => Promise<TestServer>;

beforeAll(async () => {
  if (fault !== null) return;
  const redis = stack.use(await startRedis());
  const database = stack.use(await createTestDatabase());
  const [port, first, second] = [await freePort(), await freePort(), await freePort()];
  startAgain = (index) =>
    startNode({
      redisUrl: redis.url,
      databaseUrl: database.url,
      publicUrl: `http://127.0.0.1:${port}`,
      trustedProxies: ["127.0.0.1"],
      port: index === 0 ? first : second,
    });
  nodes.push(await startAgain(0), await startAgain(1));
  stack.defer(async () => void (await Promise.all(nodes.map((node) => node[Symbol.asyncDispose]()))));
  proxy = stack.use(await startProxy(port, [first, second]));
});
beforeEach((context) => {
  if (fault !== null) context.skip(fault);
});
afterAll(() => stack.disposeAsync());

const nodeAt = (index: number): TestServer => {
  const node = nodes[index];
  if (node === undefined) throw new Error("There is no such node.");
  return node;
};

describe("two nodes behind the proxy that we ship", () => {
  test("serve sockets and event streams to one another's people", async () => {
    const { owner, members, channelId } = await makeGroup(nodeAt(0), { members: 2 });
    const [bySocket = owner, byStream = owner] = members;
    using sender = openClient(proxy, owner);
    using socket = openClient(proxy, bySocket);
    using stream = openClient(proxy, byStream, { refuseSockets: true });
    const readers = [socket, stream];
    for (const reader of readers) reader.client.messages.open(channelId);
    await Promise.all([sender, ...readers].map((client) => client.until(() => client.unread(channelId) !== undefined)));
    const sent = await sender.client.messages.send(channelId, { text: "hello" });
    await Promise.all(
      readers.map((reader) => reader.until(() => reader.timeline(channelId).rows.some(({ id }) => id === sent.id))),
    );
    expect(nodes.map((node) => node.log.some(({ fields }) => fields["via"] === "socket"))).toEqual([true, true]);
  });

  test("see where people really come from, whatever they say", async () => {
    const person = await nodeAt(0).signUp("Ann");
    const answer = await new Promise<{ status: number; cookie: string }>((resolve, reject) => {
      const headers = { "content-type": "application/json", origin: proxy.url, "x-forwarded-for": "203.0.113.9" };
      const req = request(
        `${proxy.url}/api/auth/sign-in/email`,
        { method: "POST", headers, localAddress: "127.0.0.2" },
        (res) => {
          res.resume();
          resolve({
            status: res.statusCode ?? 0,
            cookie: (res.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; "),
          });
        },
      );
      req.on("error", reject).end(JSON.stringify({ email: person.email, password: person.password }));
    });
    expect(answer.status).toBe(200);
    const caller = await nodeAt(0).chat.callerFor(new Headers({ cookie: answer.cookie, origin: proxy.url }));
    const { items } = await caller.session.list();
    expect(items.find(({ current }) => current)?.ipAddress).toBe("127.0.0.2");
  });

  test("are restarted one after the other, and nobody loses a message or sees one twice", async () => {
    const { owner, members, channelId } = await makeGroup(nodeAt(0), { members: 4 });
    using opened = new DisposableStack();
    const clients = [owner, ...members].map((person) => opened.use(openClient(proxy, person)));
    for (const { client } of clients) client.messages.open(channelId);
    await Promise.all(clients.map((client) => client.until(() => client.timeline(channelId).live === "synced")));
    let isDone = false;
    const sending = clients.map(async ({ client }, sender) => {
      const sent: Promise<unknown>[] = [];
      // So seldom that nobody misses more than is read again one by one, however long a restart takes.
      for await (const _ of setInterval(250)) {
        sent.push(client.messages.send(channelId, { text: `${sender}.${sent.length}` }));
        if (isDone) break;
      }
      await Promise.all(sent);
      return sent.length;
    });
    for (const index of [0, 1]) {
      await nodeAt(index)[Symbol.asyncDispose]();
      nodes[index] = await startAgain(index);
      // Before the other one goes, the proxy has to have found it ready.
      const isFound = () => nodeAt(index).log.some(({ fields }) => fields["path"] === "/api/ready" && fields["status"] === 200);
      await expect.poll(isFound, { timeout: 15_000 }).toBe(true);
    }
    isDone = true;
    const counts = await Promise.all(sending);
    const expected = counts.flatMap((count, sender) => Array.from({ length: count }, (_, i) => `${sender}.${i}`)).toSorted();
    const rows = await nodeAt(0).database.query<{ text: string }>(
      `SELECT text FROM "Message" WHERE "channelId" = $1 AND kind = 'text' ORDER BY seq`,
      [channelId],
    );
    expect(rows.map(({ text }) => text).toSorted()).toEqual(expected);
    for (const client of clients) {
      const textsOf = () =>
        client
          .timeline(channelId)
          .rows.filter(({ kind }) => kind === "text")
          .map(({ text }) => text);
      await client.until(() => textsOf().length === rows.length);
      expect(textsOf()).toEqual(rows.map(({ text }) => text));
    }
  });
});
