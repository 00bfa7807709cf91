import { setInterval } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import { openClient } from "../fixtures/chat-client.ts";
import { createTestDatabase } from "../fixtures/database.ts";
import { findFault } from "../fixtures/debian-program.ts";
import { freePort } from "../fixtures/free-port.ts";
import { startRedis } from "../fixtures/redis.ts";
import { percentile } from "../load/percentile.ts";
import { makeRoom } from "./make-room.ts";
import { seqsTo } from "./send-surely.ts";
import { patienceMs, sizes, slack } from "./size.ts";
import { startServerProcess, type ServerProcess } from "./start-server-process.ts";

const { clients, rounds, everyMs } = sizes.restartNodes;
const fault = await findFault("redis-server");

beforeEach((context) => {
  if (fault !== null) context.skip(fault);
});

test(
  "R2: nodes restarted one after the other by SIGTERM lose no message, and their people come back spread out",
  { timeout: patienceMs },
  async () => {
    await using stack = new AsyncDisposableStack();
    const redis = stack.use(await startRedis());
    const database = stack.use(await createTestDatabase());
    const room = stack.use(await makeRoom(database.url, { people: clients, channels: 1 }));
    const [channelId = ""] = room.channelIds;
    const ports = [await freePort(), await freePort()];
    const start = (index: number) =>
      startServerProcess({ databaseUrl: database.url, redisUrl: redis.url, port: ports[index] ?? 0 });
    const nodes: ServerProcess[] = [await start(0), await start(1)];
    stack.defer(async () => void (await Promise.all(nodes.map((node) => node.kill()))));
    const nodeAt = (index: number) => {
      const node = nodes[index];
      if (node === undefined) throw new Error("There is no such node.");
      return node;
    };

    const closes: number[] = [];
    const waits: number[] = [];
    const devices = Array.from({ length: clients }, (_, i) => {
      let lostAt = 0;
      const device = stack.use(
        openClient(nodeAt(i % 2), room.member(i), {
          transport: "socket",
          onSocket(socket) {
            socket.on("open", () => {
              if (lostAt > 0) waits.push(performance.now() - lostAt);
              lostAt = 0;
            });
            socket.on("close", (code: number) => {
              if (code === 1006) return;
              closes.push(code);
              lostAt = performance.now();
            });
          },
        }),
      );
      device.client.messages.open(channelId);
      return device;
    });
    await Promise.all(devices.map((device) => device.until(() => device.timeline(channelId).live === "synced")));

    let isDone = false;
    const sending = (async () => {
      const sent: Promise<unknown>[] = [];
      for await (const _ of setInterval(everyMs)) {
        const device = devices[sent.length % devices.length];
        if (device !== undefined) sent.push(device.client.messages.send(channelId, { text: `m${sent.length}` }));
        if (isDone) break;
      }
      await Promise.all(sent);
      return sent.length;
    })();
    const drains: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const index of [0, 1]) {
        const back = closes.length;
        const { ms, code } = await nodeAt(index).stop();
        expect(code).toBe(0);
        drains.push(ms);
        nodes[index] = await start(index);
        const own = devices.filter((_, i) => i % 2 === index).length;
        expect(closes.length - back).toBe(own);
        await expect.poll(() => nodeAt(index).metric("chat_sockets"), { timeout: 30_000 }).toBe(own);
      }
    }
    isDone = true;
    const sent = await sending;

    expect(new Set(closes)).toEqual(new Set([1012]));
    expect(Math.max(...drains)).toBeLessThan(10_000 * slack);
    // Spread over four seconds at random: no quarter of a second may hold most of them.
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(500);
    const rows = await room.database.query<{ seq: number; text: string }>(
      `SELECT seq, text FROM "Message" WHERE "channelId" = $1 ORDER BY seq`,
      [channelId],
    );
    expect(rows.map(({ seq }) => seq)).toEqual(seqsTo(sent));
    expect(new Set(rows.map(({ text }) => text)).size).toBe(sent);
    for (const device of devices) {
      await device.until(() => device.timeline(channelId).rows.at(-1)?.seq === sent);
      const shown = device.timeline(channelId).rows.map(({ seq }) => seq);
      expect(shown).toEqual(seqsTo(sent).slice(-shown.length));
    }
    console.log(
      `R2: ${sent} messages, drain at most ${Math.round(Math.max(...drains))} ms, back p50 ${Math.round(percentile(waits, 50))} p99 ${Math.round(percentile(waits, 99))} ms`,
    );
  },
);
