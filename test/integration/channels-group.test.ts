import type { SystemData } from "@chat/contract";
import { describe, expect, test } from "vitest";
import { makeGroup } from "../fixtures/group.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { openSocket, watchInbox } from "../fixtures/socket.ts";

const as = (server: TestServer, who: Person) => server.chat.callerFor(new Headers(who.headers));

async function linesOf(server: TestServer, channelId: string) {
  const rows = await server.database.query<{ data: SystemData }>(
    `SELECT data FROM "Message" WHERE "channelId" = $1 AND kind = 'system' ORDER BY seq`,
    [channelId],
  );
  return rows.map(({ data }) => ({ type: data.type, users: data.users?.map((user) => user.name), value: data.value }));
}

/** What must hold of every channel at any time. */
async function expectSound(server: TestServer): Promise<void> {
  const rows = await server.database.query<{
    members: number;
    memberCount: number;
    seq: number;
    messages: number;
    top: number;
    version: number;
    countable: number;
    messageCount: number;
  }>(
    `SELECT h."memberCount", h.seq, h.version, h."messageCount",
       (SELECT count(*) FROM "Member" mb WHERE mb."channelId" = h."channelId" AND mb."leftAt" IS NULL) AS members,
       (SELECT count(*) FROM "Message" m WHERE m."channelId" = h."channelId") AS messages,
       (SELECT count(*) FROM "Message" m WHERE m."channelId" = h."channelId" AND m.kind <> 'system') AS countable,
       (SELECT max(version) FROM (SELECT version FROM "Message" m WHERE m."channelId" = h."channelId" UNION ALL SELECT version FROM "Member" mb WHERE
         mb."channelId" = h."channelId" UNION ALL SELECT version FROM "Channel" c WHERE c.id = h."channelId") v) AS top
     FROM "ChannelHead" h`,
  );
  for (const row of rows) {
    expect(row).toMatchObject({ memberCount: row.members, seq: row.messages, version: row.top, messageCount: row.countable });
  }
}

describe("groups", () => {
  test("start with their owner, their people and the lines that say so", async () => {
    await using server = await startServer();
    const { owner, members, channelId } = await makeGroup(server, { members: 2 });
    const entry = await (await as(server, owner)).channel.get({ channelId });
    expect(entry).toMatchObject({
      channel: { type: "group", name: "Test group", version: 1, createdById: owner.id, visibility: "private", rootId: channelId },
      head: { seq: 2, version: 6, messageCount: 0, memberCount: 3 },
      me: { role: "owner", readSeq: 2, mentionCount: 0 },
      peer: null,
      lastMessage: { kind: "system", data: { type: "member.added" } },
    });
    expect(await linesOf(server, channelId)).toEqual([
      { type: "channel.created", value: "Test group" },
      { type: "member.added", users: ["Member 1", "Member 2"] },
    ]);
    const changes = await (await as(server, members[0] ?? owner)).message.changes({ channelId, since: 0 });
    if (changes.reset === true) throw new Error("reset");
    expect(changes.items.map((item) => item.version)).toEqual([1, 2, 3, 4, 5, 6]);
    await expectSound(server);
  });

  test("tell every change to the timeline and to all live", async () => {
    await using server = await startServer();
    const { owner, members, channelId } = await makeGroup(server, { members: 1 });
    const [member] = members;
    if (member === undefined) throw new Error("no member");
    using socket = openSocket(server, member);
    using inbox = watchInbox(socket);
    await inbox.until((event) => event.type === "start");
    const caller = await as(server, owner);
    const pixel =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    const updated = await caller.channel.update({
      channelId,
      name: "New name",
      description: "What it is for",
      visibility: "public",
      image: pixel,
      slowModeSeconds: 5,
    });
    expect(updated).toMatchObject({ name: "New name", description: "What it is for", visibility: "public", slowModeSeconds: 5 });
    expect(updated.image).toMatch(/^\/api\/images\/[0-9a-f]{64}$/);
    const picture = await fetch(`${server.url}${updated.image}`);
    expect([picture.status, picture.headers.get("content-type"), picture.headers.get("x-content-type-options")]).toEqual([
      200,
      "image/png",
      "nosniff",
    ]);
    await inbox.until((event) => event.type === "channel" && event.channel.name === "New name");
    await inbox.until((event) => event.type === "message" && event.message.data?.["type"] === "channel.visibility");
    const again = await caller.channel.update({ channelId, name: "New name" });
    expect(again.version).toBe(updated.version);
    await caller.channel.archive({ channelId });
    await expect(caller.channel.update({ channelId, name: "Late" })).rejects.toMatchObject({ reason: "CHANNEL_ARCHIVED" });
    await expect(caller.message.send({ channelId, clientId: "1", text: "Late" })).rejects.toMatchObject({
      reason: "CHANNEL_ARCHIVED",
    });
    await caller.channel.archive({ channelId, archived: false });
    expect((await linesOf(server, channelId)).slice(2)).toEqual([
      { type: "channel.renamed", value: "New name" },
      { type: "channel.described", value: "What it is for" },
      { type: "channel.image" },
      { type: "channel.visibility", value: "public" },
      { type: "channel.archived" },
      { type: "channel.unarchived" },
    ]);
    await expectSound(server);
  });

  test("public ones are found and joined, private ones do not exist for outsiders", async () => {
    await using server = await startServer();
    const open = await makeGroup(server, { visibility: "public" });
    const closed = await makeGroup(server, { owner: open.owner });
    const guest = await server.signUp("Guest");
    const caller = await as(server, guest);
    expect(
      (await caller.channel.browse({ query: "TEST" })).items.map((entry) => [entry.channel.id, entry.me, entry.lastMessage]),
    ).toEqual([[open.channelId, null, null]]);
    expect(await caller.channel.get({ channelId: open.channelId })).toMatchObject({ me: null, lastMessage: null });
    const random = await caller.channel.get({ channelId: crypto.randomUUID() }).catch((error: unknown) => error);
    const hidden = await caller.channel.get({ channelId: closed.channelId }).catch((error: unknown) => error);
    expect(hidden).toMatchObject({ reason: "NOT_FOUND", message: (random as Error).message });
    await expect(caller.channel.join({ channelId: closed.channelId })).rejects.toMatchObject({ reason: "NOT_FOUND" });
    await expect(caller.member.list({ channelId: open.channelId })).rejects.toMatchObject({ reason: "NOT_FOUND" });
    const joined = await caller.channel.join({ channelId: open.channelId });
    expect(joined.me).toMatchObject({ role: "member" });
    expect(joined.head.messageCount - (joined.me?.cursorCount ?? 0)).toBe(0);
    const version = joined.head.version;
    expect((await caller.channel.join({ channelId: open.channelId })).head.version).toBe(version);
    await expectSound(server);
  });

  test("one who comes back starts at the present, and sees what newcomers see", async () => {
    await using server = await startServer();
    const { owner, members, channelId } = await makeGroup(server, { members: 1, hidesHistory: true });
    const [member] = members;
    if (member === undefined) throw new Error("no member");
    const [boss, caller] = [await as(server, owner), await as(server, member)];
    await boss.message.send({ channelId, clientId: "1", text: "before" });
    const left = await caller.channel.leave({ channelId });
    expect(left.leftAt).not.toBe(null);
    await expect(caller.message.list({ channelId })).rejects.toMatchObject({ reason: "NOT_FOUND" });
    expect((await caller.channel.list({})).items).toEqual([]);
    await boss.message.send({ channelId, clientId: "2", text: "meanwhile" });
    await boss.member.add({ channelId, userIds: [member.id] });
    await boss.message.send({ channelId, clientId: "3", text: "after" });
    const { me, head } = await caller.channel.get({ channelId });
    expect(head.messageCount - (me?.cursorCount ?? 0)).toBe(1);
    const { items } = await caller.message.list({ channelId });
    expect(items.map((message) => message.text || message.data?.["type"])).toEqual(["member.added", "after"]);
    await expectSound(server);
  });

  test("leaving and coming back within one transaction of the lane is written once", async () => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server, { visibility: "public" });
    const guests = await Promise.all(["A", "B", "C"].map((name) => server.signUp(name)));
    const callers = await Promise.all(guests.map((guest) => as(server, guest)));
    await Promise.all(callers.map((caller) => caller.channel.join({ channelId })));
    const sockets = guests.map((guest) => openSocket(server, guest));
    await Promise.all(
      sockets.flatMap(({ api }, i) => [
        api.message.send.mutate({ channelId, clientId: `${i}`, text: "hello" }),
        api.channel.leave.mutate({ channelId }),
        api.channel.join.mutate({ channelId }),
      ]),
    );
    for (const socket of sockets) socket[Symbol.dispose]();
    expect((await (await as(server, owner)).channel.get({ channelId })).head.memberCount).toBe(4);
    await expectSound(server);
  });

  test("keep an owner: the last cannot leave or step down while others are there", async () => {
    await using server = await startServer();
    const { owner, members, channelId } = await makeGroup(server, { members: 1 });
    const [member] = members;
    if (member === undefined) throw new Error("no member");
    const [boss, heir] = [await as(server, owner), await as(server, member)];
    await expect(boss.channel.leave({ channelId })).rejects.toMatchObject({ reason: "LAST_OWNER" });
    await expect(boss.member.setRole({ channelId, userId: owner.id, role: "member" })).rejects.toMatchObject({
      reason: "LAST_OWNER",
    });
    const { items } = await boss.member.transferOwnership({ channelId, userId: member.id });
    expect(items.map(({ userId, role }) => [userId, role])).toEqual([
      [member.id, "owner"],
      [owner.id, "member"],
    ]);
    await boss.channel.leave({ channelId });
    expect(await heir.channel.leave({ channelId })).toMatchObject({ userId: member.id });
    expect((await linesOf(server, channelId)).map((line) => line.type).slice(2)).toEqual([
      "channel.transferred",
      "member.left",
      "member.left",
    ]);
    await expectSound(server);
  });

  test("two owners who leave at once do not both go", async () => {
    await using server = await startServer();
    const { owner, members, channelId } = await makeGroup(server, { members: 2 });
    const [second] = members;
    if (second === undefined) throw new Error("no member");
    const boss = await as(server, owner);
    await boss.member.setRole({ channelId, userId: second.id, role: "owner" });
    const other = await as(server, second);
    const ends = await Promise.allSettled([boss.channel.leave({ channelId }), other.channel.leave({ channelId })]);
    expect(ends.map((end) => end.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("rooms of a record", () => {
  test("are open to whom the host's own rule lets in, and to nobody else", async () => {
    const asked: unknown[] = [];
    await using server = await startServer({
      access: async (person, key) =>
        asked.push([person, key]) > 0 && person.externalId.startsWith("desk-") && key.startsWith("order:"),
    });
    const [desk, customer] = [await server.tokenUser("desk-1"), await server.tokenUser("customer-1", { rooms: ["order:1"] })];
    const [deskCaller, customerCaller] = [await as(server, desk), await as(server, customer)];
    const { channel } = await customerCaller.channel.ensure({ key: "order:1" });
    expect(asked).toEqual([]);
    expect((await deskCaller.channel.ensure({ key: "order:1" })).channel.id).toBe(channel.id);
    expect(asked).toEqual([[{ userId: desk.id, issuer: "host", externalId: "desk-1" }, "order:1"]]);
    for (const [caller, key] of [
      [deskCaller, "staff"],
      [customerCaller, "order:2"],
    ] as const)
      await expect(caller.channel.ensure({ key })).rejects.toMatchObject({ reason: "NOT_FOUND" });
  });

  test("are one, however many ensure them at once, and only for those whose token names them", async () => {
    await using server = await startServer();
    const people = await Promise.all(
      Array.from({ length: 8 }, (_, i) => server.tokenUser(`customer-${i}`, { rooms: ["order:4711"] })),
    );
    const callers = await Promise.all(people.map((one) => as(server, one)));
    const entries = await Promise.all(callers.map((caller) => caller.channel.ensure({ key: "order:4711", name: "Order 4711" })));
    expect(new Set(entries.map((entry) => entry.channel.id)).size).toBe(1);
    for (const entry of entries)
      expect(entry).toMatchObject({
        channel: { key: "order:4711", name: "Order 4711", visibility: "private" },
        me: { role: "member" },
      });
    const stranger = await as(server, await server.tokenUser("stranger", { rooms: ["order:1"] }));
    await expect(stranger.channel.ensure({ key: "order:4711" })).rejects.toMatchObject({ reason: "NOT_FOUND" });
    const local = await as(server, await server.signUp("First, so admin"));
    const user = await as(server, await server.signUp("Somebody"));
    await expect(user.channel.ensure({ key: "order:4711" })).rejects.toMatchObject({ reason: "NOT_FOUND" });
    await expect(user.channel.ensure({ key: "order:0" })).rejects.toMatchObject({ reason: "NOT_FOUND" });
    expect((await local.channel.ensure({ key: "order:4711" })).me?.role).toBe("member");
    await expectSound(server);
  });
});
