import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { createTestDatabase } from "../fixtures/database.ts";
import { makeRoom } from "./make-room.ts";
import { openDevice } from "./open-device.ts";
import { send, shareOut } from "./send-surely.ts";
import { patienceMs, sizes } from "./size.ts";
import { startServerProcess } from "./start-server-process.ts";

const { runs } = sizes.markRead;
const messages = 30;

interface Me {
  readSeq: number;
  unreadFrom: number | null;
  cursorCount: number;
  stateVersion: number;
}

test(
  "R30: two devices read in any order: the pointer never goes back, and unread is what stands after it",
  { timeout: patienceMs },
  async () => {
    await using stack = new AsyncDisposableStack();
    const database = stack.use(await createTestDatabase());
    const channels = Math.min(runs, 40);
    const room = stack.use(await makeRoom(database.url, { people: 2, channels }));
    const server = stack.use(await startServerProcess({ databaseUrl: database.url }));
    const author = stack.use(openDevice(server, room.member(0)));
    const devices = [stack.use(openDevice(server, room.member(1))), stack.use(openDevice(server, room.member(1)))];
    const state = new Map<string, Me[]>();
    const [inbox] = devices;
    const listening = Promise.withResolvers<void>();
    inbox?.subscribe("live.inbox", undefined, {
      onData(event) {
        const { type, channelId, me } = event as { type: string; channelId: string; me: Me };
        if (type === "state") state.get(channelId)?.push(me);
        else listening.resolve();
      },
      onEnd: (reason) => listening.reject(new Error(reason)),
    });
    await listening.promise;

    /** One run: messages come while two devices mark them read, each in an order of its own. */
    const check = async (run: number) => {
      const channelId = room.channelIds[run % channels] ?? "";
      const before = (await room.head(channelId)).seq;
      state.set(channelId, []);
      const marks: number[] = [];
      const mark = async (device: (typeof devices)[number]) => {
        const seq = before + randomInt(1, messages + 1);
        marks.push(Math.min(seq, (await room.head(channelId)).seq));
        const me = await device.call<Me>("mutation", "channel.markRead", { channelId, seq });
        // What was answered is at least what was asked for, where that was there already.
        expect(me.readSeq).toBeGreaterThanOrEqual(marks.at(-1) === seq ? Math.min(seq, me.readSeq) : 0);
        return me.readSeq;
      };
      const acts = [
        ...Array.from({ length: messages }, (_, i) => () => send(author, { channelId, clientId: `r${run}.${i}`, text: "x" })),
        ...devices.flatMap((device) => Array.from({ length: 4 }, () => () => mark(device))),
      ];
      const order = acts.map((act) => ({ act, at: Math.random() })).toSorted((a, b) => a.at - b.at);
      await Promise.all(order.map(({ act }) => act()));
      const [row] = await room.database.query<Me & { own: number; after: number; messageCount: number }>(
        `SELECT mb."readSeq", mb."unreadFrom", mb."cursorCount", mb."stateVersion", h."messageCount",
         (SELECT count(*)::int FROM "Message" m WHERE m."channelId" = h."channelId" AND m.seq > mb."readSeq" AND m."authorId" <> mb."userId") AS after
       FROM "Member" mb JOIN "ChannelHead" h USING ("channelId") WHERE mb."channelId" = $1 AND mb."userId" = $2`,
        [channelId, room.member(1).id],
      );
      if (row === undefined) throw new Error("The member has no row.");
      expect(row.readSeq).toBeGreaterThanOrEqual(Math.max(...marks));
      expect(row.readSeq).toBeLessThanOrEqual(before + messages);
      expect(row.messageCount - row.cursorCount).toBe(row.after);
      return { channelId, row };
    };

    await shareOut(channels, runs, async (run) => {
      const { channelId, row } = await check(run);
      const states = (state.get(channelId) ?? []).toSorted((a, b) => a.stateVersion - b.stateVersion);
      const told = states.map(({ readSeq }) => readSeq);
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      expect(told.length === 0 ? row.readSeq : told.at(-1)).toBeLessThanOrEqual(row.readSeq);
    });
    expect([...state.values()].flat().length).toBeGreaterThan(0);
    expect((await server.stats()).faults).toEqual([]);
  },
);
