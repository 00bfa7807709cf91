import { slices } from "@chat/client";
import { expect, test } from "vitest";
import { openClient } from "../fixtures/chat-client.ts";
import { createTestDatabase } from "../fixtures/database.ts";
import { makeRoom } from "./make-room.ts";
import { openDevice } from "./open-device.ts";
import { receiveMessages } from "./receive-messages.ts";
import { sendSurely, seqsTo } from "./send-surely.ts";
import { isFull, patienceMs, sizes, slack } from "./size.ts";
import { startServerProcess } from "./start-server-process.ts";
import { startRelay } from "./tcp-relay.ts";

const heartbeat = sizes.blackHole;
/** How long somebody whose last socket closed still counts as online. */
const graceMs = 3_000;

test(
  "R5: a network that swallows everything: the server frees the socket, its subscriptions and its presence; the client resumes",
  { timeout: patienceMs },
  async () => {
    await using stack = new AsyncDisposableStack();
    const database = stack.use(await createTestDatabase());
    const room = stack.use(await makeRoom(database.url, { people: 2, channels: 1 }));
    const server = stack.use(await startServerProcess({ databaseUrl: database.url, heartbeat }));
    const relay = stack.use(await startRelay(server));
    const [channelId = ""] = room.channelIds;
    const away = stack.use(openDevice(relay, room.member(0), { keepAlive: heartbeat }));
    const received = receiveMessages(away, channelId, 0);
    await received.untilSynced();
    const witness = stack.use(openDevice(server, room.member(1)));
    const seen: boolean[] = [];
    const offline = Promise.withResolvers<number>();
    witness.subscribe(
      "live.channel",
      { channelId },
      {
        onData(frame) {
          const { data } = frame as { data: { type: string; userId?: string; online?: boolean } };
          if (data.type !== "presence" || data.userId !== room.member(0).id) return;
          seen.push(data.online === true);
          if (data.online === false) offline.resolve(performance.now());
        },
        onEnd: (reason) => offline.reject(new Error(reason)),
      },
    );
    await sendSurely(witness, { channelId, clientId: "before", text: "before" });
    await received.until(1);
    expect(await server.metric("chat_sockets")).toBe(2);

    const start = performance.now();
    relay.swallow();
    away.hold();
    const bound = heartbeat.quietMs + heartbeat.patienceMs + 2_000;
    await expect.poll(() => server.metric("chat_sockets"), { timeout: bound * slack, interval: 50 }).toBe(1);
    const freed = performance.now() - start;
    expect(freed).toBeLessThan(bound * slack);
    const gone = (await offline.promise) - start;
    expect(gone).toBeLessThan((bound + graceMs) * slack);
    await sendSurely(witness, { channelId, clientId: "meanwhile", text: "meanwhile" });
    // It noticed by its own keep-alive, without a word from the network, and comes back now.
    await expect.poll(() => away.closes.length, { timeout: bound * slack }).toBe(1);
    away.release();
    await received.until(2);
    expect(received.seqs).toEqual(seqsTo(2));
    expect((await server.stats()).faults).toEqual([]);
    console.log(
      `R5: socket freed after ${Math.round(freed)} ms, offline to others after ${Math.round(gone)} ms (${JSON.stringify(heartbeat)})`,
    );
  },
);

test(
  "R5: our own client notices, by its keep-alive or when its tab is looked at again, and resumes",
  { timeout: patienceMs },
  async () => {
    await using stack = new AsyncDisposableStack();
    const database = stack.use(await createTestDatabase());
    const room = stack.use(await makeRoom(database.url, { people: 2, channels: 1 }));
    const server = stack.use(await startServerProcess({ databaseUrl: database.url }));
    const relay = stack.use(await startRelay(server));
    const [channelId = ""] = room.channelIds;
    // A browser's kind of socket, which waits for the other side to agree to an end.
    const { client, until, timeline } = stack.use(openClient(relay, room.member(0), { WebSocket: globalThis.WebSocket }));
    const witness = stack.use(openDevice(server, room.member(1)));
    const status = () => client.store.read(slices.connection).status;
    stack.defer(client.messages.open(channelId));
    await until(() => status() === "online");
    await sendSurely(witness, { channelId, clientId: "before", text: "before" });
    await until(() => timeline(channelId).rows.length === 1);

    relay.swallow();
    const start = performance.now();
    await sendSurely(witness, { channelId, clientId: "meanwhile", text: "meanwhile" });
    if (!isFull) client.reconnect();
    await expect.poll(status, { timeout: 45_000, interval: 50 }).not.toBe("online");
    const noticed = performance.now() - start;
    await expect.poll(status, { timeout: 45_000, interval: 50 }).toBe("online");
    await until(() => timeline(channelId).rows.at(-1)?.text === "meanwhile");
    console.log(`R5: our client noticed after ${Math.round(noticed)} ms`);
  },
);
