import { expect, test } from "vitest";
import { createTestDatabase } from "../fixtures/database.ts";
import { percentile } from "../load/percentile.ts";
import { makeRoom } from "./make-room.ts";
import { openDevice } from "./open-device.ts";
import { receiveMessages } from "./receive-messages.ts";
import { sendSurely, seqsTo, shareOut } from "./send-surely.ts";
import { patienceMs, sizes, slack } from "./size.ts";
import { startServerProcess, type Stats } from "./start-server-process.ts";

const { stopped, readers, bytes, compared, slowerAtMost } = sizes.stopReading;
/** Of 30 kB: longer than what people write, so that it takes fewer. */
const text = "€".repeat(10_000);
const sendsToStopped = Math.ceil(bytes / Buffer.byteLength(text));
const MiB = 1024 * 1024;
const mib = (count: number) => (count / MiB).toFixed(1);

test(
  "R4: who stops reading is closed with 4008 and costs a bounded amount; all others get everything, as fast",
  { timeout: patienceMs },
  async () => {
    await using stack = new AsyncDisposableStack();
    const database = stack.use(await createTestDatabase());
    const room = stack.use(await makeRoom(database.url, { people: 8, channels: 1 }));
    const server = stack.use(await startServerProcess({ databaseUrl: database.url }));
    const [channelId = ""] = room.channelIds;
    const open = (i: number) => {
      const device = stack.use(openDevice(server, room.member(i)));
      return { device, received: receiveMessages(device, channelId) };
    };
    const reading = Array.from({ length: readers }, (_, i) => open(i));
    const pausing = open(0);
    await Promise.all([...reading, pausing].map(({ received }) => received.untilSynced()));
    const sender = stack.use(openDevice(server, room.member(0)));

    let sent = 0;
    let most = 0;
    /** So many messages more; answers how long each took to each reader, in milliseconds. */
    const publish = async (count: number): Promise<number[]> => {
      const from = sent;
      sent += count;
      const begun = new Map<string, number>();
      const times: number[] = [];
      const note = (clientId: string) => times.push(performance.now() - (begun.get(clientId) ?? Number.NaN));
      const stops = reading.map(({ received }) => received.onMessage(note));
      await shareOut(8, count, async (n) => {
        const clientId = `c${from + n}`;
        begun.set(clientId, performance.now());
        await sendSurely(sender, { channelId, clientId, text });
        if (n % 20 === 0) most = Math.max(most, await server.metric("chat_queued_bytes"));
      });
      await Promise.all(reading.map(({ received }) => received.until(sent)));
      for (const stop of stops) stop();
      return times;
    };
    /** What it holds more than before, once it let go of what it had in hand. */
    const grownSince = async (before: Stats, heldAtMost: number) => {
      await expect.poll(async () => (await server.stats()).held - before.held, { timeout: 10_000 }).toBeLessThan(heldAtMost);
      const after = await server.stats();
      return { held: after.held - before.held, rss: after.rss - before.rss };
    };

    // All read at first: what a server takes when it is busy at all is not counted, and it is what the rest is compared with.
    await publish(compared);
    const before = await server.stats();
    const whileAllRead = await publish(compared);

    // One stops, and reads again as soon as it was given up.
    pausing.device.pause();
    let crowdedAt = Infinity;
    while ((await server.metric("chat_too_slow_total")) === 0) {
      await publish(10);
      if ((await server.metric("chat_queued_bytes")) > MiB) crowdedAt = Math.min(crowdedAt, performance.now());
    }
    pausing.device.resume();
    await expect.poll(() => pausing.device.closes, { timeout: 10_000, interval: 10 }).toEqual([4008]);
    const closedAfter = performance.now() - Math.min(crowdedAt, performance.now());
    expect(closedAfter).toBeLessThan(5_000 * slack);
    await pausing.received.untilResumed(sent);
    pausing.device.pause();
    const whileOneStopped = await publish(compared);
    const one = await grownSince(before, 16 * MiB);

    // Many do, and go on not reading.
    const stopping = Array.from({ length: stopped }, (_, i) => open(i));
    await Promise.all(stopping.map(({ received }) => received.untilSynced()));
    const beforeMany = await server.stats();
    const firstMissed = sent + 1;
    for (const { device } of stopping) device.pause();
    await publish(sendsToStopped);
    // What the kernel holds of a reader that stopped is some MB, and not the server's; all of it beyond was refused.
    await expect.poll(() => server.metric("chat_too_slow_total"), { timeout: 10_000 }).toBe(stopped + 2);
    const many = await grownSince(beforeMany, (16 + stopped) * MiB);

    expect(whileAllRead.length).toBe(readers * compared);
    expect(whileOneStopped.length).toBe(readers * compared);
    const slower = percentile(whileOneStopped, 99) / percentile(whileAllRead, 99);
    console.log(
      `R4: ${compared} messages of ${Buffer.byteLength(text)} bytes to ${readers}: p99 ${percentile(whileAllRead, 99).toFixed(1)} ms while all read, × ${slower.toFixed(2)} while one stopped, who was closed ${Math.round(closedAfter)} ms after 1 MiB waited; held +${mib(one.held)}, RSS +${mib(one.rss)} MiB; ${stopped} stopped: at most ${mib(most)} MiB queued, held +${mib(many.held)}, RSS +${mib(many.rss)} MiB`,
    );
    expect(slower).toBeLessThanOrEqual(slowerAtMost);
    for (const { received, device } of reading) {
      expect(received.seqs).toEqual(seqsTo(sent));
      expect(device.closes).toEqual([]);
    }
    expect(most).toBeLessThanOrEqual(stopped * 1.1 * MiB + readers * MiB);
    expect(one.rss).toBeLessThan(32 * MiB);
    expect(many.rss).toBeLessThan(256 * MiB);
    expect((await server.stats()).faults).toEqual([]);

    // They read again, and miss nothing; who is more than 1,000 behind is told so instead.
    for (const { device } of [pausing, ...stopping]) device.resume();
    for (const { received } of stopping) {
      await received.untilResumed(sent);
      expect(received.seqs).toEqual(seqsTo(sent).slice(firstMissed - 1, firstMissed - 1 + received.seqs.length));
      expect(received.seqs.at(-1) === sent || received.resets > 0).toBe(true);
    }
  },
);
