import { randomInt } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { createTestDatabase } from "../fixtures/database.ts";
import { signToken } from "../fixtures/sign-token.ts";
import { makeRoom } from "./make-room.ts";
import { openDevice } from "./open-device.ts";
import { receiveMessages } from "./receive-messages.ts";
import { sendSurely, untilAnswered } from "./send-surely.ts";
import { patienceMs, sizes } from "./size.ts";
import { startServerProcess, type ServerProcess, type Stats } from "./start-server-process.ts";

const { ms, rounds, connections, pauseMs } = sizes.soak;
const MiB = 1024 * 1024;
/** Growth that may be chance; a leak of some kB a connection is more. */
const chance = 1.5 * MiB;
/** Of the rounds; what is allocated once belongs to it. */
const warmUp = 0.4;
/** Numbers that no later visit has. */
const firstVisit = 1_000_000_000;

/** Bytes a millisecond, by least squares. */
function slopeOf(points: readonly { at: number; bytes: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const at = mean(points.map((point) => point.at));
  const bytes = mean(points.map((point) => point.bytes));
  const above = points.reduce((sum, point) => sum + (point.at - at) * (point.bytes - bytes), 0);
  return above / points.reduce((sum, point) => sum + (point.at - at) ** 2, 0);
}

const countsOf = ({ kinds, listeners, connections }: Stats) => ({
  listeners,
  timers: kinds["Timeout"] ?? 0,
  // Those to the database come and go with what there is to do.
  sockets: (kinds["TCPSocketWrap"] ?? 0) - connections,
});

test("R27: people who come, talk and go leave nothing behind", { timeout: patienceMs }, async () => {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase());
  const room = stack.use(await makeRoom(database.url, { people: 50, channels: 10 }));
  const server = stack.use(await startServerProcess({ databaseUrl: database.url }));
  const closes = new Map<number, number>();
  let sent = 0;
  let visits = 0;

  /** Opens two channels, writes, reads, leaves; sometimes in the middle. */
  const visit = async (n: number) => {
    using device = openDevice(server, { token: await signToken(room.member(n).externalId) });
    const channelId = room.channelIds[n % room.channelIds.length] ?? "";
    device.subscribe("live.inbox", undefined, { onData: () => undefined, onEnd: () => undefined });
    const received = receiveMessages(device, channelId);
    receiveMessages(device, room.channelIds[(n + 1) % room.channelIds.length] ?? "");
    await received.untilSynced();
    for (let i = 0; i < 10; i += 1) {
      const { seq } = await sendSurely(device, { channelId, clientId: `v${n}.${i}`, text: `message ${i} of visit ${n}` });
      sent += 1;
      if (i === 9) await untilAnswered(() => device.call("mutation", "channel.markRead", { channelId, seq }));
    }
    await untilAnswered(() => device.call("mutation", "channel.typing", { channelId }));
    if (n % 3 === 0) return void device.call("query", "channel.list", {}).catch(() => undefined);
    await untilAnswered(() => device.call("query", "channel.list", {}));
    for (const code of device.closes) closes.set(code, (closes.get(code) ?? 0) + 1);
  };
  let end = 0;
  let last = 0;
  const work = async () => {
    while (performance.now() < end) {
      last += 1;
      await visit(last);
      visits += 1;
      await setTimeout(randomInt(pauseMs + 1));
    }
  };
  // What a first visit opens for good, such as the pool's connections, is there at the start.
  await Promise.all(Array.from({ length: connections }, (_, i) => visit(firstVisit + i)));
  await expect.poll(() => server.metric("chat_sockets"), { timeout: 20_000 }).toBe(0);
  const start = await untilQuiet(server);

  // Between rounds everybody has gone: what is alive then was left behind, while under load it may be work that waits.
  const points: { at: number; bytes: number; rss: number }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    end = performance.now() + ms / rounds;
    await Promise.all(Array.from({ length: connections }, work));
    await expect.poll(() => server.metric("chat_sockets"), { timeout: 20_000 }).toBe(0);
    const after = await untilAtRest(server);
    if (round > rounds * warmUp) points.push({ at: (round / rounds) * ms, bytes: after.held, rss: after.rss });
  }

  expect(visits).toBeGreaterThanOrEqual(connections);
  expect(await server.metric("chat_open_channels")).toBe(0);
  const after = await untilQuiet(server);
  const [began, ended] = [countsOf(start), countsOf(after)];
  const hour = 3_600_000;
  console.log(
    `R27: ${visits} visits, ${sent} messages in ${ms / 1000} s; alive +${((after.held - start.held) / MiB).toFixed(2)} MiB, slope ${((slopeOf(points) * hour) / MiB).toFixed(1)} MiB/h (RSS ${((slopeOf(points.map(({ at, rss }) => ({ at, bytes: rss }))) * hour) / MiB).toFixed(1)} MiB/h); ${JSON.stringify([began, ended])}; closed by the server: ${JSON.stringify([...closes])}`,
  );
  expect(after.faults).toEqual([]);
  for (const key of ["listeners", "timers", "sockets"] as const) expect(ended[key]).toBeLessThanOrEqual(began[key] * 1.01);
  const growth = slopeOf(points) * ms * (1 - warmUp);
  expect(growth).toBeLessThan(chance);
  expect(after.held - start.held).toBeLessThan(chance);
});

/** Nobody is there and nothing is due; the database's connections may still be open, a timer each. */
async function untilAtRest(server: ServerProcess): Promise<Stats> {
  let last = await server.stats();
  await expect
    .poll(
      async () => {
        last = await server.stats();
        return (last.kinds["Timeout"] ?? 0) - last.connections;
      },
      { timeout: 20_000, interval: 250 },
    )
    .toBeLessThanOrEqual(2);
  return last;
}

/** Presence waits some seconds before it says that somebody is gone; then all timers have ended. */
async function untilQuiet(server: ServerProcess): Promise<Stats> {
  let last = await server.stats();
  await expect
    .poll(
      async () => {
        const before = countsOf(last);
        last = await server.stats();
        return JSON.stringify(countsOf(last)) === JSON.stringify(before) && (last.kinds["Timeout"] ?? 0) <= 2;
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(true);
  return last;
}
