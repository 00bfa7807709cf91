import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, requestsTo, startCanary } from "../fixtures/forged-requests.ts";
import { startServer, type TestServer } from "../fixtures/server.ts";

type Canary = Awaited<ReturnType<typeof startCanary>>;

let server: TestServer;
let canary: Canary;
const stack = new AsyncDisposableStack();
beforeAll(async () => {
  server = stack.use(await startServer());
  canary = stack.use(await startCanary());
});
afterAll(() => stack.disposeAsync());

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
