import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { openSocket, watchChannel, watchInbox } from "../fixtures/socket.ts";

const as = (server: TestServer, who: Person) => server.chat.callerFor(new Headers(who.headers));

/** Two who have written to each other. */
async function meet(server: TestServer) {
  const [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
  const [fromAda, fromBen] = [await as(server, ada), await as(server, ben)];
  const { channel } = await fromAda.channel.openDirect({ userId: ben.id });
  const say = (api: typeof fromAda, text = "Hello") => api.message.send({ channelId: channel.id, clientId: randomUUID(), text });
  const first = await say(fromAda);
  return { ada, ben, fromAda, fromBen, channelId: channel.id, say, first };
}

test("between two of whom one blocked the other nothing passes, from either side, until it ends; both are answered alike", async () => {
  await using server = await startServer();
  const { ada, ben, fromAda, fromBen, channelId, say, first } = await meet(server);
  const { user } = await fromAda.user.block({ userId: ben.id });
  expect(user).toMatchObject({ id: ben.id, name: "Ben" });

  const refusals = await Promise.allSettled([
    say(fromAda),
    say(fromBen),
    fromAda.channel.openDirect({ userId: ben.id }),
    fromBen.channel.openDirect({ userId: ada.id }),
    fromAda.message.edit({ messageId: first.id, text: "Changed" }),
    fromBen.reaction.add({ messageId: first.id, emoji: "👍" }),
  ]);
  for (const refusal of refusals)
    expect(refusal).toMatchObject({
      status: "rejected",
      reason: { reason: "BLOCKED", message: expect.stringContaining("each other") },
    });
  // What was said stays readable to both, and one's own words can be taken back.
  for (const api of [fromAda, fromBen]) expect((await api.message.list({ channelId })).items).toHaveLength(1);
  await fromAda.message.delete({ messageId: first.id });

  expect((await fromAda.user.blocked()).items.map(({ userId }) => userId)).toEqual([ben.id]);
  expect((await fromBen.user.blocked()).items).toEqual([]);

  // Each ends their own alone.
  await fromBen.user.unblock({ userId: ada.id });
  await expect(say(fromBen)).rejects.toMatchObject({ reason: "BLOCKED" });
  await fromAda.user.unblock({ userId: ben.id });
  await say(fromAda);
  await say(fromBen);
  await fromBen.channel.openDirect({ userId: ada.id });
});

test("a block refuses the first direct message too, and a message in a group not at all", async () => {
  await using server = await startServer();
  const [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
  const [fromAda, fromBen] = [await as(server, ada), await as(server, ben)];
  await fromBen.user.block({ userId: ada.id });
  await expect(fromAda.channel.openDirect({ userId: ben.id })).rejects.toMatchObject({ reason: "BLOCKED" });
  expect(await server.database.query(`SELECT FROM "Channel"`)).toHaveLength(0);
  const { channel } = await fromAda.channel.createGroup({ name: "Both", memberIds: [ben.id] });
  await fromAda.message.send({ channelId: channel.id, clientId: "1", text: "To all" });
  expect((await fromBen.message.list({ channelId: channel.id })).items.map(({ text }) => text)).toContain("To all");
});

test("who is blocked neither types nor comes online in the direct message, and one's own devices hear of the block", async () => {
  await using server = await startServer();
  const { ada, ben, fromAda, fromBen, channelId } = await meet(server);
  using adasSocket = openSocket(server, ada);
  using adasInbox = watchInbox(adasSocket);
  await adasInbox.until((event) => event.type === "start");
  using bensSocket = openSocket(server, ben);
  using bensInbox = watchInbox(bensSocket);
  await bensInbox.until((event) => event.type === "start");
  await adasInbox.until((event) => event.type === "presence" && event.userId === ben.id && event.online);
  expect((await fromAda.channel.get({ channelId })).peer).toMatchObject({ online: true });

  await fromAda.user.block({ userId: ben.id });
  await adasInbox.until((event) => event.type === "blocks");
  await adasInbox.until((event) => event.type === "presence" && event.userId === ben.id && !event.online);
  await bensInbox.until((event) => event.type === "presence" && event.userId === ada.id && !event.online);
  expect(bensInbox.events.some((event) => event.type === "blocks")).toBe(false);
  for (const api of [fromAda, fromBen])
    expect((await api.channel.get({ channelId })).peer).toMatchObject({ online: false, lastSeenAt: null });
  using opened = watchChannel(adasSocket, channelId);
  expect(await opened.until((event) => event.type === "synced")).toMatchObject({ online: [] });
  await fromBen.channel.typing({ channelId });

  await fromAda.user.unblock({ userId: ben.id });
  await bensInbox.until((event) => event.type === "presence" && event.userId === ada.id && event.online);
  await fromBen.channel.typing({ channelId });
  await opened.until((event) => event.type === "typing");
  expect(opened.events.filter((event) => event.type === "typing")).toHaveLength(1);
});

test("nobody blocks themselves, whom they may not see, or without end", async () => {
  await using server = await startServer({ directory: "shared" });
  const [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
  const fromAda = await as(server, ada);
  await expect(fromAda.user.block({ userId: ada.id })).rejects.toMatchObject({ reason: "INVALID_INPUT" });
  await expect(fromAda.user.block({ userId: ben.id })).rejects.toMatchObject({ reason: "NOT_FOUND" });
  await expect(fromAda.user.block({ userId: randomUUID() })).rejects.toMatchObject({ reason: "NOT_FOUND" });
  await fromAda.user.unblock({ userId: randomUUID() });

  const { channel } = await (await as(server, ben)).channel.createGroup({ name: "Both", visibility: "public" });
  await fromAda.channel.join({ channelId: channel.id });
  const [first, again] = [await fromAda.user.block({ userId: ben.id }), await fromAda.user.block({ userId: ben.id })];
  expect(again).toEqual(first);

  await server.database.query(
    `WITH many AS (INSERT INTO "User" (id, "externalId", name) SELECT gen_random_uuid(), 'many-' || n, 'Many' FROM generate_series(1, 999) n RETURNING id)
     INSERT INTO "Block" ("userId", "blockedId") SELECT $1, id FROM many`,
    [ada.id],
  );
  await fromAda.user.block({ userId: ben.id });
  const cleo = await server.signUp("Cleo");
  await (await as(server, cleo)).channel.join({ channelId: channel.id });
  await expect(fromAda.user.block({ userId: cleo.id })).rejects.toMatchObject({ reason: "TOO_MANY" });
});
