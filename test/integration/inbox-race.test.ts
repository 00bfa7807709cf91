import { expect, test } from "vitest";
import type { Database } from "@chat/db";
import { makeGroup } from "../fixtures/group.ts";
import { openRawSocket } from "../fixtures/raw-socket.ts";
import { startServer } from "../fixtures/server.ts";
import { openSocket, watchChannel, watchInbox } from "../fixtures/socket.ts";

/** Has `between` happen after the first queries with this text were answered, and before the answer is known. */
function delay(database: Database, part: string, between: () => Promise<unknown>, times = 1): void {
  const query = database.query.bind(database);
  let left = times;
  Object.assign(database, {
    async query(text: string, values?: unknown[]) {
      const rows = await query(text, values);
      if (left > 0 && text.includes(part)) {
        left -= 1;
        await between();
      }
      return rows;
    },
  });
}

test("a channel that is left while an inbox reads its channels is not listened to; one that is joined again is", async () => {
  await using server = await startServer();
  const { owner, members, channelId } = await makeGroup(server, { members: 1, visibility: "public" });
  const other = await makeGroup(server, { owner, visibility: "public" });
  const [ann] = members;
  const asAnn = await server.chat.callerFor(new Headers(ann?.headers));
  const asOwner = await server.chat.callerFor(new Headers(owner.headers));
  await asAnn.channel.join({ channelId: other.channelId });
  delay(server.database, 'AS "isInForce"', async () => {
    await asAnn.channel.leave({ channelId });
    await asAnn.channel.leave({ channelId: other.channelId });
    await asAnn.channel.join({ channelId: other.channelId });
  });
  using socket = openSocket(server, ann ?? null);
  using inbox = watchInbox(socket);
  await inbox.until(({ type }) => type === "start");
  await asOwner.message.send({ channelId, clientId: "secret", text: "secret" });
  await asOwner.message.send({ channelId: other.channelId, clientId: "open", text: "open" });
  await inbox.until((event) => event.type === "message" && event.message.text === "open");
  const heard = inbox.events.flatMap((event) =>
    event.type === "message" && event.message.kind === "text" ? [event.message.text] : [],
  );
  expect(heard).toEqual(["open"]);
});

test("a socket that ends while its subscription is opened is not listened for", async () => {
  await using server = await startServer();
  const { owner, channelId } = await makeGroup(server);
  using socket = await openRawSocket(server, owner.headers);
  const gone = Promise.withResolvers<void>();
  delay(server.database, 'FROM "Channel" c JOIN "ChannelHead"', async () => {
    socket.ws.terminate();
    await gone.promise;
  });
  const metrics = async () => (await fetch(`${server.url}/api/metrics`)).text();
  socket.send({ id: 1, method: "subscription", params: { path: "live.channel", input: { channelId } } });
  await socket.closed;
  await expect.poll(metrics).toMatch(/^chat_sockets 0$/m);
  gone.resolve();
  // What its opening still asks comes before this.
  await server.database.query("SELECT 1");
  await expect.poll(metrics).toMatch(/^chat_open_channels 0$/m);
});

test("who opens a channel in which more is written at each look at it goes on from what was heard, and looks once", async () => {
  await using server = await startServer();
  const { owner, members, channelId } = await makeGroup(server, { members: 1 });
  using writer = openSocket(server, owner);
  const { version } = await writer.api.message.send.mutate({ channelId, clientId: "before", text: "before" });
  const texts = ["one", "two", "three"];
  let reads = 0;
  const write = async () => {
    const text = texts[(reads += 1) - 1] ?? "";
    await writer.api.message.send.mutate({ channelId, clientId: text, text });
  };
  delay(server.database, 'SELECT "userId", "readSeq", "deliveredSeq"', write, texts.length);
  using reader = openSocket(server, members[0] ?? null);
  using live = watchChannel(reader, channelId, { since: version });
  await live.until((event) => event.type === "message" && event.message.text === "one");
  expect(reads).toBe(1);
  await writer.api.message.send.mutate({ channelId, clientId: "after", text: "after" });
  await live.until((event) => event.type === "message" && event.message.text === "after");
  const heard = live.events.flatMap((event) => (event.type === "message" ? [event.message.text] : [event.type]));
  expect(heard.filter((each) => each !== "read" && each !== "delivered" && each !== "presence")).toEqual([
    "start",
    "synced",
    "one",
    "after",
  ]);
});
