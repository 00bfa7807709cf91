import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { WebSocket as WsSocket, WebSocketServer } from "ws";
import { impatient } from "./impatient-socket.ts";

/** A server that reads nothing more once it was told to, as a network that swallows everything. */
async function startSwallowing() {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    swallow() {
      for (const socket of server.clients) socket.pause();
    },
    cut() {
      for (const socket of server.clients) socket.terminate();
    },
    [Symbol.asyncDispose]: () => {
      for (const socket of server.clients) socket.terminate();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

it.each([
  ["a browser's", globalThis.WebSocket],
  ["the ws package's", WsSocket as unknown as typeof WebSocket],
])("counts as closed soon where the other side never agrees, and once: %s", async (_, Base) => {
  await using server = await startSwallowing();
  const Impatient = impatient(Base)!;
  const socket = new Impatient(server.url);
  await new Promise((resolve) => socket.addEventListener("open", resolve));
  const ends: number[] = [];
  const ended = new Promise<void>((resolve) =>
    socket.addEventListener("close", ({ code }) => {
      ends.push(code);
      resolve();
    }),
  );
  server.swallow();
  const start = performance.now();
  socket.close();
  await ended;
  expect(performance.now() - start).toBeLessThan(10_000);
  server.cut();
  await expect.poll(() => socket.readyState).toBe(socket.CLOSED);
  expect(ends).toEqual([1006]);
});
