import { setInterval } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import { createTestDatabase } from "../fixtures/database.ts";
import { percentile } from "../load/percentile.ts";
import { makeRoom } from "./make-room.ts";
import { openDevice } from "./open-device.ts";
import { receiveMessages } from "./receive-messages.ts";
import { sendSurely, seqsTo, untilAnswered } from "./send-surely.ts";
import { patienceMs, sizes, slack } from "./size.ts";
import { findSiteFault, startSite } from "./start-site.ts";

const { nodes, clients, channels } = sizes.storm;
/** Of each node. */
const poolSize = 10;
const fault = await findSiteFault(nodes);

beforeEach((context) => {
  if (fault !== null) context.skip(fault);
});

test(
  "R26: all clients dropped at once are back in time, within the pool, while messages go on",
  { timeout: patienceMs },
  async () => {
    await using stack = new AsyncDisposableStack();
    const database = stack.use(await createTestDatabase());
    const room = stack.use(await makeRoom(database.url, { people: Math.min(clients, 200), channels }));
    const server = stack.use(await startSite(nodes, { databaseUrl: database.url, poolSize }));
    const [channelId = "", quiet = ""] = room.channelIds;
    const sender = stack.use(openDevice(server, room.member(0)));
    // As our client: up to half a second, at random.
    const devices = Array.from({ length: clients }, (_, i) =>
      stack.use(openDevice(server, room.member(i), { retryMs: () => Math.random() * 500 })),
    );
    const received = devices.map((device, i) => {
      device.subscribe("live.inbox", undefined, { onData: () => undefined, onEnd: () => undefined });
      return receiveMessages(device, i % 10 === 0 ? channelId : quiet, 0);
    });
    const payloads: number[] = [];
    const readList = async (device: (typeof devices)[number]) => {
      const page = await untilAnswered(() => device.call("query", "channel.list", { limit: 50 }));
      payloads.push(JSON.stringify(page).length);
    };
    await Promise.all(devices.map(readList));
    await Promise.all(received.map((each) => each.untilSynced()));

    let isDone = false;
    const times: number[] = [];
    let mostConnections = 0;
    const sending = (async () => {
      const sends: Promise<unknown>[] = [];
      for await (const _ of setInterval(20)) {
        if (isDone) break;
        const start = performance.now();
        const sent = sendSurely(sender, { channelId, clientId: `c${sends.length}`, text: "on and on" });
        sends.push(sent.then(() => times.push(performance.now() - start)));
      }
      await Promise.all(sends);
    })();
    const watching = (async () => {
      for await (const _ of setInterval(50)) {
        if (isDone) break;
        const sessions = await room.sessions();
        mostConnections = Math.max(mostConnections, sessions.length - room.database.pool.totalCount);
      }
    })();
    const start = performance.now();
    for (const device of devices) device.cut();
    const back = await Promise.all(
      devices.map(async (device) => {
        await readList(device);
        return performance.now() - start;
      }),
    );
    isDone = true;
    await Promise.all([sending, watching]);

    // Our client would take 4401 for a refusal of its credentials, and stay away.
    const codes = new Set(devices.flatMap(({ closes }) => closes));
    expect([...codes].filter((code) => code !== 1006 && code !== 1012)).toEqual([]);
    expect(Math.max(...back)).toBeLessThan(30_000);
    expect(mostConnections).toBeGreaterThan(0);
    expect(mostConnections).toBeLessThanOrEqual(nodes * poolSize);
    expect(percentile(times, 99)).toBeLessThan(2_000 * slack);
    expect(Math.max(...payloads)).toBeLessThan(50_000);
    for (const [i, each] of received.entries()) {
      if (i % 10 !== 0) continue;
      await each.until(times.length);
      expect(each.seqs).toEqual(seqsTo(times.length));
    }
    for (const node of server.nodes) expect((await node.stats()).faults).toEqual([]);
    console.log(
      `R26: ${clients} back after p50 ${Math.round(percentile(back, 50))} ms, last ${Math.round(Math.max(...back))} ms; at most ${mostConnections} database connections; ${times.length} sends, p99 ${Math.round(percentile(times, 99))} ms; channel.list of ${channels}: ${Math.max(...payloads)} bytes`,
    );
  },
);
