import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { makeGroup } from "../fixtures/group.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { openSocket, watchChannel, watchInbox } from "../fixtures/socket.ts";

const as = (server: TestServer, who: Person) => server.chat.callerFor(new Headers(who.headers));
type Api = Awaited<ReturnType<typeof as>>;

const actors = ["owner", "moderator", "member", "outsider"] as const;

/** What each role may do in a private group; else the reason of the refusal. */
const matrix: Record<
  string,
  { run(api: Api, ids: Ids): Promise<unknown>; owner: string; moderator: string; member: string; outsider: string }
> = {
  "add somebody": {
    run: (api, { channelId, newcomer }) => api.member.add({ channelId, userIds: [newcomer] }),
    owner: "ok",
    moderator: "ok",
    member: "FORBIDDEN",
    outsider: "NOT_FOUND",
  },
  "remove a member": {
    run: (api, { channelId, target }) => api.member.remove({ channelId, userId: target }),
    owner: "ok",
    moderator: "ok",
    member: "FORBIDDEN",
    outsider: "NOT_FOUND",
  },
  "remove another moderator": {
    run: (api, { channelId, otherModerator }) => api.member.remove({ channelId, userId: otherModerator }),
    owner: "ok",
    moderator: "FORBIDDEN",
    member: "FORBIDDEN",
    outsider: "NOT_FOUND",
  },
  "remove somebody who is not there": {
    run: (api, { channelId, newcomer }) => api.member.remove({ channelId, userId: newcomer }),
    owner: "NOT_FOUND",
    moderator: "NOT_FOUND",
    member: "FORBIDDEN",
    outsider: "NOT_FOUND",
  },
  "give a role": {
    run: (api, { channelId, target }) => api.member.setRole({ channelId, userId: target, role: "moderator" }),
    owner: "ok",
    moderator: "FORBIDDEN",
    member: "FORBIDDEN",
    outsider: "NOT_FOUND",
  },
  "transfer ownership": {
    run: (api, { channelId, target }) => api.member.transferOwnership({ channelId, userId: target }),
    owner: "ok",
    moderator: "FORBIDDEN",
    member: "FORBIDDEN",
    outsider: "NOT_FOUND",
  },
  "mute a member": {
    run: (api, { channelId, target }) => api.member.mute({ channelId, userId: target, reason: "Enough", durationMinutes: 60 }),
    owner: "ok",
    moderator: "ok",
    member: "FORBIDDEN",
    outsider: "NOT_FOUND",
  },
  "mute another moderator": {
    run: (api, { channelId, otherModerator }) => api.member.mute({ channelId, userId: otherModerator, reason: "Enough" }),
    owner: "ok",
    moderator: "FORBIDDEN",
    member: "FORBIDDEN",
    outsider: "NOT_FOUND",
  },
  "mute somebody who is not there": {
    run: (api, { channelId, newcomer }) => api.member.mute({ channelId, userId: newcomer, reason: "Enough" }),
    owner: "NOT_FOUND",
    moderator: "NOT_FOUND",
    member: "FORBIDDEN",
    outsider: "NOT_FOUND",
  },
  "let a moderator write again": {
    run: (api, { channelId, otherModerator }) => api.member.unmute({ channelId, userId: otherModerator }),
    owner: "ok",
    moderator: "FORBIDDEN",
    member: "FORBIDDEN",
    outsider: "NOT_FOUND",
  },
  "list members": {
    run: (api, { channelId }) => api.member.list({ channelId }),
    owner: "ok",
    moderator: "ok",
    member: "ok",
    outsider: "NOT_FOUND",
  },
  rename: {
    run: (api, { channelId }) => api.channel.update({ channelId, name: "Other" }),
    owner: "ok",
    moderator: "ok",
    member: "FORBIDDEN",
    outsider: "NOT_FOUND",
  },
  archive: {
    run: (api, { channelId }) => api.channel.archive({ channelId }),
    owner: "ok",
    moderator: "FORBIDDEN",
    member: "FORBIDDEN",
    outsider: "NOT_FOUND",
  },
  type: {
    run: (api, { channelId }) => api.channel.typing({ channelId }),
    owner: "ok",
    moderator: "ok",
    member: "ok",
    outsider: "NOT_FOUND",
  },
  "mark read": {
    run: (api, { channelId }) => api.channel.markRead({ channelId, seq: 1 }),
    owner: "ok",
    moderator: "ok",
    member: "ok",
    outsider: "NOT_FOUND",
  },
  "mark unread": {
    run: (api, { channelId }) => api.channel.markUnread({ channelId, seq: 1 }),
    owner: "ok",
    moderator: "ok",
    member: "ok",
    outsider: "NOT_FOUND",
  },
  "set preferences": {
    run: (api, { channelId }) => api.channel.setPreferences({ channelId, pinned: true }),
    owner: "ok",
    moderator: "ok",
    member: "ok",
    outsider: "NOT_FOUND",
  },
  leave: {
    run: (api, { channelId }) => api.channel.leave({ channelId }),
    owner: "LAST_OWNER",
    moderator: "ok",
    member: "ok",
    outsider: "NOT_FOUND",
  },
};

interface Ids {
  channelId: string;
  target: string;
  otherModerator: string;
  newcomer: string;
}

describe("roles in a private group", () => {
  test.each(actors)("what the %s may do", async (actor) => {
    await using server = await startServer();
    const people = await Promise.all(
      ["Owner", "Mod", "Mod 2", "Member", "Target", "New", "Outsider"].map((name) => server.signUp(name)),
    );
    const [owner, mod, mod2, member, target, newcomer, outsider] = people as [
      Person,
      Person,
      Person,
      Person,
      Person,
      Person,
      Person,
    ];
    const boss = await as(server, owner);
    const who = await as(server, { owner, moderator: mod, member, outsider }[actor]);
    const got: Record<string, string> = {};
    for (const [name, { run }] of Object.entries(matrix)) {
      const { channel } = await boss.channel.createGroup({ name, memberIds: [mod.id, mod2.id, member.id, target.id] });
      for (const { id } of [mod, mod2]) await boss.member.setRole({ channelId: channel.id, userId: id, role: "moderator" });
      const before = await server.database.query(`SELECT version FROM "ChannelHead" WHERE "channelId" = $1`, [channel.id]);
      const outcome = await run(who, {
        channelId: channel.id,
        target: target.id,
        otherModerator: mod2.id,
        newcomer: newcomer.id,
      }).then(
        () => "ok",
        (error: { reason: string }) => error.reason,
      );
      got[name] = outcome;
      const after = await server.database.query(`SELECT version FROM "ChannelHead" WHERE "channelId" = $1`, [channel.id]);
      if (outcome !== "ok") expect(after).toEqual(before);
    }
    expect(got).toEqual(Object.fromEntries(Object.entries(matrix).map(([name, row]) => [name, row[actor]])));
  });
});

describe("members", () => {
  test("any member brings people into a public group", async () => {
    await using server = await startServer();
    const { members, channelId } = await makeGroup(server, { members: 1, visibility: "public" });
    const [member] = members;
    if (member === undefined) throw new Error("no member");
    const newcomers = [await server.signUp("New 1"), await server.signUp("New 2")];
    const { items } = await (
      await as(server, member)
    ).member.add({ channelId, userIds: [...newcomers.map(({ id }) => id), member.id] });
    expect(new Set(items.map(({ userId, role }) => `${userId} ${role}`))).toEqual(
      new Set(newcomers.map(({ id }) => `${id} member`)),
    );
  });

  test("who is banned here or everywhere is not brought in, made owner or given power; who was, and is no more, is", async () => {
    await using server = await startServer();
    const { owner, members, channelId } = await makeGroup(server, { members: 1 });
    const [member = owner] = members;
    const newcomer = await server.signUp("New Comer");
    const api = await as(server, owner);
    const banned = { code: "FORBIDDEN", reason: "PERSON_BANNED" };
    const other = await makeGroup(server, { owner });
    for (const [where, room] of [
      [channelId, channelId],
      [null, other.channelId],
    ] as const) {
      await server.database.query(
        `INSERT INTO "Sanction" (id, type, "userId", "channelId") SELECT gen_random_uuid(), 'ban', unnest($1::uuid[]), $2`,
        [[newcomer.id, member.id], where],
      );
      await expect(api.member.add({ channelId: room, userIds: [newcomer.id] })).rejects.toMatchObject(banned);
      const items = await api.member.list({ channelId: room });
      expect(items.items.map(({ userId }) => userId)).not.toContain(newcomer.id);
      const target = { channelId, userId: member.id };
      await expect(api.member.transferOwnership(target)).rejects.toMatchObject(banned);
      await expect(api.member.setRole({ ...target, role: "moderator" })).rejects.toMatchObject(banned);
      expect(await api.member.setRole({ ...target, role: "member" })).toMatchObject({ role: "member" });
      if (where === null)
        await expect(api.channel.createGroup({ name: "Fresh", memberIds: [newcomer.id] })).rejects.toMatchObject(banned);
      await server.database.query(`UPDATE "Sanction" SET "liftedAt" = now()`);
      expect((await api.member.add({ channelId: room, userIds: [newcomer.id] })).items).toHaveLength(1);
      await api.member.remove({ channelId: room, userId: newcomer.id });
    }
  });

  test("are listed owners first, then moderators, then by name, in pages", async () => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server);
    const boss = await as(server, owner);
    const people = await Promise.all(["zoe", "Yan", "xaver", "Will", "100%", "a_b"].map((name) => server.signUp(name)));
    await boss.member.add({ channelId, userIds: people.map(({ id }) => id) });
    await boss.member.setRole({ channelId, userId: people[0]?.id ?? "", role: "moderator" });
    const names: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await boss.member.list({ channelId, limit: 2, ...(cursor && { cursor }) });
      names.push(...page.items.map(({ user }) => user.name));
      cursor = page.cursor;
    } while (cursor !== null);
    expect([names.slice(0, 2), names.slice(2).sort()]).toEqual([
      ["Olive Owner", "zoe"],
      ["100%", "Will", "Yan", "a_b", "xaver"],
    ]);
    expect((await boss.member.list({ channelId, query: "%" })).items.map(({ user }) => user.name)).toEqual(["100%"]);
    expect((await boss.member.list({ channelId, query: "_" })).items.map(({ user }) => user.name)).toEqual(["a_b"]);
    expect((await boss.member.list({ channelId, query: "nobody at all" })).items).toEqual([]);
    await expect(boss.member.list({ channelId, cursor: "x" })).rejects.toMatchObject({ reason: "INVALID_INPUT" });
  });

  test("one whom the group mutes hears it at once, sees why and until when, and writes again once they may", async () => {
    await using server = await startServer();
    const admin = await server.signUp("Ada Admin");
    const { owner, members, channelId } = await makeGroup(server, { members: 2 });
    const [member = owner, other = owner] = members;
    const [boss, loud] = [await as(server, owner), await as(server, member)];
    const ids = { channelId, userId: member.id };
    const say = (api: Api, id = channelId) => api.message.send({ channelId: id, clientId: randomUUID(), text: "Hello" });
    const { channel: thread } = await boss.channel.openThread({ messageId: (await say(loud)).id });
    const elsewhere = await makeGroup(server, { owner: member });
    using socket = openSocket(server, member);
    using inbox = watchInbox(socket);
    await inbox.until((event) => event.type === "start");

    const { mute } = await boss.member.mute({ ...ids, reason: "Too loud", durationMinutes: 60 });
    await inbox.until((event) => event.type === "sanction");
    for (const id of [channelId, thread.id])
      await expect(say(loud, id)).rejects.toMatchObject({ reason: "MUTED", retryAfterMs: expect.any(Number) });
    await say(loud, elsewhere.channelId);
    expect((await loud.sanction.mine()).items).toMatchObject([
      { type: "mute", reason: "Too loud", channel: { id: channelId }, until: mute?.until },
    ]);
    const listed = async (api: Api) =>
      (await api.member.list({ channelId })).items.find(({ userId }) => userId === member.id)?.mute;
    expect([await listed(boss), await listed(loud), await listed(await as(server, other))]).toEqual([mute, undefined, undefined]);

    // A shorter one changes nothing, and one without an end outlasts it.
    expect((await boss.member.mute({ ...ids, reason: "Again", durationMinutes: 5 })).mute).toEqual(mute);
    expect((await boss.member.mute({ ...ids, reason: "For good" })).mute).toEqual({ reason: "For good", until: null });
    expect(await boss.member.unmute(ids)).toEqual({ userId: member.id, mute: null });
    expect(await boss.member.unmute(ids)).toEqual({ userId: member.id, mute: null });
    await say(loud);

    // What the site's staff decided for this group is not the group's to lift, nor are they theirs to mute.
    const staff = await as(server, admin);
    await staff.admin.sanction.create({ type: "mute", ...ids, reason: "The site's" });
    await boss.member.unmute(ids);
    await expect(say(loud)).rejects.toMatchObject({ reason: "MUTED" });
    expect(await listed(boss)).toBeUndefined();
    await boss.member.add({ channelId, userIds: [admin.id] });
    await expect(boss.member.mute({ channelId, userId: admin.id, reason: "Out" })).rejects.toMatchObject({ reason: "FORBIDDEN" });
    await expect(boss.member.mute({ channelId, userId: owner.id, reason: "Me" })).rejects.toMatchObject({ reason: "FORBIDDEN" });
    await expect(boss.member.mute({ ...ids, reason: " " })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  test("two who mute one at once mute them once", async () => {
    await using server = await startServer();
    await server.signUp("Ada Admin");
    const { owner, members, channelId } = await makeGroup(server, { members: 1 });
    const boss = await as(server, owner);
    const mute = () => boss.member.mute({ channelId, userId: members[0]?.id ?? "", reason: "Twice" });
    await Promise.all([mute(), mute(), mute()]);
    expect(await server.database.query(`SELECT FROM "Sanction"`)).toHaveLength(1);
  });

  test("one who is removed hears it, and nothing after", async () => {
    await using server = await startServer();
    const { owner, members, channelId } = await makeGroup(server, { members: 1 });
    const [member] = members;
    if (member === undefined) throw new Error("no member");
    using socket = openSocket(server, member);
    using live = watchChannel(socket, channelId);
    await live.until((event) => event.type === "synced");
    const boss = await as(server, owner);
    const removed = await boss.member.remove({ channelId, userId: member.id });
    expect(removed).toMatchObject({ userId: member.id, leftAt: expect.any(String) });
    expect((await live.error).data).toMatchObject({ reason: "NOT_FOUND" });
    await boss.message.send({ channelId, clientId: "1", text: "secret" });
    const caller = await as(server, member);
    await expect(caller.message.list({ channelId })).rejects.toMatchObject({ reason: "NOT_FOUND" });
    expect(socket.frames.join("")).not.toContain("secret");
  });
});
