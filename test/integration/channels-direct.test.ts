import { describe, expect, test } from "vitest";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { openSocket, watchInbox } from "../fixtures/socket.ts";

const as = (server: TestServer, who: Person) => server.chat.callerFor(new Headers(who.headers));

describe("direct messages", () => {
  test("both open the same one at once, fifty times each, and there is one", async () => {
    await using server = await startServer();
    const [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
    const [fromAda, fromBen] = [await as(server, ada), await as(server, ben)];
    const opened = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        i % 2 === 0 ? fromAda.channel.openDirect({ userId: ben.id }) : fromBen.channel.openDirect({ userId: ada.id }),
      ),
    );
    expect(new Set(opened.map((entry) => entry.channel.id)).size).toBe(1);
    const rows = await server.database.query(
      `SELECT c.version, h.version AS "headVersion", h.seq, h."memberCount", (SELECT array_agg(m.version ORDER BY m.version) FROM "Member" m WHERE m."channelId" = c.id) AS members
       FROM "Channel" c JOIN "ChannelHead" h ON h."channelId" = c.id`,
    );
    expect(rows).toEqual([{ version: 1, headVersion: 3, seq: 0, memberCount: 2, members: [2, 3] }]);
    expect(opened[0]).toMatchObject({
      channel: { type: "direct", name: null, visibility: "private" },
      me: { role: "member" },
      peer: { id: ben.id, name: "Ben" },
    });
    expect(opened[1]).toMatchObject({ peer: { id: ada.id } });
  });

  test("one reaches the other's inbox, which hears its messages from then on", async () => {
    await using server = await startServer();
    const [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
    using socket = openSocket(server, ben);
    using inbox = watchInbox(socket);
    await inbox.until((event) => event.type === "start");
    const caller = await as(server, ada);
    const { channel } = await caller.channel.openDirect({ userId: ben.id });
    await inbox.until((event) => event.type === "member" && event.channelId === channel.id && event.member.userId === ben.id);
    await caller.message.send({ channelId: channel.id, clientId: "1", text: "Hello Ben" });
    await inbox.until((event) => event.type === "message" && event.message.text === "Hello Ben");
  });

  test("are refused with oneself, strangers and the deactivated, all alike", async () => {
    await using server = await startServer();
    const [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
    const caller = await as(server, ada);
    await expect(caller.channel.openDirect({ userId: ada.id })).rejects.toMatchObject({ reason: "INVALID_INPUT" });
    await expect(caller.channel.openDirect({ userId: crypto.randomUUID() })).rejects.toMatchObject({ reason: "NOT_FOUND" });
    await expect(caller.channel.openDirect({ userId: { externalId: "nobody" } })).rejects.toMatchObject({ reason: "NOT_FOUND" });
    await server.database.query(`UPDATE "User" SET "deactivatedAt" = now() WHERE id = $1`, [ben.id]);
    await expect(caller.channel.openDirect({ userId: ben.id })).rejects.toMatchObject({ reason: "NOT_FOUND" });
    expect(await server.database.query(`SELECT 1 FROM "Channel"`)).toEqual([]);
  });

  test("have two people and no roles", async () => {
    await using server = await startServer();
    const [ada, ben, cleo] = [await server.signUp("Ada"), await server.signUp("Ben"), await server.signUp("Cleo")];
    const caller = await as(server, ada);
    const { channel } = await caller.channel.openDirect({ userId: ben.id });
    const channelId = channel.id;
    const refused = { reason: "DIRECT_CHANNEL" };
    await expect(caller.member.add({ channelId, userIds: [cleo.id] })).rejects.toMatchObject(refused);
    await expect(caller.member.remove({ channelId, userId: ben.id })).rejects.toMatchObject(refused);
    await expect(caller.member.setRole({ channelId, userId: ben.id, role: "owner" })).rejects.toMatchObject(refused);
    await expect(caller.member.transferOwnership({ channelId, userId: ben.id })).rejects.toMatchObject(refused);
    await expect(caller.channel.leave({ channelId })).rejects.toMatchObject(refused);
    await expect(caller.channel.update({ channelId, name: "Us" })).rejects.toMatchObject(refused);
    await expect(caller.channel.archive({ channelId })).rejects.toMatchObject(refused);
  });

  test("are opened only with people whom one may find", async () => {
    await using server = await startServer();
    const [host, other] = [
      await server.tokenUser("customer-1", { rooms: ["order:1"] }),
      await server.tokenUser("customer-2", { rooms: ["order:1"] }),
    ];
    const agent = await server.signUp("Agent");
    const [customer, second] = [await as(server, host), await as(server, other)];
    await expect(customer.channel.openDirect({ userId: { externalId: "customer-2" } })).rejects.toMatchObject({
      reason: "NOT_FOUND",
    });
    await expect(customer.channel.openDirect({ userId: agent.id })).rejects.toMatchObject({ reason: "NOT_FOUND" });
    expect(await customer.user.search({ query: "" })).toEqual({ items: [] });
    await customer.channel.ensure({ key: "order:1" });
    await second.channel.ensure({ key: "order:1" });
    expect((await customer.user.search({ query: "CUSTOMER" })).items).toMatchObject([{ id: other.id }]);
    const entry = await customer.channel.openDirect({ userId: { externalId: "customer-2" } });
    expect(entry.peer?.id).toBe(other.id);
  });

  test("nobody is found where the directory is closed", async () => {
    await using server = await startServer({ directory: "none" });
    const [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
    const caller = await as(server, ada);
    expect(await caller.user.search({ query: "Ben" })).toEqual({ items: [] });
    await expect(caller.channel.openDirect({ userId: ben.id })).rejects.toMatchObject({ reason: "NOT_FOUND" });
    await expect(caller.user.get({ userId: ben.id })).rejects.toMatchObject({ reason: "NOT_FOUND" });
  });
});
