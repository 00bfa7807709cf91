import { once } from "node:events";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeGroup, type TestGroup } from "../fixtures/group.ts";
import { openRawSocket, type WireFrame } from "../fixtures/raw-socket.ts";
import { startServer, type TestServer } from "../fixtures/server.ts";

const mebibyte = 1024 * 1024;

let server: TestServer;
let group: TestGroup;
beforeAll(async () => {
  server = await startServer();
  group = await makeGroup(server);
});
afterAll(() => server[Symbol.asyncDispose]());

const post = async (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
  const response = await fetch(`${server.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...group.owner.headers, ...headers },
    body,
  });
  await response.arrayBuffer();
  return response.status;
};

const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
const keys = (count: number) => `{${Array.from({ length: count }, (_, i) => `"k${i}":0`).join(",")}}`;
const update = "/api/trpc/user.updateMe";
const send = "/api/trpc/message.send";
const sendWith = (custom: string) => `{"channelId":"${group.channelId}","clientId":"c","text":"x","custom":${custom}}`;

/** Bodies that no client sends, by what they are; each is an input. */
const hostile = (): Record<string, string> => ({
  "ten thousand levels": deep(10_000),
  "ten thousand levels within a field": `{"name":${deep(10_000)}}`,
  "ten thousand objects in one another": `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`,
  "forty thousand keys": keys(40_000),
  "a key named __proto__": '{"name":"Eve","__proto__":{"polluted":true}}',
  "a prototype within a constructor": '{"name":"Eve","constructor":{"prototype":{"polluted":true}}}',
  "a list for an object": '[["name","Eve"]]',
  "a number beyond all": '{"name":1e999}',
  "half of an emoji": '{"name":"\\ud83d"}',
  "a name written twice, the last of which is none": '{"name":"Eve","name":5}',
});

describe("a body (S16)", () => {
  test("beyond 1 MiB is refused as too long, whichever the route", async () => {
    const million = keys(1_000_000);
    expect(million.length).toBeGreaterThan(mebibyte);
    for (const path of [update, send, `${update},user.updateMe?batch=1`, "/api/auth/sign-in/email"])
      for (const body of ["x".repeat(mebibyte + 1), million])
        expect([path, await post(path, body, { origin: server.url })]).toEqual([path, 413]);
  });

  test("without end is answered, and then cut", async () => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    const cookie = group.owner.headers["cookie"] ?? "";
    const lines = [`POST ${update} HTTP/1.1`, "Host: chat", `Origin: ${server.url}`, `Cookie: ${cookie}`];
    socket.write(`${lines.join("\r\n")}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`);
    const chunk = `10000\r\n${" ".repeat(0x10000)}\r\n`;
    const answered = once(socket, "data");
    // The cut may come as a reset.
    const cut = new Promise<void>((resolve) => void socket.on("error", () => undefined).on("close", () => resolve()));
    const write = () => {
      if (!socket.destroyed) socket.write(chunk, () => setTimeout(write, 1));
    };
    write();
    expect(String((await answered)[0])).toMatch(/^HTTP\/1\.1 413 /);
    await cut;
  });

  test("that is hostile is answered 4xx over HTTP, alone and in a batch, and changes nothing", async () => {
    const inputs = hostile();
    for (const [name, body] of Object.entries(inputs)) {
      for (const path of [update, send]) expect([name, await post(path, body)]).toEqual([name, 400]);
      const batched = await post(`${update},user.updateMe?batch=1`, `{"0":${body},"1":${body}}`);
      expect([name, batched]).toEqual([name, 400]);
    }
    for (const custom of [deep(10_000), keys(50_000), '{"__proto__":{"polluted":true}}'])
      expect(await post(send, sendWith(custom))).toBe(400);
    for (const body of ['{"__proto__":{"name":"Eve"}}', '{"constructor":{"name":"Eve"}}', "[]", "5", '"x"', "null"])
      expect([body, await post(`${update}?batch=1`, body)]).toEqual([body, 400]);
    await nothingHappened();
  });

  test("that is hostile is refused over the socket, which stays", async () => {
    using socket = await openRawSocket(server, group.owner.headers);
    const inputs = Object.entries(hostile());
    for (const [id, [, input]] of inputs.entries())
      socket.ws.send(`{"id":${id},"method":"mutation","params":{"path":"user.updateMe","input":${input}}}`);
    socket.ws.send(`{"id":"custom","method":"mutation","params":{"path":"message.send","input":${sendWith(deep(10_000))}}}`);
    socket.ws.send(deep(10_000));
    socket.ws.send('{"id":"proto","method":"query","params":{"path":"user.me"},"__proto__":{"method":"mutation"}}');
    await socket.until(inputs.length + 3);
    const refused = socket.frames.filter((frame) => (frame as WireFrame).error !== undefined) as WireFrame[];
    expect(refused).toHaveLength(inputs.length + 2);
    for (const { error } of refused) {
      expect(error?.data["httpStatus"]).toBe(400);
      // A long call has no long answer.
      expect(JSON.stringify(error).length).toBeLessThan(1_500);
    }
    await nothingHappened();
  });

  test("in which a key is written twice is refused, wherever it stands and however it is spelled", async () => {
    const twice = ['{"name":"Eve","name":"Eve"}', '{"name":"Eve","n\\u0061me":"Eve"}', '{"name":"Eve","custom":{"a":1,"a":1}}'];
    for (const body of twice) {
      expect([body, await post(update, body)]).toEqual([body, 400]);
      expect([body, await post(`${update},user.updateMe?batch=1`, `{"0":{"name":"Eve"},"1":${body}}`)]).toEqual([body, 400]);
    }
    expect(await post(`${update}?batch=1`, '{"0":{"name":"Eve"},"0":{"name":"Eve"}}')).toBe(400);
    const asked = `${server.url}/api/trpc/channel.list?input=${encodeURIComponent('{"limit":1,"limit":1}')}`;
    expect((await fetch(asked, { headers: group.owner.headers })).status).toBe(400);
    const email = '{"email":"a@example.com","email":"b@example.com","password":"x"}';
    expect(await post("/api/auth/sign-in/email", email, { origin: server.url })).toBe(400);
    await nothingHappened();
  });

  test("in which a key is written twice is refused over the socket, which stays", async () => {
    using socket = await openRawSocket(server, group.owner.headers);
    const call = (id: number, input: string) =>
      `{"id":${id},"method":"mutation","params":{"path":"user.updateMe","input":${input}}}`;
    socket.ws.send(call(1, '{"name":"Eve","name":"Eve"}'));
    socket.ws.send('{"id":2,"id":3,"method":"mutation","params":{"path":"user.updateMe","input":{"name":"Eve"}}}');
    socket.ws.send(call(4, "{}"));
    await socket.until(3);
    const [first, second, third] = socket.frames as WireFrame[];
    for (const frame of [first, second]) expect(frame?.error?.data["httpStatus"]).toBe(400);
    expect(third).toMatchObject({ id: 4, result: { data: { name: group.owner.name } } });
    await nothingHappened();
  });

  test("that ends in the middle is no fault of the server", async () => {
    const { length } = server.log;
    for (const path of [update, "/api/auth/sign-in/email"]) {
      const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
      const lines = [`POST ${path} HTTP/1.1`, "Host: chat", `Origin: ${server.url}`, "Content-Type: application/json"];
      socket.write(`${lines.join("\r\n")}\r\nContent-Length: 100\r\n\r\n{"name":`);
      // The other end has read it by the time that it acknowledges this one's end.
      await new Promise<void>((resolve) => void socket.end(resolve));
      socket.destroy();
    }
    await expect.poll(() => server.log.slice(length).some(({ message }) => message === "request")).toBe(true);
    expect(server.log.slice(length).filter(({ level }) => level === "error")).toEqual([]);
  });

  test("that is compressed is refused unread", async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(64 * mebibyte, " ")));
    for (const encoding of ["gzip", "br", "deflate", "zstd", "GZIP", "gzip, gzip", "x"])
      for (const path of [update, "/api/auth/sign-in/email"])
        expect([encoding, await post(path, bomb, { "content-encoding": encoding, origin: server.url })]).toEqual([encoding, 415]);
    expect(await post(update, '{"name":"Plain"}', { "content-encoding": "identity" })).toBe(200);
  });

  test("of all these kinds, again and again, takes no more than 32 MiB", async () => {
    const million = keys(1_000_000);
    const bodies = [...Object.values(hostile()), million, "x".repeat(mebibyte + 1)];
    const round = async () => {
      for (const body of bodies) await post(update, body);
    };
    const grown: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const before = process.memoryUsage.rss();
      await round();
      grown.push(process.memoryUsage.rss() - before);
    }
    // The client lives in this process too, and the heap grows by steps: what is kept of each would show in every round.
    const [least, , usual] = grown.toSorted((a, b) => a - b);
    expect(least).toBeLessThan(8 * mebibyte);
    expect(usual).toBeLessThan(32 * mebibyte);
  });
});

async function nameOf(): Promise<string> {
  return (await (await server.chat.callerFor(new Headers(group.owner.headers))).user.me()).name;
}

async function nothingHappened(): Promise<void> {
  expect(await nameOf()).toBe(group.owner.name);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect("polluted" in {}).toBe(false);
  expect(server.log.filter(({ level }) => level === "error")).toEqual([]);
}
