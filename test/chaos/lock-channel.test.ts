import { expect, test } from "vitest";
import { createTestDatabase } from "../fixtures/database.ts";
import { percentile } from "../load/percentile.ts";
import { makeRoom } from "./make-room.ts";
import { openDevice, Refusal } from "./open-device.ts";
import { send, seqsTo } from "./send-surely.ts";
import { patienceMs, sizes, slack } from "./size.ts";
import { startServerProcess } from "./start-server-process.ts";

const { lockedMs, excess } = sizes.lockChannel;
/** More than the server has database connections. */
const lockedChannels = 12;
const MiB = 1024 * 1024;

test(
  "R12: channels that are locked hold up no other, and what is too much for them is refused with a code",
  { timeout: patienceMs },
  async () => {
    await using stack = new AsyncDisposableStack();
    const database = stack.use(await createTestDatabase());
    const room = stack.use(await makeRoom(database.url, { people: 2, channels: lockedChannels + 3 }));
    const server = stack.use(await startServerProcess({ databaseUrl: database.url }));
    const [locked = "", ...moreLocked] = room.channelIds.slice(0, lockedChannels);
    const others = room.channelIds.slice(lockedChannels);
    // Each keeps what a socket may have in flight.
    const flooders = Array.from({ length: Math.ceil(excess / 1_000) }, () => stack.use(openDevice(server, room.member(0))));
    const talker = stack.use(openDevice(server, room.member(1)));
    await Promise.all([talker, ...flooders].map((device) => device.whenOpen()));
    await send(talker, { channelId: others[0] ?? "", clientId: "warm", text: "warm" });
    const before = await server.stats();

    const locker = await room.database.pool.connect();
    await locker.query("BEGIN");
    await locker.query(`SELECT 1 FROM "ChannelHead" WHERE "channelId" = ANY($1::uuid[]) FOR NO KEY UPDATE`, [
      [locked, ...moreLocked],
    ]);
    const reasons: string[] = [];
    const tryToSend = async (channelId: string, n: number) => {
      const flooder = n % flooders.length;
      try {
        return await send(flooders[flooder] ?? talker, { channelId, clientId: `f${flooder}.${n}`, text: `flood ${n}` });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        reasons.push(error.reason);
        return null;
      }
    };
    const flood = Array.from({ length: excess }, (_, n) => tryToSend(locked, n));
    const alsoLocked = moreLocked.map((channelId, n) => tryToSend(channelId, n));
    const times: number[] = [];
    const refusals: string[] = [];
    const until = performance.now() + lockedMs;
    for (let n = 0; performance.now() < until; n += 1) {
      const start = performance.now();
      const channelId = others[n % others.length] ?? "";
      await send(talker, { channelId, clientId: `t${n}`, text: `talk ${n}` }).catch((error: unknown) =>
        refusals.push(error instanceof Refusal ? error.reason : String(error)),
      );
      times.push(performance.now() - start);
    }
    const during = await server.stats();
    // Of what is held, what is only in hand for a moment does not count.
    await expect.poll(async () => (await server.stats()).held - before.held, { timeout: 5_000 }).toBeLessThan(32 * MiB);
    await locker.query("COMMIT");
    locker.release();

    const stored = (await Promise.all(flood)).filter((sent) => sent !== null);
    const alsoStored = (await Promise.all(alsoLocked)).filter((sent) => sent !== null);
    expect(refusals).toEqual([]);
    expect(times.length).toBeGreaterThan(others.length);
    expect(percentile(times, 99)).toBeLessThan(1_500 * slack);
    expect([...new Set(reasons)]).toEqual(["UNAVAILABLE"]);
    expect(reasons.length + stored.length).toBe(excess + moreLocked.length - alsoStored.length);
    const rows = await room.rows(locked);
    expect(rows.map(({ seq }) => seq)).toEqual(seqsTo(rows.length));
    // Of those that waited the order of each socket is that in which it sent; nothing that was refused is there.
    expect(rows).toHaveLength(stored.length);
    for (const [flooder] of flooders.entries()) {
      const isTheirs = ({ clientId }: { clientId: string }) => clientId.startsWith(`f${flooder}.`);
      const order = rows.filter(isTheirs).map(({ clientId }) => clientId);
      expect(order).toEqual(stored.filter(isTheirs).map(({ clientId }) => clientId));
    }
    expect(during.loopLagMs).toBeLessThan(200 * slack);
    expect(during.faults).toEqual([]);
    console.log(
      `R12: ${times.length} sends elsewhere, p99 ${percentile(times, 99).toFixed(1)} ms; of ${excess} to the locked channel ${reasons.length} refused; loop lag p99 ${during.loopLagMs.toFixed(1)} ms; held +${((during.held - before.held) / MiB).toFixed(1)} MiB, RSS +${((during.rss - before.rss) / MiB).toFixed(1)} MiB`,
    );
  },
);
