import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { createTestDatabase } from "../fixtures/database.ts";
import { findFault } from "../fixtures/debian-program.ts";
import { startRedis, type TestRedis } from "../fixtures/redis.ts";
import { percentile } from "../load/percentile.ts";
import { makeRoom } from "./make-room.ts";
import { openDevice } from "./open-device.ts";
import { receiveMessages } from "./receive-messages.ts";
import { send, seqsTo } from "./send-surely.ts";
import { patienceMs, sizes, slack } from "./size.ts";
import { startServerProcess } from "./start-server-process.ts";

const { awayMs, senders } = sizes.loseBus;
/** A message of each sender every so often, in milliseconds. */
const everyMs = 200;
const fault = await findFault("redis-server");

beforeEach((context) => {
  if (fault !== null) context.skip(fault);
});

const absences: [how: string, leave: (redis: TestRedis) => unknown, comeBack: (redis: TestRedis) => unknown][] = [
  ["frozen", (redis) => redis.freeze(), (redis) => redis.thaw()],
  ["dead", (redis) => redis.kill(), (redis) => redis.start()],
];

test.each(absences)(
  "R15: while the bus is %s, sends go on and the other node's readers have each soon; afterwards at once again",
  { timeout: patienceMs },
  async (how, leave, comeBack) => {
    await using stack = new AsyncDisposableStack();
    const redis = stack.use(await startRedis());
    const database = stack.use(await createTestDatabase());
    const room = stack.use(await makeRoom(database.url, { people: senders + 1, channels: 1 }));
    const start = async () => stack.use(await startServerProcess({ databaseUrl: database.url, redisUrl: redis.url }));
    const near = await start();
    const far = await start();
    const [channelId = ""] = room.channelIds;
    const writers = Array.from({ length: senders }, (_, i) => stack.use(openDevice(near, room.member(i))));
    const reader = stack.use(openDevice(far, room.member(senders)));
    const received = receiveMessages(reader, channelId, 0);
    await received.untilSynced();
    let sent = 0;
    /** From the call until the acknowledgement, and until the reader at the other node had it. */
    const sendOne = async (device: (typeof writers)[number]) => {
      const began = performance.now();
      const { seq } = await send(device, { channelId, clientId: randomUUID(), text: "x" });
      const acknowledged = performance.now() - began;
      sent += 1;
      await received.until(seq);
      return { acknowledged, arrived: performance.now() - began };
    };
    // Typing is not in the database: it comes over the bus or not at all.
    const typed = new Set<string>();
    reader.subscribe(
      "live.channel",
      { channelId },
      {
        onData(frame) {
          const { data } = frame as { data: { type: string; user?: { id: string } } };
          if (data.type === "typing" && data.user !== undefined) typed.add(data.user.id);
        },
        onEnd: (reason) => expect.fail(`The subscription ended: ${reason}`),
      },
    );
    const type = (i: number) => writers[i]?.call("mutation", "channel.typing", { channelId });
    const untilLive = async (i: number, within: number) => {
      const began = performance.now();
      const isSeen = async () => {
        await type(i);
        return typed.has(room.member(i).id);
      };
      await expect.poll(isSeen, { timeout: within * slack, interval: 50 }).toBe(true);
      return performance.now() - began;
    };
    await untilLive(0, 5_000);

    await leave(redis);
    const awayAt = performance.now();
    const away = await Promise.all(
      writers.map(async (device) => {
        const times: Awaited<ReturnType<typeof sendOne>>[] = [];
        while (performance.now() - awayAt < awayMs) {
          const [time] = await Promise.all([sendOne(device), new Promise((resolve) => setTimeout(resolve, everyMs))]);
          times.push(time);
        }
        return times;
      }),
    );
    await type(1);
    expect(typed.has(room.member(1).id)).toBe(false);
    await comeBack(redis);
    const healed = await untilLive(2, 5_000);

    const times = away.flat();
    expect(times.length).toBeGreaterThan(senders);
    expect(Math.max(...times.map(({ acknowledged }) => acknowledged))).toBeLessThan(1_000 * slack);
    expect(Math.max(...times.map(({ arrived }) => arrived))).toBeLessThan(2_000 * slack);
    await received.until(sent);
    expect(received.seqs).toEqual(seqsTo(sent));
    expect(received.resets).toBe(0);
    for (const node of [near, far]) expect((await node.stats()).faults).toEqual([]);
    console.log(
      `R15: ${how} for ${awayMs} ms, ${times.length} sends: at the other node after p50 ${Math.round(
        percentile(
          times.map(({ arrived }) => arrived),
          50,
        ),
      )} ms, at most ${Math.round(Math.max(...times.map(({ arrived }) => arrived)))} ms; live ${Math.round(healed)} ms after the return`,
    );
  },
);
