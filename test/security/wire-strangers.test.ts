import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { knock, openRawSocket, type RawSocket } from "../fixtures/raw-socket.ts";
import { startServer } from "../fixtures/server.ts";

const shop = "https://shop.example";

describe("a page's socket (S10)", () => {
  test("of another origin is refused with 403 before the upgrade, also with a valid cookie", async () => {
    await using server = await startServer({ allowedOrigins: [shop], publicUrl: "https://chat.example.com" });
    const { cookie = "" } = (await server.signUp("Ada")).headers;
    const ask = async (origin: string) => [origin, await knock(server, { headers: { cookie, origin } })];
    for (const origin of ["https://chat.example.com", shop]) expect(await ask(origin)).toEqual([origin, 101]);
    const others = [
      "null",
      "",
      "https://evil.example",
      "https://sub.evil.example",
      "https://shop.example.evil.example",
      "https://evil.shop.example",
      "https://evilshop.example",
      "https://shop.example:8443",
      "https://chat.example.com:443",
      "http://shop.example",
      "http://chat.example.com",
      "https://xn--hop-xdd.example",
      "https://shop.example.",
      "https://SHOP.example",
      "HTTPS://shop.example",
      "https://shop.example/",
      "https://shop.example@evil.example",
      "https://shop.example, https://evil.example",
      "file://",
      "https://127.0.0.1",
    ];
    for (const origin of others) expect(await ask(origin)).toEqual([origin, 403]);
    expect(server.log.filter(({ level }) => level === "error")).toEqual([]);
  });

  test("that is refused and resets its connection ends nothing but itself", async () => {
    await using server = await startServer();
    const { port } = new URL(server.url);
    const lines = [
      "Host: chat",
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: x",
    ];
    for (const path of ["/api/trpc", "/other", "http://evil.example/api/trpc"]) {
      for (let i = 0; i < 20; i += 1) {
        const socket = connect(Number(port), "127.0.0.1");
        await once(socket, "connect");
        socket.write(`GET ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\nOrigin: https://evil.example\r\n\r\n`);
        if (i % 2 === 0) await once(socket, "data");
        socket.resetAndDestroy();
      }
    }
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  });

  test("that is refused is let go, though the client keeps its side open", async () => {
    await using server = await startServer();
    const socket = connect({ port: Number(new URL(server.url).port), host: "127.0.0.1", allowHalfOpen: true });
    socket.write("GET /api/trpc HTTP/1.1\r\nHost: chat\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nOrigin: null\r\n\r\n");
    socket.resume();
    await once(socket, "end");
    const gone = once(socket, "error");
    const writeOn = () => {
      socket.write("x");
      return socket.destroyed;
    };
    // What is written to a socket that is gone is answered by a reset.
    await expect.poll(writeOn).toBe(true);
    expect((await gone)[0]).toMatchObject({ code: expect.stringMatching(/EPIPE|ECONNRESET/) });
  });
});

describe("a socket that proves nobody (S11)", () => {
  test("is closed with 4401 when its time is over; who proved who they are stays", async () => {
    await using server = await startServer({ strangers: { proofMs: 300 } });
    const person = await server.signUp("Ada");
    using known = await openRawSocket(server, person.headers);
    known.send({ id: 1, method: "query", params: { path: "user.me" } });
    await known.until(1);
    using silent = await openRawSocket(server);
    using waiting = await openRawSocket(server, {}, "?connectionParams=1");
    using talking = await openRawSocket(server, {}, "?connectionParams=1");
    talking.send({ method: "connectionParams", data: { token: "x.y.z" } });
    talking.send({ id: 1, method: "query", params: { path: "user.me" } });
    await talking.until(1);
    expect(talking.frames).toMatchObject([{ id: 1, error: { data: { reason: "UNAUTHENTICATED" } } }]);
    const start = performance.now();
    expect(await Promise.all([silent.closed, waiting.closed, talking.closed])).toEqual([4401, 4401, 4401]);
    expect(performance.now() - start).toBeLessThan(3_000);
    known.send("PING");
    await known.until(2);
  });

  test("is cut although it does not answer the close", async () => {
    await using server = await startServer({ strangers: { proofMs: 100 } });
    using deaf = await openRawSocket(server);
    const cut = once(deaf.tcp, "close");
    deaf.ws.pause();
    deaf.tcp.removeAllListeners("data").resume();
    await cut;
  });

  test("is one of so many from its address; more are refused with 429 before the upgrade, until one goes or proves itself", async () => {
    await using server = await startServer({
      limits: { connect: null },
      strangers: { perAddress: 50 },
      trustedProxies: ["127.0.0.1"],
    });
    const host = await server.tokenUser("customer");
    const from = (address: string) => ({ "x-forwarded-for": address });
    const wait = () => openRawSocket(server, from("2001:db8::1"), "?connectionParams=1");
    const held: RawSocket[] = [];
    for (let i = 0; i < 50; i += 1) held.push(await wait());
    const asked = (address: string) => knock(server, { headers: from(address) }, "?connectionParams=1");
    // The whole network is one address.
    expect(await asked("2001:db8::2")).toBe(429);
    expect(await asked("2001:db8:0:1::1")).toBe(101);
    expect(await asked("203.0.113.7")).toBe(101);
    const [first, second] = held;
    first?.send({ method: "connectionParams", data: { token: host.headers["authorization"]?.replace("Bearer ", "") } });
    first?.send({ id: 1, method: "query", params: { path: "user.me" } });
    await first?.until(1);
    held.push(await wait());
    expect(await asked("2001:db8::2")).toBe(429);
    second?.ws.close();
    await second?.closed;
    held.push(await wait());
    expect(await asked("2001:db8::2")).toBe(429);
    for (const socket of held) socket[Symbol.dispose]();
    await expect.poll(() => asked("2001:db8::2")).toBe(101);
  });

  test("may say anything first, two hundred times: nothing breaks, nobody is let in", async () => {
    await using server = await startServer();
    const random = randomOf(20_261_124);
    for (let i = 0; i < 200; i += 1) {
      const { message, isBinary } = firstMessage(random, i);
      using socket = await openRawSocket(server, {}, i % 3 === 0 ? "" : "?connectionParams=1");
      socket.ws.send(message, { binary: isBinary });
      socket.send({ id: "me", method: "query", params: { path: "user.me" } });
      await expect
        .poll(() => socket.frames.find((frame) => typeof frame !== "string" && frame.id === "me"), {
          interval: 5,
          timeout: 5_000,
        })
        .toMatchObject({ error: { data: { reason: "UNAUTHENTICATED" } } });
    }
    expect(server.log.filter(({ level }) => level === "error")).toEqual([]);
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  });
});

/** Numbers from 0 to 1 that are the same in every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

const shapes: unknown[] = [
  { method: "connectionParams" },
  { method: "connectionParams", data: null },
  { method: "connectionParams", data: [] },
  { method: "connectionParams", data: { token: {} } },
  { method: "connectionParams", data: { token: "x".repeat(100_000) } },
  { method: "connectionParams", data: { token: "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0." } },
  { method: "connectionParams", data: { __proto__: null, constructor: "x" } },
  { data: { token: "x" } },
  [],
  [{ method: "connectionParams", data: { token: "x" } }],
  null,
  0,
  "",
  { id: 1, method: "query", params: { path: "__proto__" } },
  { id: 1, method: "subscription", params: { path: "live.inbox" } },
];

/** A known shape, one that is cut or has a byte changed, or bytes at random. */
function firstMessage(random: () => number, i: number): { message: Buffer; isBinary: boolean } {
  const text = Buffer.from(JSON.stringify(shapes[i % shapes.length]));
  const isBinary = random() < 0.2;
  if (i < shapes.length) return { message: text, isBinary: false };
  if (i % 3 === 0) return { message: text.subarray(0, Math.floor(random() * text.length)), isBinary };
  if (i % 3 === 1) {
    // ASCII, since other bytes are no text at all.
    text[Math.floor(random() * text.length)] = 32 + Math.floor(random() * 95);
    return { message: text, isBinary };
  }
  return { message: Buffer.from(Array.from({ length: 64 }, () => Math.floor(random() * 256))), isBinary: true };
}
