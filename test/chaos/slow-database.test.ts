import { expect, test } from "vitest";
import { createTestDatabase } from "../fixtures/database.ts";
import { percentile } from "../load/percentile.ts";
import { makeRoom } from "./make-room.ts";
import { openDevice, Refusal } from "./open-device.ts";
import { send, seqsTo } from "./send-surely.ts";
import { patienceMs, sizes, slack } from "./size.ts";
import { startServerProcess } from "./start-server-process.ts";
import { startRelay } from "./tcp-relay.ts";

const { delayMs, talkMs, excess } = sizes.slowDatabase;
const talkers = 20;
/** What a socket may have in flight. */
const inFlight = 1_000;
const MiB = 1024 * 1024;

test(
  "R12: a database that answers late makes sends late and nothing else: what is too much is refused, and memory and loop stay as they were",
  { timeout: patienceMs },
  async () => {
    await using stack = new AsyncDisposableStack();
    const database = stack.use(await createTestDatabase());
    const room = stack.use(await makeRoom(database.url, { people: 4, channels: talkers + 1 }));
    const relay = stack.use(await startRelay({ url: database.url }));
    const far = new URL(database.url);
    far.port = new URL(relay.url).port;
    const server = stack.use(await startServerProcess({ databaseUrl: far.href }));
    const [flooded = "", ...channels] = room.channelIds;
    const devices = channels.map((_, i) => stack.use(openDevice(server, room.member(i))));
    // Connections are open and statements prepared before the network is slow.
    await Promise.all(devices.map((device, i) => send(device, { channelId: channels[i] ?? "", clientId: "warm", text: "warm" })));
    relay.delay(delayMs);
    const before = await server.stats();

    const until = performance.now() + talkMs;
    const talking = await Promise.all(
      devices.map(async (device, i) => {
        const times: number[] = [];
        for (let n = 0; performance.now() < until; n += 1) {
          const start = performance.now();
          await send(device, { channelId: channels[i] ?? "", clientId: `t${n}`, text: `talk ${n}` });
          times.push(performance.now() - start);
        }
        return times;
      }),
    );
    const times = talking.flat();
    const talked = await server.stats();

    const flooders = Array.from({ length: Math.ceil(excess / inFlight) }, () => stack.use(openDevice(server, room.member(0))));
    const reasons: string[] = [];
    const flood = Array.from({ length: excess }, (_, n) => {
      const flooder = flooders[n % flooders.length];
      if (flooder === undefined) throw new Error("There is a flooder for each.");
      return send(flooder, { channelId: flooded, clientId: `f${n}`, text: `flood ${n}` }).catch((error: unknown) =>
        reasons.push(error instanceof Refusal ? error.reason : String(error)),
      );
    });
    // Most of it is refused before the first of it is stored.
    await Promise.race(flood);
    const flooding = await server.stats();
    const stored = (await Promise.all(flood)).filter((sent) => typeof sent === "object");

    const rows = await room.rows(flooded);
    expect(rows.map(({ seq }) => seq)).toEqual(seqsTo(stored.length));
    expect(reasons.length + stored.length).toBe(excess);
    // A channel may have 5,000 changes waiting.
    expect([...new Set(reasons)]).toEqual(excess > 2 * 5_000 ? ["UNAVAILABLE"] : []);
    // A send takes part in a transaction of two round trips.
    expect(percentile(times, 50)).toBeGreaterThan(2 * delayMs);
    expect(percentile(times, 99)).toBeLessThan(3 * delayMs * slack);
    for (const { loopLagMs, faults, held } of [talked, flooding]) {
      expect(loopLagMs).toBeLessThan(200 * slack);
      expect(held - before.held).toBeLessThan(64 * MiB);
      expect(faults).toEqual([]);
    }
    const perDevice = talking.map((each) => each.length);
    for (const [i, count] of perDevice.entries())
      expect((await room.rows(channels[i] ?? "")).map(({ seq }) => seq)).toEqual(seqsTo(count + 1));
    console.log(
      `R12: PostgreSQL ${delayMs} ms late: ${times.length} sends of ${talkers} people, p50 ${percentile(times, 50).toFixed(0)}, p99 ${percentile(times, 99).toFixed(0)} ms; of ${excess} at once ${reasons.length} refused; loop lag p99 ${talked.loopLagMs.toFixed(1)} and ${flooding.loopLagMs.toFixed(1)} ms; held +${((flooding.held - before.held) / MiB).toFixed(1)} MiB`,
    );
  },
);
