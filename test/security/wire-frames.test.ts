import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeGroup, type TestGroup } from "../fixtures/group.ts";
import { clientFrame, openRawSocket, type RawSocket, type WireFrame } from "../fixtures/raw-socket.ts";
import { startServer, type TestServer } from "../fixtures/server.ts";

const mebibyte = 1024 * 1024;
const maxFrame = mebibyte;

let server: TestServer;
let group: TestGroup;
beforeAll(async () => {
  server = await startServer();
  group = await makeGroup(server);
});
afterAll(() => server[Symbol.asyncDispose]());

const open = () => openRawSocket(server, group.owner.headers);
const me = (id: number | string) => ({ id, method: "query", params: { path: "user.me" } });
const reasonOf = (frame: RawSocket["frames"][number]) =>
  typeof frame === "string" ? frame : (frame.error?.data["reason"] ?? frame.result?.type);

/** Bytes that this process holds beyond what it held before `run`, at its height. */
async function growth(run: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss();
  let height = before;
  const timer = setInterval(() => (height = Math.max(height, process.memoryUsage.rss())), 5);
  await run().finally(() => clearInterval(timer));
  return Math.max(height, process.memoryUsage.rss()) - before;
}

describe("a frame (S12)", () => {
  test("of 1 MiB is read; one byte more ends the socket with 1009", async () => {
    using socket = await open();
    const text = JSON.stringify(me(1));
    socket.send(text + " ".repeat(maxFrame - text.length));
    await socket.until(1);
    expect(socket.frames.map(reasonOf)).toEqual(["data"]);
    socket.send(text + " ".repeat(maxFrame - text.length + 1));
    expect(await socket.closed).toBe(1009);
  });

  test("that says it is longer than 1 MiB is refused by its head, before a byte of it is held", async () => {
    using socket = await open();
    const head = Buffer.alloc(14);
    head[0] = 0x81;
    head[1] = 0x80 | 127;
    head.writeBigUInt64BE(2n ** 40n, 2);
    const grown = await growth(async () => {
      socket.tcp.write(head);
      expect(await socket.closed).toBe(1009);
    });
    expect(grown).toBeLessThan(16 * mebibyte);
  });

  test.for([
    ["bad UTF-8", clientFrame(0x81, Buffer.from([0x22, 0xc3, 0x28, 0x22])), 1007],
    ["a surrogate in UTF-8", clientFrame(0x81, Buffer.from([0xed, 0xa0, 0x80])), 1007],
    ["reserved bit 1, as deflate would set it", clientFrame(0xc1, Buffer.from("x")), 1002],
    ["reserved bit 2", clientFrame(0xa1, Buffer.from("x")), 1002],
    ["reserved bit 3", clientFrame(0x91, Buffer.from("x")), 1002],
    ["a reserved opcode", clientFrame(0x83, Buffer.from("x")), 1002],
    ["a continuation of nothing", clientFrame(0x80, Buffer.from("x")), 1002],
    ["a ping in fragments", clientFrame(0x09, Buffer.from("x")), 1002],
    ["a ping of 126 bytes", clientFrame(0x89, Buffer.alloc(126)), 1002],
    ["no mask", Buffer.from([0x81, 1, 0x78]), 1002],
    ["a close code that is none", clientFrame(0x88, Buffer.from([0x03, 0xed])), 1002],
  ] as const)("with %s ends its socket alone", async ([, bytes, code]) => {
    using other = await open();
    using socket = await open();
    socket.tcp.write(bytes);
    expect(await socket.closed).toBe(code);
    other.send(me(1));
    await other.until(1);
    expect(server.log.filter(({ level }) => level === "error")).toEqual([]);
  });

  test("in a million fragments of one byte is refused early, and takes no more than 16 MiB", async () => {
    using socket = await open();
    const part = Buffer.concat(Array<Buffer>(10_000).fill(clientFrame(0x00, Buffer.from(" "))));
    // The client's own buffers are not what is measured.
    const grown = await growth(async () => {
      socket.tcp.write(clientFrame(0x01, Buffer.from(" ")));
      for (let i = 0; i < 100 && !socket.tcp.destroyed; i += 1)
        await new Promise<void>((resolve) => socket.tcp.write(part, () => resolve()));
      expect(await socket.closed).toBe(1008);
    });
    expect(grown).toBeLessThan(16 * mebibyte);
  });

  test("is never deflated, whatever is offered", async () => {
    using socket = await openRawSocket(server, group.owner.headers, "", { perMessageDeflate: true });
    expect(socket.ws.extensions).toBe("");
  });
});

describe("calls in one frame (S12)", () => {
  test("beyond eleven hundred are answered RATE_LIMITED one by one, and the socket stays", async () => {
    using socket = await open();
    socket.send(Array.from({ length: 1_110 }, (_, id) => ({ id, method: "query", params: { path: "none" } })));
    await socket.until(1_110);
    const byId = new Map(socket.frames.map((frame) => [(frame as WireFrame).id, reasonOf(frame)]));
    expect(byId.size).toBe(1_110);
    for (const [id, reason] of byId) expect([id, reason]).toEqual([id, Number(id) < 1_100 ? "NOT_FOUND" : "RATE_LIMITED"]);
    socket.send(me("after"));
    await socket.until(1_111);
    expect(socket.frames.at(-1)).toMatchObject({ id: "after", result: { type: "data" } });
  });

  test("may start a hundred subscriptions, which are the socket's; each that ends makes room", async () => {
    using socket = await open();
    const subscribe = (id: number) => ({
      id,
      method: "subscription",
      params: { path: "live.channel", input: { channelId: group.channelId } },
    });
    const refused = () =>
      socket.frames.filter((frame) => reasonOf(frame) === "RATE_LIMITED").map((frame) => (frame as WireFrame).id);
    socket.send(Array.from({ length: 110 }, (_, id) => subscribe(id)));
    await expect.poll(refused).toHaveLength(10);
    const synced = () => socket.frames.filter((frame) => JSON.stringify(frame).includes('"synced"')).length;
    await expect.poll(synced, { timeout: 10_000 }).toBe(100);
    for (let id = 0; id < 5; id += 1) socket.send({ id, method: "subscription.stop" });
    await expect.poll(() => socket.frames.filter((frame) => reasonOf(frame) === "stopped").length).toBe(5);
    socket.send(Array.from({ length: 6 }, (_, i) => subscribe(200 + i)));
    await expect.poll(refused).toHaveLength(11);
    const api = await server.chat.callerFor(new Headers(group.owner.headers));
    const clientId = randomUUID();
    await api.message.send({ channelId: group.channelId, clientId, text: clientId });
    const heard = () => socket.frames.filter((frame) => JSON.stringify(frame).includes(clientId)).length;
    await expect.poll(heard).toBe(100);
  });
});

test("an upgrade with two thousand headers, or long ones, ends nothing (S12)", async () => {
  const ask = (headers: string[]) =>
    new Promise<number>((resolve, reject) => {
      const asked = request(`${server.url}/api/trpc`, {
        headers: [
          "Host",
          "chat",
          "Connection",
          "Upgrade",
          "Upgrade",
          "websocket",
          "Sec-WebSocket-Version",
          "13",
          "Sec-WebSocket-Key",
          "AAAAAAAAAAAAAAAAAAAAAA==",
          ...headers,
        ],
      });
      asked.on("upgrade", (_res, socket) => {
        socket.destroy();
        resolve(101);
      });
      asked.on("response", (res) => {
        asked.destroy();
        resolve(res.statusCode ?? 0);
      });
      asked.on("error", reject);
      asked.end();
    });
  const many = (count: number, value: string) => Array.from({ length: count }, (_, i) => [`x${i}`, value]).flat();
  expect(await ask(many(500, "1"))).toBe(101);
  expect(await ask(many(2_000, "1"))).toBe(431);
  expect(await ask(many(2_000, "x".repeat(100)))).toBe(431);
  expect(await ask(["Sec-WebSocket-Protocol", Array.from({ length: 2_000 }, (_, i) => `p${i}`).join(",")])).toBe(101);
  using socket = await open();
  socket.send(me(1));
  await socket.until(1);
});
