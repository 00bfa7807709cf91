import { randomInt } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { createTestDatabase } from "../fixtures/database.ts";
import { makeRoom } from "./make-room.ts";
import { openDevice } from "./open-device.ts";
import { receiveMessages } from "./receive-messages.ts";
import { sendSurely, seqsTo, shareOut } from "./send-surely.ts";
import { patienceMs, sizes } from "./size.ts";
import { startServerProcess } from "./start-server-process.ts";

const { writers, messages, sleepMs } = sizes.slowWriters;
const channels = 4;

/** One in so many messages is written by SQL that sleeps while it holds the channel's lock, as another node's transaction may; all others by the server. */
const slowOneIn = 8;

test(
  "R8: writers that sleep inside their transactions leave no hole, and a reader that polls skips none",
  { timeout: patienceMs },
  async () => {
    await using stack = new AsyncDisposableStack();
    const database = stack.use(await createTestDatabase());
    const room = stack.use(await makeRoom(database.url, { people: 4, channels }));
    const server = stack.use(await startServerProcess({ databaseUrl: database.url }));
    const devices = Array.from({ length: writers }, (_, i) => stack.use(openDevice(server, room.member(i))));
    const reader = stack.use(openDevice(server, room.member(0)));
    const received = room.channelIds.map((channelId) => receiveMessages(reader, channelId, 0));
    let isDone = false;

    const poll = async (channelId: string) => {
      const seqs: number[] = [];
      for (let since = 0; ;) {
        const last = isDone;
        const page = await reader.call<{ reset?: boolean; items: { type: string; message: { seq: number } }[]; version: number }>(
          "query",
          "message.changes",
          { channelId, since, limit: 100 },
        );
        expect(page.reset).not.toBe(true);
        for (const item of page.items) if (item.type === "message") seqs.push(item.message.seq);
        if (page.version === since && last) return seqs;
        since = page.version;
      }
    };
    const polling = Promise.all(room.channelIds.map(poll));

    const writeSlowly = (channelId: string, n: number) =>
      room.database.transaction(async (tx) => {
        await tx.query(`SELECT 1 FROM "ChannelHead" WHERE "channelId" = $1 FOR NO KEY UPDATE`, [channelId]);
        await setTimeout(randomInt(0, sleepMs + 1));
        await tx.query(
          `WITH h AS (UPDATE "ChannelHead" SET seq = seq + 1, version = version + 1, "messageCount" = "messageCount" + 1 WHERE "channelId" = $1 RETURNING *)
         INSERT INTO "Message" (id, "channelId", seq, version, "authorId", "clientId", text, "messageCount", "broadcastCount")
         SELECT gen_random_uuid(), h."channelId", h.seq, h.version, $2, $3, 'slow', h."messageCount", 0 FROM h`,
          [channelId, room.member(0).id, `c${n}`],
        );
      });

    await shareOut(writers, messages, async (n, worker) => {
      const channelId = room.channelIds[n % channels] ?? "";
      if (randomInt(slowOneIn) === 0) return writeSlowly(channelId, n);
      const device = devices[worker];
      if (device !== undefined) await sendSurely(device, { channelId, clientId: `c${n}`, text: `message ${n}` });
    });
    isDone = true;
    const polled = await polling;
    let stored = 0;
    for (const [index, channelId] of room.channelIds.entries()) {
      const rows = await room.rows(channelId);
      const head = await room.head(channelId);
      const expected = seqsTo(rows.length);
      expect(rows.map(({ seq }) => seq)).toEqual(expected);
      expect(new Set(rows.map(({ version }) => version)).size).toBe(rows.length);
      expect(head).toMatchObject({ seq: rows.length, version: rows.at(-1)?.version, messageCount: rows.length });
      expect(polled[index]).toEqual(expected);
      // What was written by others is told after the server's next own change, at the latest.
      await sendSurely(reader, { channelId, clientId: "last", text: "last" });
      await received[index]?.until(rows.length + 1);
      expect(received[index]?.seqs).toEqual(seqsTo(rows.length + 1));
      stored += rows.length;
    }
    expect(stored).toBe(messages);
    expect((await server.stats()).faults).toEqual([]);
  },
);
