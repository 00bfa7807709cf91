import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer, type TestServer } from "../fixtures/server.ts";

/** Hears whoever calls it. Use with `await using`. */
async function startCanary() {
  let heard = 0;
  const server = createServer((socket) => {
    heard += 1;
    socket.destroy();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    heard: () => heard,
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, "close");
    },
  };
}
type Canary = Awaited<ReturnType<typeof startCanary>>;

let server: TestServer;
let canary: Canary;
const stack = new AsyncDisposableStack();
beforeAll(async () => {
  server = stack.use(await startServer());
  canary = stack.use(await startCanary());
});
afterAll(() => stack.disposeAsync());

/** The first line of the answer to a request written by hand. */
async function ask(port: number, lines: readonly string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  const [head] = (await once(socket, "data")) as [Buffer];
  socket.destroy();
  return head.toString("latin1").split("\r\n", 1)[0] ?? "";
}

const paths = [
  "/",
  "/api/trpc",
  "/api/trpc/user.me",
  "/api/auth/get-session",
  "/api/images/x",
  "/api/health",
  "/api/none",
  "/sign-in",
  "/_next/image?url=%2Fx",
  "/media/x",
];
const upgrade = [
  "Connection: Upgrade",
  "Upgrade: websocket",
  "Sec-WebSocket-Version: 13",
  "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
];

/** Every way to name the canary that a request has. */
function* requestsTo(to: string): Generator<string[]> {
  const forged = [
    `X-Forwarded-Host: ${to}`,
    `X-Forwarded-Proto: http`,
    `Forwarded: host=${to}`,
    `X-Original-URL: http://${to}/`,
    `X-Rewrite-URL: http://${to}/`,
  ];
  for (const path of paths)
    for (const more of [[], upgrade])
      for (const method of ["GET", "POST"]) {
        yield [`${method} http://${to}${path} HTTP/1.1`, `Host: ${to}`, ...more];
        yield [`${method} http://${to}${path} HTTP/1.1`, "Host: 127.0.0.1", ...more];
        yield [`${method} ${path} HTTP/1.1`, `Host: ${to}`, ...forged, ...more];
        yield [`${method} //${to}${path} HTTP/1.1`, `Host: ${to}`, ...more];
        yield [`${method} /\\${to}${path} HTTP/1.1`, `Host: ${to}`, ...more];
        yield [`${method} ${path} HTTP/1.1`, `Host: 127.0.0.1@${to}`, ...more];
      }
}

describe("a request that names another host (S13)", () => {
  test("makes the server call nobody, and is answered", async () => {
    const to = `127.0.0.1:${canary.port}`;
    const port = Number(new URL(server.url).port);
    for (const lines of requestsTo(to)) {
      const status = await ask(port, lines);
      expect([lines[0], status]).toEqual([lines[0], expect.stringMatching(/^HTTP\/1\.1 (?:1|2|3|4)\d\d /)]);
      if (lines[0]?.includes(" http://")) expect([lines, status]).toEqual([lines, "HTTP/1.1 400 Bad Request"]);
    }
    expect(canary.heard()).toBe(0);
  });

  test("as a proxy's request is answered 400, and so is a tunnel or a star", async () => {
    const port = Number(new URL(server.url).port);
    expect(await ask(port, ["OPTIONS * HTTP/1.1", "Host: chat"])).toBe("HTTP/1.1 400 Bad Request");
    expect(await ask(port, ["GET https://chat/api/health HTTP/1.1", "Host: chat"])).toBe("HTTP/1.1 400 Bad Request");
    expect(await ask(port, ["GET /api/health HTTP/1.1", "Host: chat"])).toBe("HTTP/1.1 200 OK");
  });

  test("twice, or with two lengths, is refused by the parser", async () => {
    const port = Number(new URL(server.url).port);
    const both = ["POST /api/trpc/user.me HTTP/1.1", "Host: chat", "Content-Length: 5", "Transfer-Encoding: chunked"];
    expect(await ask(port, both)).toBe("HTTP/1.1 400 Bad Request");
    const twice = ["POST /api/trpc/user.me HTTP/1.1", "Host: chat", "Content-Length: 5", "Content-Length: 6"];
    expect(await ask(port, twice)).toBe("HTTP/1.1 400 Bad Request");
    expect(await ask(port, ["GET /api/health HTTP/1.1"])).toBe("HTTP/1.1 400 Bad Request");
  });
});
