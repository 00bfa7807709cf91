import { expect, test } from "vitest";
import { createTestDatabase } from "../fixtures/database.ts";
import { makeRoom } from "./make-room.ts";
import { openDevice } from "./open-device.ts";
import { sendSurely, seqsTo } from "./send-surely.ts";
import { patienceMs, sizes } from "./size.ts";
import { startServerProcess } from "./start-server-process.ts";

const { freezes, frozenMs } = sizes.freezeLoop;

test(
  "R13: an event loop that stands still during transactions leaves none open, none half done and none mixed up",
  { timeout: patienceMs },
  async () => {
    await using stack = new AsyncDisposableStack();
    const database = stack.use(await createTestDatabase());
    const room = stack.use(await makeRoom(database.url, { people: 4, channels: 3 }));
    // Few connections, so that what is left on one of them would be met by the next transaction.
    const server = stack.use(await startServerProcess({ databaseUrl: database.url, poolSize: 3 }));
    const devices = Array.from({ length: 12 }, (_, i) => stack.use(openDevice(server, room.member(i))));
    let isDone = false;
    let sent = 0;
    const sending = devices.map(async (device, worker) => {
      for (let n = 0; !isDone; n += 1) {
        const channelId = room.channelIds[(worker + n) % room.channelIds.length] ?? "";
        await sendSurely(device, { channelId, clientId: `w${worker}.${n}`, text: "x" });
        sent += 1;
        // A transaction of another kind between.
        if (n % 5 === 0) await device.call("mutation", "channel.markRead", { channelId, seq: 1 });
      }
    });
    for (let i = 0; i < freezes; i += 1) {
      const before = sent;
      await server.freeze(frozenMs);
      await expect.poll(() => sent, { timeout: 10_000, interval: 10 }).toBeGreaterThan(before);
    }
    isDone = true;
    await Promise.all(sending);

    const { faults } = await server.stats();
    expect(faults).toEqual([]);
    const sessions = await room.sessions();
    expect(sessions.length).toBeGreaterThan(1);
    expect(sessions.filter(({ state }) => state.startsWith("idle in transaction"))).toEqual([]);
    let stored = 0;
    for (const channelId of room.channelIds) {
      const rows = await room.rows(channelId);
      const head = await room.head(channelId);
      expect(rows.map(({ seq }) => seq)).toEqual(seqsTo(rows.length));
      expect(head).toMatchObject({ seq: rows.length, messageCount: rows.length, version: rows.at(-1)?.version });
      stored += rows.length;
    }
    expect(stored).toBe(sent);
  },
);
