import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { createTestDatabase } from "../fixtures/database.ts";
import { makeRoom } from "./make-room.ts";
import { openDevice, type Device } from "./open-device.ts";
import { send, shareOut } from "./send-surely.ts";
import { patienceMs, sizes } from "./size.ts";
import { startServerProcess } from "./start-server-process.ts";

const { runs } = sizes.markRead;
/** Runs at once, each in a channel of its own. */
const atOnce = Math.min(runs, 40);
const [messages, ownMessages, marksEach] = [20, 4, 3];

interface Me {
  readSeq: number;
  stateVersion: number;
}

test(
  "R30: two devices at two nodes read in any order: the pointer never goes back, and unread is what stands after it",
  { timeout: patienceMs },
  async () => {
    await using stack = new AsyncDisposableStack();
    const database = stack.use(await createTestDatabase());
    const room = stack.use(await makeRoom(database.url, { people: 2, channels: atOnce }));
    const start = () => startServerProcess({ databaseUrl: database.url });
    const nodes = [stack.use(await start()), stack.use(await start())] as const;
    const author = stack.use(openDevice(nodes[0], room.member(0)));
    const devices = nodes.map((node) => stack.use(openDevice(node, room.member(1))));
    const told = new Map<string, Me[]>();
    for (const device of devices)
      device.subscribe("live.inbox", undefined, {
        onData(event) {
          const { type, channelId, me } = event as { type: string; channelId: string; me: Me };
          if (type === "state") told.get(channelId)?.push(me);
        },
        onEnd: (reason) => expect.fail(`The inbox ended: ${reason}`),
      });

    /** Messages come, some of the reader's own, while each device marks one place after another, all at random. */
    const check = async (run: number, channelId: string) => {
      const before = (await room.head(channelId)).seq;
      const answers: Me[] = [];
      told.set(channelId, answers);
      const sendAll = async (device: Device, count: number, name: string) => {
        for (let i = 0; i < count; i += 1) await send(device, { channelId, clientId: `${name}${run}.${i}`, text: "x" });
      };
      const markAll = async (device: Device): Promise<number> => {
        let highest = 0;
        for (let i = 0; i < marksEach; i += 1) {
          const seq = before + randomInt(1, messages + ownMessages + 1);
          const there = Math.min(seq, (await room.head(channelId)).seq);
          const me = await device.call<Me>("mutation", "channel.markRead", { channelId, seq });
          answers.push(me);
          // Nothing that was there when it was marked is unread after the answer, nor what was marked before.
          highest = Math.max(highest, there);
          expect(me.readSeq).toBeGreaterThanOrEqual(highest);
        }
        return highest;
      };
      const [reader] = devices;
      if (reader === undefined) throw new Error("There are two devices.");
      const [, , ...marked] = await Promise.all([
        sendAll(author, messages, "a"),
        sendAll(reader, ownMessages, "r"),
        ...devices.map(markAll),
      ]);
      const [row] = await room.database.query<Me & { unread: number; after: number }>(
        `SELECT mb."readSeq", mb."stateVersion", h."messageCount" - mb."cursorCount" AS unread,
           (SELECT count(*)::int FROM "Message" m WHERE m."channelId" = h."channelId" AND m.seq > mb."readSeq" AND m."authorId" <> mb."userId") AS after
         FROM "Member" mb JOIN "ChannelHead" h USING ("channelId") WHERE mb."channelId" = $1 AND mb."userId" = $2`,
        [channelId, room.member(1).id],
      );
      expect(row?.readSeq).toBeGreaterThanOrEqual(Math.max(...marked));
      expect(row?.unread).toBe(row?.after);
      // In the order of the member's own versions, by answers and by events of both nodes, it only rises.
      const inOrder = [...answers].toSorted((a, b) => a.stateVersion - b.stateVersion || a.readSeq - b.readSeq);
      const seqs = inOrder.map(({ readSeq }) => readSeq);
      expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
      expect(seqs.at(-1)).toBe(row?.readSeq);
    };
    await shareOut(atOnce, runs, (run, worker) => check(run, room.channelIds[worker] ?? ""));
    for (const node of nodes) expect((await node.stats()).faults).toEqual([]);
  },
);
