import { expect, test } from "vitest";
import { createTestDatabase } from "../fixtures/database.ts";
import { makeRoom } from "./make-room.ts";
import { openDevice } from "./open-device.ts";
import { receiveMessages, type Received } from "./receive-messages.ts";
import { sendSurely, seqsTo, shareOut } from "./send-surely.ts";
import { patienceMs, sizes } from "./size.ts";
import { startServerProcess } from "./start-server-process.ts";

const { clients, sends, senders, leastPerSecond } = sizes.subscribe;

test(
  "R7: those who take a page and then the stream while messages come see each once, whenever they begin",
  { timeout: patienceMs },
  async () => {
    await using stack = new AsyncDisposableStack();
    const database = stack.use(await createTestDatabase());
    const room = stack.use(await makeRoom(database.url, { people: 4, channels: 1 }));
    const server = stack.use(await startServerProcess({ databaseUrl: database.url }));
    const [channelId = ""] = room.channelIds;
    const sender = stack.use(openDevice(server, room.member(0)));
    const begun: Promise<{ page: number[]; received: Received }>[] = [];
    const begin = async () => {
      const device = stack.use(openDevice(server, room.member(begun.length)));
      const page = await device.call<{ items: { seq: number }[]; version: number }>("query", "message.list", {
        channelId,
        limit: 50,
      });
      return { page: page.items.map(({ seq }) => seq), received: receiveMessages(device, channelId, page.version) };
    };
    let done = 0;
    const start = performance.now();
    await shareOut(senders, sends, async (n) => {
      await sendSurely(sender, { channelId, clientId: `c${n}`, text: `message ${n}` });
      done += 1;
      // Spread over the whole time.
      while (begun.length < clients && begun.length < (done * clients) / sends) begun.push(begin());
    });
    const perSecond = (sends * 1_000) / (performance.now() - start);
    expect(perSecond).toBeGreaterThan(leastPerSecond);
    const all = await Promise.all(begun);
    expect(all).toHaveLength(clients);
    let fromStream = 0;
    for (const { page, received } of all) {
      await received.untilSynced();
      // The last page may hold the last message already.
      if (page.at(-1) !== sends) await received.until(sends);
      const seen = [...page, ...received.seqs];
      expect(received.resets).toBe(0);
      expect(seen).toEqual(seqsTo(sends).slice(-seen.length));
      fromStream += received.seqs.length;
    }
    expect(fromStream).toBeGreaterThan(sends);
    expect((await server.stats()).faults).toEqual([]);
    console.log(`R7: ${clients} came while ${sends} messages were sent, ${Math.round(perSecond)} a second`);
  },
);
