import { randomUUID } from "node:crypto";
import type { AdminGroup, AdminGroupDetail, AdminGroupMember, TranscriptMessage } from "@chat/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callHttp } from "../fixtures/call.ts";
import { makeGroup } from "../fixtures/group.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { openSocket, watchChannel, watchInbox } from "../fixtures/socket.ts";

let server: TestServer;
let admin: Person;
let moderator: Person;

beforeAll(async () => {
  server = await startServer();
  admin = await server.signUp("Ada Admin");
  moderator = await server.signUp("Mo Moderator");
  await server.database.query(`UPDATE "User" SET role = 'moderator' WHERE id = $1`, [moderator.id]);
});
afterAll(() => server[Symbol.asyncDispose]());

const api = (who: Person) => server.chat.callerFor(new Headers(who.headers));
const act = (verb: string, input: unknown, who = moderator) =>
  callHttp(server, who, { path: `admin.group.${verb}`, type: "mutation" }, input);
const ask = async <T>(verb: string, input: unknown): Promise<T> => {
  const answer = await callHttp(server, moderator, { path: `admin.group.${verb}`, type: "query" }, input);
  expect(answer.reason, answer.message).toBe("ok");
  return answer.data as T;
};
const list = (input: object) => ask<{ items: AdminGroup[]; cursor: string | null; total: number | null }>("list", input);
const say = async (who: Person, channelId: string, text: string) =>
  (await api(who)).message.send({ channelId, clientId: randomUUID(), text });

test("groups are found by part of their name and by what they are, and paged by every order without a gap", async () => {
  const owner = await server.signUp("Pia");
  const caller = await api(owner);
  for (const [name, visibility] of [
    ["Paged Tulip", "public"],
    ["Paged Rose", "private"],
    ["Paged Rose", "private"],
    ["Paged 100%", "private"],
  ] as const) {
    const { channel } = await caller.channel.createGroup({ name, visibility });
    if (visibility === "public") await say(owner, channel.id, "One more than the others");
  }
  const named = async (input: object) => (await list({ query: "PAGED", ...input })).items.map(({ name }) => name);
  expect(await named({ sort: "name", descending: false })).toEqual(["Paged 100%", "Paged Rose", "Paged Rose", "Paged Tulip"]);
  expect(await named({ visibility: "public" })).toEqual(["Paged Tulip"]);
  expect((await list({ query: "0%" })).items.map(({ name }) => name)).toEqual(["Paged 100%"]);
  expect((await named({ sort: "messages" }))[0]).toBe("Paged Tulip");
  for (const sort of ["activity", "name", "members", "messages", "created"]) {
    for (const descending of [true, false]) {
      const whole = await list({ query: "paged", sort, descending });
      expect(whole).toMatchObject({ total: 4, cursor: null });
      const paged: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await list({ query: "paged", sort, descending, limit: 1, ...(cursor !== undefined && { cursor }) });
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.cursor;
      }
      expect([sort, descending, paged]).toEqual([sort, descending, whole.items.map(({ id }) => id)]);
    }
  }
  for (const cursor of ["bm9uZQ", (await list({ query: "paged", sort: "name", limit: 1 })).cursor]) {
    const answer = await callHttp(server, admin, { path: "admin.group.list", type: "query" }, { cursor, sort: "members" });
    expect(answer.reason).toBe("INVALID_INPUT");
  }
});

test("direct messages are found by either person's name", async () => {
  const [ann, bob] = [await server.signUp("Wilhelmina"), await server.signUp("Bartholomew")];
  const { channel } = await (await api(ann)).channel.openDirect({ userId: bob.id });
  for (const query of ["helmi", "THOLO"])
    expect((await list({ type: "direct", query })).items).toMatchObject([{ id: channel.id, name: "Bartholomew, Wilhelmina" }]);
  expect((await list({ query: "helmi" })).items).toEqual([]);
  expect((await act("freeze", { channelId: channel.id })).reason).toBe("DIRECT_CHANNEL");
});

test("what staff change is seen live, with a line that names them", async () => {
  const { owner, channelId } = await makeGroup(server);
  using socket = openSocket(server, owner);
  using opened = watchChannel(socket, channelId);
  await opened.until((event) => event.type === "synced");
  const lines = [
    "channel.renamed",
    "channel.posting",
    "channel.frozen",
    "channel.unfrozen",
    "channel.archived",
    "channel.unarchived",
  ];
  await act("update", { channelId, name: "Renamed by staff", postingPolicy: "moderators", slowModeSeconds: 30 });
  for (const verb of ["freeze", "unfreeze", "archive", "unarchive"]) expect((await act(verb, { channelId })).reason).toBe("ok");
  for (const type of lines) {
    const event = await opened.until((one) => one.type === "message" && one.message.data?.["type"] === type);
    expect(event).toMatchObject({ message: { kind: "system", author: { name: "Mo Moderator" } } });
  }
  expect(await ask<AdminGroupDetail>("get", { channelId })).toMatchObject({
    name: "Renamed by staff",
    postingPolicy: "moderators",
    slowModeSeconds: 30,
    frozenAt: null,
    archivedAt: null,
    owners: [{ id: owner.id }],
    createdBy: { id: owner.id },
  });
  // What is so already writes nothing.
  await act("unfreeze", { channelId });
  await say(owner, channelId, "After");
  await opened.until((event) => event.type === "message" && event.message.text === "After");
  const unfrozen = opened.events.filter((one) => one.type === "message" && one.message.data?.["type"] === "channel.unfrozen");
  expect(unfrozen).toHaveLength(1);
});

test("a private group is made public by an admin alone, so that nobody reads it by joining", async () => {
  const { channelId } = await makeGroup(server);
  const turn = async (visibility: string, who: Person) =>
    (await act("update", { channelId, name: "Turned", visibility }, who)).reason;
  expect(await turn("private", moderator)).toBe("ok");
  expect(await turn("public", moderator)).toBe("FORBIDDEN");
  expect((await callHttp(server, moderator, { path: "channel.join", type: "mutation" }, { channelId })).reason).toBe("NOT_FOUND");
  expect(await turn("public", admin)).toBe("ok");
  expect(await turn("public", moderator)).toBe("ok");
  expect(await turn("private", moderator)).toBe("ok");
  expect(await turn("public", moderator)).toBe("FORBIDDEN");
});

test("where moderators alone write, a member's message is refused, in threads too, until everyone may again", async () => {
  const { owner, members, channelId } = await makeGroup(server, { members: 1 });
  const [member] = members as [Person];
  const first = await say(owner, channelId, "News");
  const thread = await (await api(owner)).channel.openThread({ messageId: first.id });
  await (await api(owner)).channel.update({ channelId, postingPolicy: "moderators" });
  for (const id of [channelId, thread.channel.id])
    await expect(say(member, id, "May I?")).rejects.toMatchObject({ reason: "POSTING_RESTRICTED" });
  await (await api(member)).reaction.add({ messageId: first.id, emoji: "👍" });
  await say(owner, channelId, "More news");
  await act("update", { channelId, postingPolicy: "everyone" });
  await say(member, channelId, "Thanks");
});

test("staff give roles and take people out, but not themselves, not staff above them, and not the last owner", async () => {
  const { owner, members, channelId } = await makeGroup(server, { members: 2 });
  const [first, second] = members as [Person, Person];
  await (await api(owner)).member.add({ channelId, userIds: [admin.id, moderator.id] });
  const role = (userId: string, to: string, who = moderator) => act("setMemberRole", { channelId, userId, role: to }, who);
  expect((await role(first.id, "owner")).reason).toBe("ok");
  expect((await role(owner.id, "member")).reason).toBe("ok");
  expect((await role(first.id, "member")).reason).toBe("LAST_OWNER");
  expect((await role(moderator.id, "owner")).reason).toBe("FORBIDDEN");
  expect((await role(admin.id, "owner")).reason).toBe("FORBIDDEN");
  expect((await role(moderator.id, "moderator", admin)).reason).toBe("ok");
  expect((await act("removeMember", { channelId, userId: first.id })).reason).toBe("LAST_OWNER");
  expect((await act("removeMember", { channelId, userId: admin.id })).reason).toBe("FORBIDDEN");
  expect((await act("removeMember", { channelId, userId: second.id })).reason).toBe("ok");
  const { items } = await ask<{ items: AdminGroupMember[] }>("members", { channelId });
  expect(items.map(({ user, role: held, siteRole }) => [user.id, held, siteRole])).toEqual([
    [first.id, "owner", "user"],
    [moderator.id, "moderator", "moderator"],
    [admin.id, "member", "admin"],
    [owner.id, "member", "user"],
  ]);
  const page = await ask<{ items: AdminGroupMember[]; cursor: string }>("members", { channelId, limit: 3 });
  expect((await ask<{ items: unknown[] }>("members", { channelId, cursor: page.cursor })).items).toHaveLength(1);
});

test("a transcript tells what was deleted by its last words, asks why, and each page is in the audit log", async () => {
  const { owner, channelId } = await makeGroup(server);
  const caller = await api(owner);
  const kept = await say(owner, channelId, "Kept");
  const gone = await say(owner, channelId, "First words");
  await caller.message.edit({ messageId: gone.id, text: "Last words" });
  await caller.message.delete({ messageId: gone.id });
  for (let n = 0; n < 60; n += 1) await say(owner, channelId, `${n}`);
  expect((await act("transcript", { channelId, reason: " no  " })).reason).toBe("INVALID_INPUT");
  const read = async (before?: number) => {
    const answer = await act("transcript", { channelId, reason: "Case 4711", ...(before !== undefined && { before }) });
    return answer.data as { items: TranscriptMessage[]; before: number | null };
  };
  const last = await read();
  const first = await read(last.before ?? 0);
  expect(last.items.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => 14 + index));
  expect(first.before).toBeNull();
  expect(first.items.find(({ id }) => id === gone.id)).toMatchObject({ text: "Last words", deletedBy: { id: owner.id } });
  expect(first.items.find(({ id }) => id === kept.id)).toMatchObject({ text: "Kept", deletedAt: null });
  const logged = await server.database.query<{ detail: { reason: string; outcome: string } }>(
    `SELECT detail FROM "AuditLog" WHERE action = 'admin.group.transcript' AND "targetId" = $1 ORDER BY id`,
    [channelId],
  );
  expect(logged.map(({ detail }) => [detail.reason, detail.outcome])).toEqual([
    [" no  ", "INVALID_INPUT"],
    ["Case 4711", "ok"],
    ["Case 4711", "ok"],
  ]);
});

test("of a transcript what has a link is read by itself, page by page, deleted words too", async () => {
  const { owner, channelId } = await makeGroup(server);
  const gone = await say(owner, channelId, "HTTPS://gone.example");
  await (await api(owner)).message.delete({ messageId: gone.id });
  for (let n = 0; n < 55; n += 1) await say(owner, channelId, n % 5 === 0 ? `see http://example.com/${n}` : `plain ${n}`);
  const read = async (input: object) => {
    const answer = await act("transcript", { channelId, reason: "Case 4711", onlyLinks: true, ...input });
    return answer.data as { items: TranscriptMessage[]; before: number | null };
  };
  const all = await read({});
  expect(all.before).toBeNull();
  expect(all.items.map(({ text }) => text)).toEqual([
    "HTTPS://gone.example",
    ...Array.from({ length: 11 }, (_, index) => `see http://example.com/${index * 5}`),
  ]);
  expect((await read({ before: all.items[1]?.seq })).items.map(({ text }) => text)).toEqual(["HTTPS://gone.example"]);
  const [entry] = await server.database.query<{ detail: object }>(
    `SELECT detail FROM "AuditLog" WHERE action = 'admin.group.transcript' AND "targetId" = $1`,
    [channelId],
  );
  expect(entry?.detail).toMatchObject({ reason: "Case 4711", onlyLinks: true });
});

test("staff hide a group's history from who comes later, for good", async () => {
  const { channelId } = await makeGroup(server);
  expect((await act("update", { channelId, hidesHistory: true })).data).toMatchObject({ hidesHistory: true });
  expect((await act("update", { channelId, hidesHistory: false })).reason).toBe("INVALID_INPUT");
});

test("an admin deletes a group with all of it: who has it open or in the list hears of it, and reports and the log keep what they told", async () => {
  const { owner, members, channelId } = await makeGroup(server, { members: 1 });
  const [member] = members as [Person];
  const message = await say(owner, channelId, "Reported words");
  await say(member, channelId, "An answer");
  const thread = await (await api(owner)).channel.openThread({ messageId: message.id });
  await say(member, thread.channel.id, "A reply");
  await (await api(member)).message.send({ channelId, clientId: randomUUID(), text: "A quote", replyToId: message.id });
  await (await api(member)).report.create({ messageId: message.id, reason: "spam" });
  await server.database.query(
    `INSERT INTO "Sanction" (id, type, "userId", "channelId") VALUES (gen_random_uuid(), 'mute', $1, $2)`,
    [owner.id, channelId],
  );
  using socket = openSocket(server, member);
  using inbox = watchInbox(socket);
  await inbox.until((event) => event.type === "start");
  using group = watchChannel(socket, channelId);
  using replies = watchChannel(socket, thread.channel.id);
  const opened = [group, replies];
  for (const one of opened) await one.until((event) => event.type === "synced");

  expect((await act("delete", { channelId, name: "Test group" })).reason).toBe("FORBIDDEN");
  expect((await act("delete", { channelId, name: "Another group" }, admin)).reason).toBe("INVALID_INPUT");
  expect((await act("delete", { channelId, name: "Test group" }, admin)).reason).toBe("ok");
  for (const one of opened) expect((await one.error).data).toMatchObject({ reason: "NOT_FOUND" });
  await inbox.until((event) => event.type === "gone" && event.channelId === channelId);
  await expect(say(owner, channelId, "Anybody?")).rejects.toMatchObject({ reason: "NOT_FOUND" });
  expect((await (await api(member)).channel.list({})).items.map(({ channel }) => channel.id)).not.toContain(channelId);
  expect((await act("delete", { channelId, name: "Test group" }, admin)).reason).toBe("NOT_FOUND");

  for (const table of ["Message", "Member", "ChannelHead", "Mention"])
    expect(
      await server.database.query(`SELECT FROM "${table}" WHERE "channelId" = ANY($1::uuid[])`, [[channelId, thread.channel.id]]),
    ).toEqual([]);
  const [report] = await server.database.query(
    `SELECT r.text, c.state, c."messageId", c."userId" FROM "Report" r JOIN "ReportCase" c ON c.id = r."caseId" WHERE c."userId" = $1`,
    [owner.id],
  );
  expect(report).toEqual({ text: "Reported words", state: "resolved", messageId: null, userId: owner.id });
  expect(
    await server.database.query(`SELECT FROM "Sanction" WHERE "channelId" = $1 AND "liftedAt" IS NULL`, [channelId]),
  ).toEqual([]);
  const [entry] = await server.database.query(
    `SELECT "targetId", detail ->> 'name' AS name FROM "AuditLog" WHERE action = 'admin.group.delete' AND detail ->> 'outcome' = 'ok'`,
  );
  expect(entry).toEqual({ targetId: channelId, name: "Test group" });
});
