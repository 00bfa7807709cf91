import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, test } from "vitest";
import { openHttp, patience, type HttpPatience } from "../../apps/web/server/open-http.ts";
import { isFull, patienceMs, sizes, slack } from "../chaos/size.ts";
import { callHttp } from "../fixtures/call.ts";
import { makeGroup } from "../fixtures/group.ts";
import { startServer, type TestServer } from "../fixtures/server.ts";
import { openSocket } from "../fixtures/socket.ts";
import { percentile } from "../load/percentile.ts";

const { sockets, everyMs, calls } = sizes.slowSenders;
/** As the product has it, or so short that nobody waits minutes. */
const time: HttpPatience = isFull ? patience : { headersMs: 4_000, requestMs: 8_000, checkMs: 200 };

const starts = {
  headers: "POST /api/trpc/message.send HTTP/1.1\r\nHost: chat\r\nX-Slow: ",
  bodies: [
    "POST /api/trpc/message.send HTTP/1.1\r\nHost: chat\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n",
    "POST /api/auth/sign-in/email HTTP/1.1\r\nHost: chat\r\nContent-Type: application/json\r\nContent-Length: 10000\r\n\r\n",
  ],
};

/** Sends `start` and then a byte now and again. Resolves when it is connected; `cutAfter` when it was cut, in milliseconds. */
async function trickle({ url }: TestServer, start: string): Promise<{ socket: Socket; cutAfter: Promise<number> }> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  const begun = performance.now();
  socket.resume().write(start);
  const timer = setInterval(() => socket.write("x"), everyMs);
  const cutAfter = new Promise<number>((resolve) =>
    socket.on("close", () => {
      clearInterval(timer);
      resolve(performance.now() - begun);
    }),
  );
  return { socket, cutAfter };
}

test(
  "hundreds that send byte by byte are cut in time, and until then hold up nobody (S17)",
  { timeout: patienceMs },
  async () => {
    await using server = await startServer({ openHttp: (listener) => openHttp(listener, time) });
    const { owner, channelId } = await makeGroup(server);
    using socket = openSocket(server, owner);
    await socket.api.user.me.query();
    const slow = await Promise.all(
      Array.from({ length: sockets }, async (_, i) => {
        const isHeaders = i % 2 === 0;
        const start = isHeaders ? starts.headers : (starts.bodies[(i >> 1) % starts.bodies.length] ?? "");
        return { isHeaders, ...(await trickle(server, start)) };
      }),
    );

    const times: number[] = [];
    const timed = async (act: () => Promise<unknown>) => {
      const start = performance.now();
      await act();
      times.push(performance.now() - start);
    };
    for (let i = 0; i < calls; i += 1) {
      await timed(() => socket.api.message.send.mutate({ channelId, clientId: randomUUID(), text: `message ${i}` }));
      await timed(async () =>
        expect(await callHttp(server, owner, { path: "user.me", type: "query" }, undefined)).toMatchObject({ reason: "ok" }),
      );
    }
    // Else there was nobody to be held up by.
    expect(slow.filter(({ socket: one }) => one.destroyed)).toEqual([]);
    expect(percentile(times, 99)).toBeLessThan(500 * slack);

    const longest = async (isHeaders: boolean) =>
      Math.max(...(await Promise.all(slow.filter((one) => one.isHeaders === isHeaders).map(({ cutAfter }) => cutAfter))));
    const [headersMs, bodiesMs] = [await longest(true), await longest(false)];
    console.log(
      `S17: beside ${sockets} that trickle ${times.length} calls took p99 ${percentile(times, 99).toFixed(1)} ms; headers were cut after ${Math.round(headersMs)} ms, bodies after ${Math.round(bodiesMs)} ms`,
    );
    expect(headersMs).toBeLessThan(60_000);
    expect(bodiesMs).toBeLessThan(300_000);
    expect(await callHttp(server, owner, { path: "user.me", type: "query" }, undefined)).toMatchObject({ reason: "ok" });
    expect(server.log.filter(({ level }) => level === "error")).toEqual([]);
  },
);
