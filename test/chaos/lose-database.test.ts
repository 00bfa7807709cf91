import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeRoom, type Room } from "./make-room.ts";
import { openDevice, Refusal, type Device } from "./open-device.ts";
import { receiveMessages } from "./receive-messages.ts";
import { startOwnPostgres, type OwnPostgres } from "./own-postgres.ts";
import { send, sendSurely, seqsTo, shareOut, type Sent } from "./send-surely.ts";
import { patienceMs, sizes, slack } from "./size.ts";
import { startServerProcess, type ServerProcess } from "./start-server-process.ts";

const stack = new AsyncDisposableStack();
let postgres: OwnPostgres;
beforeAll(async () => {
  postgres = stack.use(await startOwnPostgres());
});
afterAll(() => stack.disposeAsync());

const readiness = async (server: ServerProcess) => (await fetch(`${server.url}/api/ready`)).status;
const openMany = (own: AsyncDisposableStack, server: ServerProcess, room: Room, count: number): Device[] =>
  Array.from({ length: count }, (_, i) => own.use(openDevice(server, room.member(i))));

/** Acknowledged rows are all there, once, as acknowledged; and nothing is there that nobody sent. */
async function checkRows(room: Room, channelId: string, acknowledged: readonly Sent[]): Promise<number> {
  const rows = await room.rows(channelId);
  const stored = new Map(rows.map((row) => [row.clientId, row]));
  expect(stored.size).toBe(rows.length);
  expect(rows.map(({ seq }) => seq)).toEqual(seqsTo(rows.length));
  for (const { clientId, seq, version } of acknowledged) expect(stored.get(clientId)).toMatchObject({ seq, version });
  expect(await room.head(channelId)).toMatchObject({
    seq: rows.length,
    version: rows.at(-1)?.version,
    messageCount: rows.length,
  });
  return rows.length;
}

const poolSize = 10;
/** So many connections single statements leave to transactions, which are one at a time here. */
const keptForTransactions = 2;
const fullPool = { most: poolSize - keptForTransactions, held: 0, waiting: 0 };

/** As many reads at once as want every connection that reads may have; then how many there are, and how many somebody still holds. */
async function fillPool(server: ServerProcess, device: Device, channelId: string): Promise<typeof fullPool> {
  await Promise.all(Array.from({ length: 4 * poolSize }, () => device.call("query", "message.list", { channelId, limit: 1 })));
  const { connections, idleConnections, waitingForConnection } = await server.stats();
  return {
    most: Math.min(connections, fullPool.most),
    held: connections - idleConnections,
    waiting: waitingForConnection,
  };
}

test(
  "R11: while PostgreSQL is away, sends are refused at once and none is acknowledged; after it is back, all go on",
  { timeout: patienceMs },
  async () => {
    await using own = new AsyncDisposableStack();
    const room = own.use(await makeRoom(postgres.url, { people: 4, channels: 1 }));
    const server = own.use(await startServerProcess({ databaseUrl: postgres.url, poolSize }));
    const [channelId = ""] = room.channelIds;
    const devices = openMany(own, server, room, sizes.stopDatabase.senders);
    const received = receiveMessages(own.use(openDevice(server, room.member(0))), channelId, 0);
    await received.untilSynced();
    const there = own.use(openDevice(server, room.member(2)));
    await there.call("query", "user.me");
    expect(await readiness(server)).toBe(200);

    let isAway = false;
    let isDone = false;
    const acknowledged: Sent[] = [];
    const refusals: { reason: string; ms: number }[] = [];
    let lastAnswerAway = 0;
    const sending = devices.map(async (device, worker) => {
      for (let n = 0; !isDone; n += 1) {
        const start = performance.now();
        const wasAway = isAway;
        try {
          acknowledged.push(await send(device, { channelId, clientId: `w${worker}.${n}`, text: "x" }));
          if (wasAway && isAway) lastAnswerAway += 1;
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          refusals.push({ reason: error.reason, ms: performance.now() - start });
          await setTimeout(10);
        }
      }
    });
    await expect.poll(() => acknowledged.length, { interval: 10 }).toBeGreaterThan(20);
    const stopping = postgres.stop("fast");
    await stopping;
    isAway = true;
    const awayAt = performance.now();
    await expect.poll(() => readiness(server), { timeout: 5_000 * slack, interval: 50 }).toBe(503);
    // Who opens the channel now sees it when the database is back.
    const receivedThere = receiveMessages(there, channelId, 0);
    // So does who comes to the server now.
    const late = own.use(openDevice(server, room.member(1)));
    const receivedLate = receiveMessages(late, channelId, 0);
    await setTimeout(Math.max(0, sizes.stopDatabase.downMs - (performance.now() - awayAt)));
    const refusedAway = refusals.length;
    isAway = false;
    await postgres.start();
    const before = acknowledged.length;
    const backAt = performance.now();
    await expect.poll(() => acknowledged.length, { timeout: 5_000 * slack, interval: 10 }).toBeGreaterThan(before);
    const firstMs = performance.now() - backAt;
    await expect.poll(() => readiness(server), { timeout: 5_000 * slack, interval: 50 }).toBe(200);
    await expect.poll(() => acknowledged.length, { timeout: 5_000 * slack, interval: 10 }).toBeGreaterThan(before + 20);
    isDone = true;
    await Promise.all(sending);

    expect(lastAnswerAway).toBe(0);
    expect(refusedAway).toBeGreaterThan(0);
    expect(new Set(refusals.map(({ reason }) => reason))).toEqual(new Set(["UNAVAILABLE"]));
    const slowest = Math.max(...refusals.map(({ ms }) => ms));
    expect(slowest).toBeLessThan(2_000 * slack);
    const stored = await checkRows(room, channelId, acknowledged);
    for (const each of [received, receivedThere, receivedLate]) {
      await each.until(stored);
      expect(each.seqs).toEqual(seqsTo(stored));
    }
    const { faults } = await server.stats();
    expect(faults.filter((fault) => /unhandled|uncaught|already a transaction/.test(fault))).toEqual([]);
    await expect.poll(() => fillPool(server, there, channelId), { timeout: 5_000 * slack, interval: 50 }).toEqual(fullPool);
    console.log(
      `R11: away for ${sizes.stopDatabase.downMs} ms, ${refusals.length} refused (slowest ${Math.round(slowest)} ms), first success ${Math.round(firstMs)} ms after the return`,
    );
  },
);

test(
  "R14: PostgreSQL that crashes under load keeps what was acknowledged, and a repeated send finds out what was stored",
  { timeout: patienceMs },
  async () => {
    await using own = new AsyncDisposableStack();
    const room = own.use(await makeRoom(postgres.url, { people: 4, channels: 1 }));
    const server = own.use(await startServerProcess({ databaseUrl: postgres.url }));
    const [channelId = ""] = room.channelIds;
    const { restarts, sends } = sizes.restartDatabase;
    const devices = openMany(own, server, room, 8);
    const received = receiveMessages(own.use(openDevice(server, room.member(0))), channelId, 0);
    const acknowledged: Sent[] = [];
    let crashing = Promise.resolve();
    await shareOut(devices.length, sends, async (n, worker) => {
      const device = devices[worker];
      if (device === undefined) throw new Error("Every sender has a device.");
      acknowledged.push(await sendSurely(device, { channelId, clientId: `c${n}`, text: `message ${n}` }));
      if (acknowledged.length % Math.ceil(sends / (restarts + 1)) !== 0 || acknowledged.length === sends) return;
      crashing = crashing.then(async () => {
        await postgres.stop("immediate");
        await postgres.start();
      });
    });
    await crashing;
    expect(await checkRows(room, channelId, acknowledged)).toBe(sends);
    // Else nothing was in flight when it crashed.
    expect(acknowledged.some(({ tries }) => tries > 1)).toBe(true);
    await received.until(sends);
    expect(received.seqs).toEqual(seqsTo(sends));
    expect((await server.stats()).faults.filter((fault) => /unhandled|uncaught|already a transaction/.test(fault))).toEqual([]);
  },
);
