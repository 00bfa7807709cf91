import { once } from "node:events";
import type { RequestListener } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { expect, it } from "vitest";
import { openHttp, patience, type HttpPatience } from "./open-http.ts";

/** Answers once the whole body came. */
const answer: RequestListener = (req, res) => void req.resume().once("end", () => res.end("ok"));

async function open(time?: HttpPatience) {
  const server = openHttp(answer, time).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** Sends `start` and then a byte now and again, until it is cut. */
    trickle(start: string): { socket: Socket; cut: Promise<unknown> } {
      const socket = connect(port, "127.0.0.1");
      socket.write(start);
      const timer = setInterval(() => socket.write("x"), 50);
      const cut = new Promise((resolve) => socket.on("error", () => undefined).on("close", resolve));
      socket.resume().on("close", () => clearInterval(timer));
      return { socket, cut };
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

const headers = "GET / HTTP/1.1\r\nHost: chat\r\nX-Slow: ";
const body = "POST / HTTP/1.1\r\nHost: chat\r\nContent-Length: 100000\r\n\r\n";

it("cuts slow headers within 60 s and slow bodies within 300 s (S17)", () => {
  expect(patience.headersMs + patience.checkMs).toBeLessThanOrEqual(60_000);
  expect(patience.requestMs + patience.checkMs).toBeLessThanOrEqual(300_000);
});

it("cuts who sends byte by byte, headers sooner than bodies, and answers who does not", async () => {
  await using host = await open({ headersMs: 300, requestMs: 900, checkMs: 50 });
  const start = performance.now();
  const after = async ({ cut }: { cut: Promise<unknown> }) => {
    await cut;
    return performance.now() - start;
  };
  const slowHeaders = after(host.trickle(headers));
  const slowBody = after(host.trickle(body));
  expect((await fetch(host.url, { method: "POST", body: "x".repeat(10_000) })).status).toBe(200);
  expect(await slowHeaders).toBeGreaterThanOrEqual(300);
  expect(await slowHeaders).toBeLessThan(900);
  expect(await slowBody).toBeGreaterThanOrEqual(900);
  expect(await slowBody).toBeLessThan(5_000);
});

it("answers others as fast while five hundred trickle", { timeout: 30_000 }, async () => {
  await using host = await open();
  const slow = Array.from({ length: 500 }, (_, i) => host.trickle(i % 2 === 0 ? headers : body));
  for (const { socket } of slow) if (socket.connecting) await once(socket, "connect");
  const times: number[] = [];
  for (let i = 0; i < 100; i += 1) {
    const start = performance.now();
    expect((await fetch(host.url)).status).toBe(200);
    times.push(performance.now() - start);
  }
  expect(times.toSorted((a, b) => a - b)[98]).toBeLessThan(500);
  expect(slow.filter(({ socket }) => socket.destroyed)).toEqual([]);
  for (const { socket } of slow) socket.destroy();
});
