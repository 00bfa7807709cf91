import { beforeEach, expect, test } from "vitest";
import { openClient } from "../fixtures/chat-client.ts";
import { createTestDatabase } from "../fixtures/database.ts";
import { makeRoom } from "./make-room.ts";
import { openDevice } from "./open-device.ts";
import { receiveMessages } from "./receive-messages.ts";
import { sendSurely, seqsTo, shareOut, type Sent } from "./send-surely.ts";
import { patienceMs, sizes } from "./size.ts";
import { findSiteFault, startSite } from "./start-site.ts";

const { nodes, kills, sends, receivers } = sizes.killServer;
const senders = 8;
const fault = await findSiteFault(nodes);

beforeEach((context) => {
  if (fault !== null) context.skip(fault);
});

test("R1: nodes killed again and again lose and double nothing, and all see one order", { timeout: patienceMs }, async () => {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase());
  const room = stack.use(await makeRoom(database.url, { people: 4, channels: 1 }));
  const [channelId = ""] = room.channelIds;
  const server = stack.use(await startSite(nodes, { databaseUrl: database.url }));
  const devices = Array.from({ length: senders }, (_, i) => stack.use(openDevice(server, room.member(i))));
  const received = Array.from({ length: receivers }, (_, i) =>
    receiveMessages(stack.use(openDevice(server, room.member(i))), channelId, 0),
  );
  const ours = stack.use(openClient(server, room.member(0)));
  ours.client.messages.open(channelId);

  const acknowledged: Sent[] = [];
  let killing = Promise.resolve();
  let killed = 0;
  let restarted = 0;
  const each = Math.ceil(sends / (kills + 1));
  await shareOut(senders, sends, async (n, worker) => {
    const device = devices[worker];
    if (device === undefined) throw new Error("Every sender has a device.");
    // Through the other node they would be done before the last kill.
    await expect.poll(() => restarted, { timeout: 60_000, interval: 5 }).toBeGreaterThanOrEqual(Math.floor(n / each) - 1);
    acknowledged.push(await sendSurely(device, { channelId, clientId: `c${n}`, text: `message ${n}` }));
    if (acknowledged.length % each !== 0 || acknowledged.length === sends) return;
    killing = killing.then(async () => {
      // Some are stored of which nobody has heard: these a repeated send must find.
      for (const paused of devices) paused.pause();
      await expect.poll(async () => (await room.rows(channelId)).length, { interval: 5 }).toBeGreaterThan(acknowledged.length);
      const index = killed % nodes;
      killed += 1;
      await server.node(index).kill();
      for (const cut of devices) cut.cut();
      await server.startAgain(index);
      restarted += 1;
    });
  });
  await killing;
  expect(killed).toBe(kills);

  const rows = await room.rows(channelId);
  expect(rows.map(({ seq }) => seq)).toEqual(seqsTo(sends));
  const stored = new Map(rows.map((row) => [row.clientId, row]));
  expect(stored.size).toBe(sends);
  for (const { clientId, seq, version } of acknowledged) expect(stored.get(clientId)).toMatchObject({ seq, version });
  // Else nothing was in flight when it was killed, and nothing is proved.
  expect(acknowledged.some(({ tries }) => tries > 1)).toBe(true);
  for (const receiver of received) {
    await receiver.until(sends);
    expect(receiver.resets).toBe(0);
    expect(receiver.seqs).toEqual(seqsTo(sends));
  }
  await ours.until(() => ours.timeline(channelId).rows.at(-1)?.seq === sends);
  const shown = ours.timeline(channelId).rows.map(({ seq }) => seq);
  expect(shown).toEqual(seqsTo(sends).slice(-shown.length));
});
