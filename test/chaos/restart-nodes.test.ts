import { setInterval } from "node:timers/promises";
import { slices } from "@chat/client";
import { beforeEach, expect, test } from "vitest";
import { openClient, type TestClient } from "../fixtures/chat-client.ts";
import { createTestDatabase } from "../fixtures/database.ts";
import { patienceMs, sizes, slack } from "./size.ts";
import { percentile } from "../load/percentile.ts";
import { makeRoom, type Member } from "./make-room.ts";
import { seqsTo } from "./send-surely.ts";
import { findSiteFault, startSite } from "./start-site.ts";

const { talkers, listeners, rounds, everyMs, mostAtOnce } = sizes.restartNodes;
const people = talkers + listeners;
const windowMs = 250;
const fault = await findSiteFault(2);

beforeEach((context) => {
  if (fault !== null) context.skip(fault);
});

/** When somebody was cut off, and how long it took until the server answered them again; in milliseconds. */
interface Return {
  readonly at: number;
  readonly waitedMs: number;
}

/** The largest share of all people that came back within a quarter of a second. */
function largestShare(returns: readonly Return[]): number {
  const times = returns.map(({ at, waitedMs }) => at + waitedMs).toSorted((a, b) => a - b);
  let from = 0;
  let most = 0;
  for (const [index, time] of times.entries()) {
    while (time - (times[from] ?? time) > windowMs) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most / people;
}

test(
  "R2: nodes restarted one after the other by SIGTERM lose no message, and their people come back soon and spread out",
  { timeout: patienceMs },
  async () => {
    await using stack = new AsyncDisposableStack();
    const database = stack.use(await createTestDatabase());
    const room = stack.use(await makeRoom(database.url, { people: talkers, channels: 1 }));
    const quiet = stack.use(await makeRoom(database.url, { people: listeners, channels: 1 }));
    const site = stack.use(await startSite(2, { databaseUrl: database.url }));
    const [channelId = ""] = room.channelIds;

    const closes: string[] = [];
    const returns: Return[] = [];
    const isOnline = ({ client }: TestClient) => client.store.read(slices.connection).status === "online";
    const open = (member: Member, inChannel: string): TestClient => {
      let lostAt = 0;
      const device: TestClient = stack.use(
        openClient(site, member, {
          transport: "socket",
          onSocket(socket) {
            socket.on("open", () => {
              if (lostAt === 0) return;
              const at = lostAt;
              lostAt = 0;
              void device.until(() => isOnline(device)).then(() => returns.push({ at, waitedMs: performance.now() - at }));
            });
            socket.on("close", (code: number, reason: Buffer) => {
              if (code === 1006) return;
              closes.push(`${code} ${reason.toString()}`);
              lostAt = performance.now();
            });
          },
        }),
      );
      device.client.messages.open(inChannel);
      return device;
    };
    const talking = room.members.map((member) => open(member, channelId));
    const listening = quiet.members.map((member) => open(member, quiet.channelIds[0] ?? ""));
    await Promise.all(talking.map((device) => device.until(() => device.timeline(channelId).live === "synced")));
    await Promise.all(listening.map((device) => device.until(() => isOnline(device))));

    let isDone = false;
    const sending = (async () => {
      const sent: Promise<unknown>[] = [];
      for await (const _ of setInterval(everyMs)) {
        const device = talking[sent.length % talking.length];
        if (device !== undefined) sent.push(device.client.messages.send(channelId, { text: `m${sent.length}` }));
        if (isDone) break;
      }
      await Promise.all(sent);
      return sent.length;
    })();
    const drains: number[] = [];
    const shares: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const index of [0, 1]) {
        const before = returns.length;
        const { ms, code } = await site.node(index).stop();
        expect(code).toBe(0);
        drains.push(ms);
        await site.startAgain(index);
        // Who was cut is back at either node; who was at the other one stayed.
        expect(closes.length).toBeGreaterThan(before);
        await expect.poll(() => closes.length - returns.length, { timeout: 30_000 }).toBe(0);
        shares.push(largestShare(returns.slice(before)));
      }
    }
    isDone = true;
    const sent = await sending;

    expect(new Set(closes)).toEqual(new Set(["1012 moved"]));
    expect(closes.length).toBeGreaterThanOrEqual(people);
    const waits = returns.map(({ waitedMs }) => waitedMs);
    console.log(
      `R2: ${sent} messages, drain at most ${Math.round(Math.max(...drains))} ms; of ${people} people ${returns.length} times one came back, p50 ${Math.round(percentile(waits, 50))}, p99 ${Math.round(percentile(waits, 99))} ms, at most ${Math.round(Math.max(...shares) * 100)} % of all in ${windowMs} ms`,
    );
    expect(Math.max(...drains)).toBeLessThan(30_000);
    expect(percentile(waits, 99)).toBeLessThanOrEqual(5_000 * slack);
    expect(Math.max(...shares)).toBeLessThanOrEqual(mostAtOnce);
    const rows = await room.database.query<{ seq: number; text: string }>(
      `SELECT seq, text FROM "Message" WHERE "channelId" = $1 ORDER BY seq`,
      [channelId],
    );
    expect(rows.map(({ seq }) => seq)).toEqual(seqsTo(sent));
    expect(new Set(rows.map(({ text }) => text)).size).toBe(sent);
    for (const device of talking) {
      await device.until(() => device.timeline(channelId).rows.at(-1)?.seq === sent);
      const shown = device.timeline(channelId).rows.map(({ seq }) => seq);
      expect(shown).toEqual(seqsTo(sent).slice(-shown.length));
    }
  },
);
