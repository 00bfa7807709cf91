import { randomUUID } from "node:crypto";
import type { ChannelLiveEvent, InboxLiveEvent } from "@chat/contract";
import { slices } from "@chat/client";
import { expect, test } from "vitest";
import { openClient } from "../fixtures/chat-client.ts";
import { makeGroup } from "../fixtures/group.ts";
import { startServer, type TestServer } from "../fixtures/server.ts";
import { openSocket, watchChannel, watchInbox, type TestSocket } from "../fixtures/socket.ts";

/** Fills a channel up with people who only stand in the database. */
const fill = (server: TestServer, channelId: string, count: number) =>
  server.database.query(
    `WITH u AS (INSERT INTO "User" (id, issuer, "externalId", name) SELECT gen_random_uuid(), 'host', gen_random_uuid()::text, 'Extra' FROM generate_series(1, $2) RETURNING id),
     h AS (UPDATE "ChannelHead" SET version = version + $2, "memberCount" = "memberCount" + $2 WHERE "channelId" = $1 RETURNING version)
     INSERT INTO "Member" ("channelId", "userId", version) SELECT $1, u.id, h.version - row_number() OVER () + 1 FROM u, h`,
    [channelId, count],
  );
const send = (socket: Pick<TestSocket, "api">, channelId: string, text: string) =>
  socket.api.message.send.mutate({ channelId, clientId: randomUUID(), text });
const textsOf = (events: readonly InboxLiveEvent[]) =>
  events.flatMap((event) => (event.type === "message" && event.change === "sent" ? [event.message.text] : []));

test("an inbox hears of a channel with more than 500 members once a second, of mentions and of one's own messages at once", async () => {
  await using server = await startServer();
  const { owner, members, channelId } = await makeGroup(server, { members: 2 });
  const [reader = owner, mentioned = owner] = members;
  await fill(server, channelId, 500);
  using writer = openSocket(server, owner);
  using readers = openSocket(server, reader);
  using mentioneds = openSocket(server, mentioned);
  using open = watchChannel(readers, channelId);
  using others = openSocket(server, reader);
  using inbox = watchInbox(others);
  using mentionedInbox = watchInbox(mentioneds);
  using ownDevice = openSocket(server, owner);
  using ownInbox = watchInbox(ownDevice);
  using counted = openClient(server, reader);
  const starts = [inbox, mentionedInbox, ownInbox].map((watch) => watch.until(({ type }) => type === "start"));
  await Promise.all([
    ...starts,
    open.until(({ type }) => type === "synced"),
    counted.until(() => counted.unread(channelId) === 0),
  ]);
  const texts = Array.from({ length: 30 }, (_, i) => (i === 10 ? `[@You](mention:${mentioned.id})` : `text ${i}`));
  const begin = performance.now();
  for (const text of texts) await send(writer, channelId, text);
  const seconds = Math.ceil((performance.now() - begin) / 1_000);
  await mentionedInbox.until((event) => event.type === "message" && event.message.text === texts[10]);
  const last = texts.at(-1);
  await Promise.all(
    [inbox, ownInbox].map((watch) => watch.until((event) => event.type === "message" && event.message.text === last)),
  );
  await open.until((event) => event.type === "message" && event.message.text === last);
  expect(textsOf(inbox.events).length).toBeLessThanOrEqual(seconds + 1);
  expect(textsOf(inbox.events).at(-1)).toBe(last);
  expect(textsOf(ownInbox.events)).toEqual(texts);
  expect(open.events.filter(({ type }) => type === "message")).toHaveLength(30);
  expect(await counted.until(() => counted.unread(channelId) === 30)).toBe(true);
});

test("a mention that is edited out or deleted leaves the count of who was mentioned, though the channel is large and busy", async () => {
  await using server = await startServer();
  const { owner, members, channelId } = await makeGroup(server, { members: 2 });
  const [mentioned = owner, other = owner] = members;
  await fill(server, channelId, 500);
  using writer = openSocket(server, owner);
  using device = openClient(server, mentioned);
  using elsewhere = openSocket(server, other);
  using inbox = watchInbox(elsewhere);
  const mentions = () => device.client.store.read(slices.channels).held[channelId]?.entry.me?.mentionCount;
  await Promise.all([device.until(() => mentions() === 0), inbox.until(({ type }) => type === "start")]);
  const sent = [];
  for (let i = 0; i < 3; i += 1) sent.push(await send(writer, channelId, `[@You](mention:${mentioned.id}) ${i}`));
  await device.until(() => mentions() === 3);
  const [edited, deleted, kept] = sent.map(({ id }) => ({ messageId: id }));
  // The channel's turn is taken by what is newer.
  await send(writer, channelId, "newer");
  await writer.api.message.edit.mutate({ messageId: edited?.messageId ?? "", text: "nobody" });
  await writer.api.message.delete.mutate({ messageId: deleted?.messageId ?? "" });
  await send(writer, channelId, "newest");
  await device.until(() => mentions() === 1);
  await writer.api.message.edit.mutate({ messageId: kept?.messageId ?? "", text: `[@You](mention:${other.id})` });
  await device.until(() => mentions() === 0);
  await inbox.until((event) => event.type === "message" && event.message.mentions.includes(other.id));
});

test("those who have a channel of more than 200 members open hear of one person's typing a second", async () => {
  await using server = await startServer();
  const { owner, members, channelId } = await makeGroup(server, { members: 3 });
  await fill(server, channelId, 200);
  using reader = openSocket(server, owner);
  using live = watchChannel(reader, channelId);
  await live.until(({ type }) => type === "synced");
  const begin = performance.now();
  for (let round = 0; round < 5; round += 1)
    for (const member of members) await (await server.chat.callerFor(new Headers(member.headers))).channel.typing({ channelId });
  const seconds = Math.ceil((performance.now() - begin) / 1_000);
  await send(reader, channelId, "done");
  await live.until((event) => event.type === "message" && event.message.text === "done");
  const typing = live.events.filter(({ type }) => type === "typing");
  expect(typing.length).toBeGreaterThan(0);
  expect(typing.length).toBeLessThanOrEqual(seconds + 1);
});

test("typing and presence reach those who have the group open; presence nobody where more than 200 are in it", async () => {
  await using server = await startServer();
  const { owner, members, channelId } = await makeGroup(server, { members: 3 });
  const [reader = owner, elsewhere = owner, comer = owner] = members;
  const large = await makeGroup(server, { owner });
  const api = await server.chat.callerFor(new Headers(owner.headers));
  await api.member.add({ channelId: large.channelId, userIds: members.map(({ id }) => id) });
  await fill(server, large.channelId, 200);
  const readers = await server.chat.callerFor(new Headers(reader.headers));
  await readers.channel.openDirect({ userId: comer.id });
  using readerSocket = openSocket(server, reader);
  using inSmall = watchChannel(readerSocket, channelId);
  using inLarge = watchChannel(readerSocket, large.channelId);
  using readerInbox = watchInbox(readerSocket);
  using elsewhereSocket = openSocket(server, elsewhere);
  using elsewhereInbox = watchInbox(elsewhereSocket);
  await Promise.all([inSmall, inLarge].map((live) => live.until(({ type }) => type === "synced")));
  await Promise.all([readerInbox, elsewhereInbox].map((inbox) => inbox.until(({ type }) => type === "start")));

  using comerSocket = openSocket(server, comer);
  await comerSocket.api.channel.typing.mutate({ channelId });
  const isComer = (event: ChannelLiveEvent | InboxLiveEvent) => event.type === "presence" && event.userId === comer.id;
  await Promise.all([
    inSmall.until((event) => event.type === "typing" && event.user.id === comer.id),
    inSmall.until(isComer),
    // Of the direct message with them, told in the same breath as the groups.
    readerInbox.until(isComer),
  ]);
  await send(comerSocket, channelId, "done");
  await elsewhereInbox.until((event) => event.type === "message" && event.message.text === "done");
  expect(inLarge.events.filter(isComer)).toEqual([]);
  expect(inLarge.events.find(({ type }) => type === "synced")).toMatchObject({ online: null, cursors: null });
  expect(elsewhereInbox.events.filter((event) => event.type === "typing" || isComer(event))).toEqual([]);
});
