import { expect, test } from "vitest";
import { createTestDatabase } from "../fixtures/database.ts";
import { makeRoom } from "./make-room.ts";
import { openDevice } from "./open-device.ts";
import { receiveMessages } from "./receive-messages.ts";
import { sendSurely, seqsTo, shareOut } from "./send-surely.ts";
import { patienceMs, sizes } from "./size.ts";
import { startServerProcess } from "./start-server-process.ts";

const { stopped, readers, bytes } = sizes.stopReading;
/** Of 30 kB: longer than what people write, so that it takes fewer. */
const text = "€".repeat(10_000);
/** Before anybody stops. */
const warmUp = 100;
const sends = warmUp + Math.ceil(bytes / Buffer.byteLength(text));
const MiB = 1024 * 1024;

test(
  "R4: who stops reading is closed with 4008 and costs a bounded amount; all others get everything",
  { timeout: patienceMs },
  async () => {
    await using stack = new AsyncDisposableStack();
    const database = stack.use(await createTestDatabase());
    const room = stack.use(await makeRoom(database.url, { people: 8, channels: 1 }));
    const server = stack.use(await startServerProcess({ databaseUrl: database.url }));
    const [channelId = ""] = room.channelIds;
    const open = (i: number) => {
      const device = stack.use(openDevice(server, room.member(i)));
      return { device, received: receiveMessages(device, channelId, 0) };
    };
    const reading = Array.from({ length: readers }, (_, i) => open(i));
    const stopping = Array.from({ length: stopped }, (_, i) => open(i));
    await Promise.all([...reading, ...stopping].map(({ received }) => received.untilSynced()));
    const sender = stack.use(openDevice(server, room.member(0)));
    let most = 0;
    const publish = (from: number, count: number) =>
      shareOut(8, count, async (n) => {
        await sendSurely(sender, { channelId, clientId: `c${from + n}`, text });
        if (n % 20 === 0) most = Math.max(most, await server.metric("chat_queued_bytes"));
      });
    // All read at first, so that what a server takes when it is busy at all is not counted.
    await publish(0, warmUp);
    await Promise.all([...reading, ...stopping].map(({ received }) => received.until(warmUp)));
    const before = await server.stats();
    for (const { device } of stopping) device.pause();
    await publish(warmUp, sends - warmUp);
    await Promise.all(reading.map(({ received }) => received.until(sends)));
    for (const { received, device } of reading) {
      expect(received.seqs).toEqual(seqsTo(sends));
      expect(device.closes).toEqual([]);
    }
    // What the kernel holds of a reader that stopped is some MB, and not the server's; all of it beyond was refused.
    await expect.poll(() => server.metric("chat_too_slow_total"), { timeout: 10_000 }).toBe(stopped);
    expect(most).toBeLessThanOrEqual(stopped * 1.1 * MiB + readers * MiB);
    const after = await server.stats();
    expect(after.held - before.held).toBeLessThan((16 + stopped) * MiB);
    expect(after.rss - before.rss).toBeLessThan((160 + stopped) * MiB);
    expect(after.faults).toEqual([]);

    // They read again, and miss nothing; who is more than 1,000 behind is told so instead.
    for (const { device } of stopping) device.resume();
    for (const { received } of stopping) {
      await received.untilResumed(sends);
      expect(received.seqs).toEqual(seqsTo(received.seqs.length));
      expect(received.seqs.length === sends || received.resets > 0).toBe(true);
    }
    console.log(
      `R4: ${stopped} stopped, ${sends} messages of ${Buffer.byteLength(text)} bytes; at most ${(most / MiB).toFixed(1)} MiB queued, held +${((after.held - before.held) / MiB).toFixed(1)} MiB, RSS +${((after.rss - before.rss) / MiB).toFixed(1)} MiB, closes ${stopping[0]?.device.closes.join()}`,
    );
  },
);
