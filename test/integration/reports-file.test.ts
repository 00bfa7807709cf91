import { randomUUID } from "node:crypto";
import type { ChannelLiveEvent } from "@chat/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeGroup, type TestGroup } from "../fixtures/group.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { openSocket, watchChannel } from "../fixtures/socket.ts";
import { callerOf, hire, type Staff } from "../fixtures/staff.ts";

let server: TestServer;
let mo: Staff;
let group: TestGroup;
let author: Person;

beforeAll(async () => {
  server = await startServer({ moderation: { undoMs: 1_500, sweepMs: 100 } });
  await hire(server, "First", "admin");
  mo = await hire(server, "Mo Moderator", "moderator");
  group = await makeGroup(server, { members: 5 });
  author = group.owner;
});
afterAll(() => server[Symbol.asyncDispose]());

const as = (person: Person) => callerOf(server, person);
async function say(text: string, person = author): Promise<string> {
  return (await (await as(person)).message.send({ channelId: group.channelId, clientId: randomUUID(), text })).id;
}
async function caseOf(messageId: string) {
  for (const state of ["open", "assigned", "resolved"] as const) {
    const found = (await mo.api.admin.report.list({ state })).items.find((one) => one.messageId === messageId);
    if (found !== undefined) return found;
  }
  throw new Error("There is no case of this message.");
}
const [first, second, third] = [0, 1, 2].map((index) => () => group.members[index] ?? author) as [
  () => Person,
  () => Person,
  () => Person,
];
const changed = (change: string, id: string) => (event: ChannelLiveEvent) =>
  event.type === "message" && event.change === change && event.message.id === id;

describe("a report", () => {
  test("joins those of others in one case, whose priority rises with number and reason", async () => {
    const messageId = await say("Buy my pills");
    const [ann, ben] = [await as(first()), await as(second())];
    const report = await ann.report.create({ messageId, reason: "spam", comment: "Every day" });
    expect(report).toMatchObject({ target: "message", text: "Buy my pills", comment: "Every day", outcome: "open" });
    expect(await ann.report.create({ messageId, reason: "hate" })).toEqual(report);
    expect(await caseOf(messageId)).toMatchObject({ reportCount: 1, priority: 0, reasons: [{ reason: "spam", count: 1 }] });
    await ben.report.create({ messageId, reason: "violence" });
    const raised = await caseOf(messageId);
    expect(raised).toMatchObject({ reportCount: 2, priority: 2, state: "open", isHidden: false });
    expect(Date.parse(raised.dueAt) - Date.parse(raised.createdAt)).toBe(4 * 3_600_000);
  });

  test("of one target by many at once is one case with a report of each", async () => {
    const messageId = await say("All see this");
    const callers = await Promise.all(group.members.map(as));
    await Promise.all(callers.flatMap((api) => [api, api]).map((api) => api.report.create({ messageId, reason: "other" })));
    expect(await caseOf(messageId)).toMatchObject({ reportCount: 5 });
    const [row] = await server.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM "ReportCase" WHERE "messageId" = $1`,
      [messageId],
    );
    expect(row?.count).toBe(1);
  });

  test("is refused about oneself, a system line, what one does not see, and what is gone", async () => {
    const own = await say("Mine");
    const api = await as(author);
    await expect(api.report.create({ messageId: own, reason: "spam" })).rejects.toMatchObject({ reason: "FORBIDDEN" });
    const [line] = (await api.message.list({ channelId: group.channelId })).items.filter(({ kind }) => kind === "system");
    const ann = await as(first());
    await expect(ann.report.create({ messageId: line?.id ?? "", reason: "spam" })).rejects.toMatchObject({ reason: "FORBIDDEN" });
    const stranger = await as(await server.signUp("Stranger"));
    await expect(stranger.report.create({ messageId: own, reason: "spam" })).rejects.toMatchObject({ reason: "NOT_FOUND" });
    await api.message.delete({ messageId: own });
    await expect(ann.report.create({ messageId: own, reason: "spam" })).rejects.toMatchObject({ reason: "MESSAGE_DELETED" });
    for (const input of [{ reason: "spam" }, { messageId: own, userId: author.id, reason: "spam" }])
      await expect(ann.report.create(input as { messageId: string; reason: "spam" })).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
  });

  test("of a person tells the reporter what came of it, and nobody who decided", async () => {
    const ann = await as(first());
    const report = await ann.report.create({ userId: third().id, reason: "harassment" });
    const found = (await mo.api.admin.report.list({ target: "user", userId: third().id })).items[0];
    await mo.api.admin.report.act({ caseId: found?.id ?? "", action: "warn", reason: "Be kind" });
    const { items } = await ann.report.mine({});
    const mine = items.find(({ id }) => id === report.id);
    expect(mine).toMatchObject({ target: "user", outcome: "actionTaken", decidedAt: expect.any(String) });
    expect(JSON.stringify(items)).not.toContain("Mo Moderator");
    const told = await (await as(third())).sanction.mine();
    expect(told.items).toMatchObject([{ type: "warning", reason: "Be kind", channel: null }]);
    expect(JSON.stringify(told)).not.toMatch(/Mo Moderator|Member 1/);
  });

  test("comes so often and no more", async () => {
    await using limited = await startServer({ limits: { report: { max: 2, windowMs: 60_000 } } });
    const [ann, ...others] = [await limited.signUp("Ann"), ...(await Promise.all(["A", "B", "C"].map(limited.signUp)))];
    const api = await callerOf(limited, ann);
    const answers = await Promise.allSettled(others.map(({ id }) => api.report.create({ userId: id, reason: "spam" })));
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
  });
});

describe("a message that three people report", () => {
  test("leaves every event and answer, with its mentions, reactions and quotes, and comes back when it is found good", async () => {
    const text = `Look, [@M](mention:${third().id}), a secret word`;
    const messageId = await say(text);
    const [ann, ben, cleo] = [await as(first()), await as(second()), await as(third())];
    await ann.reaction.add({ messageId, emoji: "👍" });
    const { channelId } = group;
    const quote = await ben.message.send({ channelId, clientId: randomUUID(), text: "What?", replyToId: messageId });
    const mentions = async () => (await cleo.channel.get({ channelId })).me?.mentionCount;
    expect(await mentions()).toBe(1);
    using socket = openSocket(server, third());
    using watched = watchChannel(socket, channelId);
    await watched.until((event) => event.type === "synced");
    for (const api of [ann, ben]) await api.report.create({ messageId, reason: "spam" });
    expect((await ben.message.get({ messageId })).text).toBe(text);
    await cleo.report.create({ messageId, reason: "spam" });
    const hidden = await watched.until(changed("hidden", messageId));
    expect(JSON.stringify(hidden)).not.toContain("secret");
    expect(hidden).not.toHaveProperty("by");
    const answers = async () => [
      await ben.message.get({ messageId }),
      await ben.message.list({ channelId }),
      await ben.message.get({ messageId: quote.id }),
      await ben.message.changes({ channelId, since: 0 }),
      await ben.channel.list({}),
    ];
    expect(JSON.stringify(await answers())).not.toContain("secret");
    expect((await answers())[0]).toMatchObject({ text: "", mentions: [], reactions: [], hiddenAt: expect.any(String) });
    expect((await answers())[2]).toMatchObject({ replyTo: { text: null, hiddenAt: expect.any(String) } });
    expect((await ben.reaction.list({ messageId, emoji: "👍" })).items).toEqual([]);
    expect(await mentions()).toBe(0);
    const owner = await as(author);
    for (const refused of [
      () => owner.message.edit({ messageId, text: "Nothing" }),
      () => ben.reaction.add({ messageId, emoji: "🎉" }),
    ])
      await expect(refused()).rejects.toMatchObject({ reason: "UNDER_REVIEW" });

    const { id: caseId } = await caseOf(messageId);
    const seen = await mo.api.admin.report.get({ caseId });
    expect(seen.messages.find(({ isReported }) => isReported)).toMatchObject({ text, hiddenAt: expect.any(String) });
    await mo.api.admin.report.act({ caseId, action: "dismiss" });
    const shown = await watched.until(changed("shown", messageId));
    expect(shown).toMatchObject({ message: { text, mentions: [third().id], reactions: [{ emoji: "👍", count: 1 }] } });
    expect(await ben.message.get({ messageId })).toMatchObject({ text });
    expect((await ann.message.get({ messageId })).myReactions).toEqual(["👍"]);
    expect(await ben.message.get({ messageId: quote.id })).toMatchObject({ replyTo: { text } });
    expect(await mentions()).toBe(1);
    expect((await ann.report.mine({})).items[0]).toMatchObject({ outcome: "noAction" });
  });
});
