import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeGroup, type TestGroup } from "../fixtures/group.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { openSocket, watchChannel } from "../fixtures/socket.ts";
import { callerOf, hire, type Staff } from "../fixtures/staff.ts";

let server: TestServer;
let ada: Staff;
let mo: Staff;
let max: Staff;
let group: TestGroup;

const undoMs = 3_000;
beforeAll(async () => {
  server = await startServer({ moderation: { undoMs, sweepMs: 100 } });
  ada = await hire(server, "Ada Admin", "admin");
  mo = await hire(server, "Mo Moderator", "moderator");
  max = await hire(server, "Max Moderator", "moderator");
  group = await makeGroup(server, { members: 2 });
});
afterAll(() => server[Symbol.asyncDispose]());

const as = (person: Person) => callerOf(server, person);
const reporter = () => group.members[0] ?? group.owner;

/** A message of the given person that somebody reported. */
async function report(text = "Something bad", author: Person = group.owner) {
  const { channelId } = group;
  const { id: messageId } = await (await as(author)).message.send({ channelId, clientId: randomUUID(), text });
  await (await as(reporter())).report.create({ messageId, reason: "spam" });
  const [row] = await server.database.query<{ id: string }>(`SELECT id FROM "ReportCase" WHERE "messageId" = $1`, [messageId]);
  return { messageId, caseId: row?.id ?? "" };
}
const textOf = async (messageId: string) => (await (await as(reporter())).message.get({ messageId })).text;

/** The author appeals against what was decided about their message, and Max grants it. */
async function grantAppeal(author: Staff["api"], messageText: string): Promise<void> {
  const { items } = await author.sanction.mine();
  const sanctionId = items.find((sanction) => sanction.messageText === messageText)?.id ?? "";
  await author.appeal.create({ sanctionId, text: "It was a quotation." });
  const [open] = (await max.api.admin.appeal.list({})).items;
  expect(open).toMatchObject({ messageText, isMessageDeleted: true });
  await max.api.admin.appeal.decide({ appealId: open?.id ?? "", decision: "lift", answer: "So it was." });
  await author.sanction.seen({ sanctionId });
}
const withoutVersions = (messages: readonly object[]) => messages.map((message) => ({ ...message, version: 0 }));

test("a granted appeal brings back the message that was deleted, in its place, and what its author deleted stays so", async () => {
  const [author, reader] = [await as(group.owner), await as(reporter())];
  const parent = await author.message.send({ channelId: group.channelId, clientId: randomUUID(), text: "A thread" });
  const { channel: thread } = await author.channel.openThread({ messageId: parent.id });
  const reply = (text: string) => author.message.send({ channelId: thread.id, clientId: randomUUID(), text });
  const text = `It is said: [@R](mention:${reporter().id})`;
  const { id: messageId } = await reply(text);
  await reply("Last");
  await reader.reaction.add({ messageId, emoji: "👍" });
  await reader.report.create({ messageId, reason: "hate" });
  const [row] = await server.database.query<{ id: string }>(`SELECT id FROM "ReportCase" WHERE "messageId" = $1`, [messageId]);
  const caseId = row?.id ?? "";
  const [early, own] = [await report("Early"), await report("My own")];
  const both = () => Promise.all([messageId, parent.id].map((id) => reader.message.get({ messageId: id })));
  const before = await both();
  using socket = openSocket(server, reporter());
  using watched = watchChannel(socket, thread.id);
  await watched.until((event) => event.type === "synced");
  for (const decided of [early.caseId, caseId, own.caseId])
    await mo.api.admin.report.act({ caseId: decided, action: "delete", reason: "Spam" });
  // In the seconds before it is deleted it is only hidden.
  await grantAppeal(author, "Early");
  expect(await textOf(early.messageId)).toBe("Early");
  await author.message.delete({ messageId: own.messageId });
  const deleted = () =>
    server.database.query(`SELECT FROM "CaseDecision" WHERE "deletedAt" IS NOT NULL AND "caseId" = ANY($1)`, [
      [caseId, own.caseId],
    ]);
  await expect.poll(async () => (await deleted()).length, { timeout: 10_000 }).toBe(2);
  expect(await both()).toMatchObject([{ text: "", deletedAt: expect.any(String) }, { thread: { replyCount: 1 } }]);

  await grantAppeal(author, text);
  await watched.until((event) => event.type === "message" && event.change === "shown" && event.message.id === messageId);
  expect(withoutVersions(await both())).toEqual(withoutVersions(before));
  await grantAppeal(author, "My own");
  expect(await textOf(own.messageId)).toBe("");
  expect(await deleted()).toEqual([]);
  // The first one's time to be deleted is over by now.
  expect(await textOf(early.messageId)).toBe("Early");
  await reader.reaction.remove({ messageId, emoji: "👍" });
  expect((await reader.message.get({ messageId })).reactions).toEqual([]);
});

describe("a decision", () => {
  test("to delete hides at once, is taken back whole, and after its time deletes for good", async () => {
    const { messageId, caseId } = await report("Undo me");
    const before = await mo.api.admin.report.get({ caseId });
    const acted = await mo.api.admin.report.act({ caseId, action: "delete", reason: "Spam", note: "Again" });
    expect(acted.case).toMatchObject({ state: "resolved", resolution: "delete", resolvedBy: { id: mo.id } });
    expect(await textOf(messageId)).toBe("");
    const author = await as(group.owner);
    expect((await author.sanction.mine()).items).toMatchObject([{ type: "warning", reason: "Spam", messageText: "Undo me" }]);
    const undone = await mo.api.admin.report.undo({ decisionId: acted.decisionId });
    expect(undone).toMatchObject({
      state: "open",
      resolvedAt: null,
      resolution: null,
      isHidden: false,
      dueAt: before.case.dueAt,
    });
    expect(undone.version).toBeGreaterThan(acted.case.version);
    expect(await textOf(messageId)).toBe("Undo me");
    expect((await author.sanction.mine()).items).toEqual([]);
    expect(await mo.api.admin.report.undo({ decisionId: acted.decisionId })).toMatchObject({ state: "open" });

    using socket = openSocket(server, reporter());
    using watched = watchChannel(socket, group.channelId);
    await watched.until((event) => event.type === "synced");
    const again = await mo.api.admin.report.act({ caseId, action: "delete", reason: "Spam" });
    await watched.until((event) => event.type === "message" && event.change === "deleted" && event.message.id === messageId);
    await expect(mo.api.admin.report.undo({ decisionId: again.decisionId })).rejects.toMatchObject({ reason: "TOO_LATE" });
    const [revision] = await server.database.query<{ text: string }>(
      `SELECT text FROM "MessageRevision" WHERE "messageId" = $1`,
      [messageId],
    );
    expect(revision?.text).toBe("Undo me");
    const { decisions } = await mo.api.admin.report.get({ caseId });
    expect(decisions.map(({ action, undoneAt }) => [action, undoneAt !== null])).toEqual([
      ["delete", false],
      ["delete", true],
    ]);
  });

  test("is carried out by another node where the first went down in the ten seconds", async () => {
    const { messageId, caseId } = await report("Left behind");
    await mo.api.admin.report.act({ caseId, action: "delete", reason: "Spam" });
    // As if it had gone down before it hid the message, and the time was over since.
    await server.database.query(`UPDATE "Message" SET "hiddenAt" = NULL WHERE id = $1`, [messageId]);
    await server.database.query(`UPDATE "CaseDecision" SET "deletesAt" = now() WHERE "caseId" = $1`, [caseId]);
    await expect
      .poll(async () => (await (await as(reporter())).message.get({ messageId })).deletedAt, { timeout: 5_000 })
      .not.toBeNull();
  });

  test("that a report came between is taken back into one case", async () => {
    const { messageId, caseId } = await report();
    const { decisionId } = await mo.api.admin.report.act({ caseId, action: "dismiss" });
    await (await as(group.members[1] ?? group.owner)).report.create({ messageId, reason: "hate" });
    const undone = await mo.api.admin.report.undo({ decisionId });
    expect(undone).toMatchObject({ id: caseId, state: "open", reportCount: 2 });
  });

  test("to mute bites at the next message and is lifted by undo; another's is not taken back", async () => {
    const { caseId } = await report("Mute me");
    const acted = await mo.api.admin.report.act({
      caseId,
      action: "mute",
      reason: "Shouting",
      durationMinutes: 60,
      scope: "channel",
    });
    const author = await as(group.owner);
    const say = () => author.message.send({ channelId: group.channelId, clientId: randomUUID(), text: "Hello" });
    await expect(say()).rejects.toMatchObject({ reason: "MUTED", retryAfterMs: expect.any(Number) });
    expect((await author.sanction.mine()).items[0]).toMatchObject({
      type: "mute",
      reason: "Shouting",
      channel: { id: group.channelId },
      messageText: "Mute me",
    });
    await expect(max.api.admin.report.undo({ decisionId: acted.decisionId })).rejects.toMatchObject({ reason: "FORBIDDEN" });
    await mo.api.admin.report.undo({ decisionId: acted.decisionId });
    await say();
  });

  test("is refused twice, and about oneself or about staff", async () => {
    const { caseId } = await report();
    await mo.api.admin.report.act({ caseId, action: "dismiss" });
    await expect(max.api.admin.report.act({ caseId, action: "dismiss" })).rejects.toMatchObject({ reason: "CASE_RESOLVED" });
    const room = await makeGroup(server, { owner: group.owner });
    await (await as(group.owner)).member.add({ channelId: room.channelId, userIds: [mo.id] });
    const { id: messageId } = await mo.api.message.send({
      channelId: room.channelId,
      clientId: randomUUID(),
      text: "I moderate",
    });
    await (await as(group.owner)).report.create({ messageId, reason: "harassment" });
    const found = (await ada.api.admin.report.list({ userId: mo.id })).items[0]?.id ?? "";
    await expect(mo.api.admin.report.act({ caseId: found, action: "dismiss" })).rejects.toMatchObject({ reason: "NOT_FOUND" });
    await expect(max.api.admin.report.act({ caseId: found, action: "warn", reason: "Hm" })).rejects.toMatchObject({
      reason: "FORBIDDEN",
    });
    expect(await ada.api.admin.report.act({ caseId: found, action: "warn", reason: "Hm" })).toMatchObject({
      case: { state: "resolved" },
    });
    const needless = { caseId: (await report()).caseId, action: "warn" } as const;
    await expect(mo.api.admin.report.act(needless)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

test("what is taken back is no more to be appealed against, and who did so already is told", async () => {
  const { caseId } = await report("Appeal at once");
  const { decisionId } = await mo.api.admin.report.act({ caseId, action: "mute", reason: "Shouting" });
  const author = await as(group.owner);
  const sanctionId = (await author.sanction.mine()).items.find(({ type }) => type === "mute")?.id ?? "";
  await author.appeal.create({ sanctionId, text: "I whispered." });
  await mo.api.admin.report.undo({ decisionId });
  expect((await max.api.admin.appeal.list({})).items.map(({ sanction }) => sanction.id)).not.toContain(sanctionId);
  expect((await author.sanction.mine()).items.find(({ id }) => id === sanctionId)).toMatchObject({ appeal: { state: "lifted" } });
  await author.sanction.seen({ sanctionId });
});

describe("staff, where they read a message", () => {
  const audited = async (messageId: string) =>
    (await ada.api.admin.audit.list({ targetId: messageId })).items.map(({ action, detail }) => [action, detail["outcome"]]);
  /** Staff in the group of whom they judge. */
  const join = async () => (await as(group.owner)).member.add({ channelId: group.channelId, userIds: [mo.id, ada.id] });

  test("hide it until its case, which opens in the queue, is decided; one entry of the log tells it", async () => {
    await join();
    const { channelId } = group;
    const { id: messageId } = await (await as(group.owner)).message.send({ channelId, clientId: randomUUID(), text: "Hide me" });
    const opened = await mo.api.admin.message.hide({ messageId, reason: "To be looked at" });
    expect(opened).toMatchObject({ state: "open", isHidden: true, messageId, reasons: [{ reason: "other", count: 1 }] });
    expect(await textOf(messageId)).toBe("");
    const { reports } = await max.api.admin.report.get({ caseId: opened.id });
    expect(reports).toMatchObject([{ reporter: { id: mo.id }, comment: "To be looked at" }]);
    expect(await mo.api.admin.message.hide({ messageId, reason: "Again" })).toMatchObject({ id: opened.id, reportCount: 1 });
    await max.api.admin.report.act({ caseId: opened.id, action: "dismiss" });
    expect(await textOf(messageId)).toBe("Hide me");
    expect((await (await as(group.owner)).sanction.mine()).items.filter(({ messageText }) => messageText === "Hide me")).toEqual(
      [],
    );
    expect(await audited(messageId)).toEqual([
      ["admin.message.hide", "ok"],
      ["admin.message.hide", "ok"],
    ]);
  });

  test("hide it also where they had reported it before", async () => {
    await join();
    const { channelId } = group;
    const { id: messageId } = await (await as(group.owner)).message.send({ channelId, clientId: randomUUID(), text: "Twice" });
    await mo.api.report.create({ messageId, reason: "spam" });
    const opened = await mo.api.admin.message.hide({ messageId, reason: "Now" });
    expect(opened).toMatchObject({ isHidden: true, reportCount: 1, reasons: [{ reason: "spam", count: 1 }] });
    expect(await textOf(messageId)).toBe("");
    await max.api.admin.report.act({ caseId: opened.id, action: "dismiss" });
    expect(await textOf(messageId)).toBe("Twice");
  });

  test("delete it by a decision like the queue's: the author is warned, and it is taken back whole", async () => {
    await join();
    const { messageId, caseId } = await report("Delete me here");
    const acted = await mo.api.admin.message.delete({ messageId, reason: "Spam" });
    expect(acted.case).toMatchObject({ id: caseId, state: "resolved", resolution: "delete", resolvedBy: { id: mo.id } });
    expect(await textOf(messageId)).toBe("");
    const author = await as(group.owner);
    expect((await author.sanction.mine()).items).toContainEqual(
      expect.objectContaining({ type: "warning", reason: "Spam", messageText: "Delete me here" }),
    );
    await mo.api.admin.report.undo({ decisionId: acted.decisionId });
    expect(await textOf(messageId)).toBe("Delete me here");
    await mo.api.admin.message.delete({ messageId, reason: "Spam" });
    await expect
      .poll(async () => (await (await as(reporter())).message.get({ messageId })).deletedAt, { timeout: 6_000 })
      .not.toBeNull();
    await expect(mo.api.admin.message.delete({ messageId, reason: "Spam" })).rejects.toMatchObject({ reason: "MESSAGE_DELETED" });
    expect(await audited(messageId)).toEqual([
      ["admin.message.delete", "MESSAGE_DELETED"],
      ["admin.message.delete", "ok"],
      ["admin.message.delete", "ok"],
    ]);
  });

  test("leave nothing open that a deletion opened and they took back, unless others reported it since", async () => {
    await join();
    const { channelId } = group;
    const owner = await as(group.owner);
    const deleteOne = async (text: string) => {
      const { id: messageId } = await owner.message.send({ channelId, clientId: randomUUID(), text });
      return { messageId, ...(await mo.api.admin.message.delete({ messageId, reason: "Spam" })) };
    };
    const undo = async ({ messageId, decisionId }: { messageId: string; decisionId: string }) => {
      const { state, resolution } = await mo.api.admin.report.undo({ decisionId });
      return [state, resolution, await textOf(messageId)];
    };
    const alone = await deleteOne("Alone");
    expect(await undo(alone)).toEqual(["resolved", "dismiss", "Alone"]);
    const joined = await deleteOne("Joined");
    await (await as(reporter())).report.create({ messageId: joined.messageId, reason: "spam" });
    expect(await undo(joined)).toEqual(["open", null, "Joined"]);
  });

  test("judge neither themselves nor those above them, nor what they do not read; nobody else judges at all", async () => {
    await join();
    const { channelId } = group;
    const send = async ({ api }: Staff) => (await api.message.send({ channelId, clientId: randomUUID(), text: "By staff" })).id;
    const [own, above] = [await send(mo), await send(ada)];
    const { messageId } = await report("Not yours");
    for (const judge of ["hide", "delete"] as const) {
      for (const id of [own, above])
        await expect(mo.api.admin.message[judge]({ messageId: id, reason: "Hm" })).rejects.toMatchObject({ reason: "FORBIDDEN" });
      // Max is in no group: a message is nothing to him but by its case.
      await expect(max.api.admin.message[judge]({ messageId, reason: "Hm" })).rejects.toMatchObject({ reason: "NOT_FOUND" });
      const owner = await as(group.owner);
      await expect(owner.admin.message[judge]({ messageId: own, reason: "Hm" })).rejects.toMatchObject({ reason: "FORBIDDEN" });
    }
    expect(await server.database.query(`SELECT FROM "ReportCase" WHERE "messageId" = ANY($1::uuid[])`, [[own, above]])).toEqual(
      [],
    );
    expect([await textOf(own), await textOf(above), await textOf(messageId)]).toEqual(["By staff", "By staff", "Not yours"]);
  });
});

describe("a case", () => {
  test("that somebody holds is refused to others, who see by whom, until it is free", async () => {
    const { caseId } = await report();
    await mo.api.admin.report.hold({ caseId });
    for (const refused of [
      () => max.api.admin.report.hold({ caseId }),
      () => max.api.admin.report.act({ caseId, action: "dismiss" }),
      () => max.api.admin.report.assign({ caseId, assigneeId: max.id }),
      () => max.api.admin.report.setPriority({ caseId, priority: 3 }),
    ])
      await expect(refused()).rejects.toMatchObject({ reason: "CASE_HELD", message: "Mo Moderator works on this case." });
    expect((await max.api.admin.report.get({ caseId })).case.holder?.name).toBe("Mo Moderator");
    await max.api.admin.report.release({ caseId });
    await expect(max.api.admin.report.hold({ caseId })).rejects.toMatchObject({ reason: "CASE_HELD" });
    await server.database.query(`UPDATE "ReportCase" SET "heldUntil" = now() - interval '1 second' WHERE id = $1`, [caseId]);
    expect((await max.api.admin.report.hold({ caseId })).holder?.id).toBe(max.id);
    expect(await max.api.admin.report.act({ caseId, action: "dismiss" })).toMatchObject({ case: { holder: null } });
  });

  test("that a moderator holds is taken over by an admin alone, who says so", async () => {
    const { caseId } = await report();
    await mo.api.admin.report.hold({ caseId });
    for (const taker of [ada, max])
      await expect(taker.api.admin.report.act({ caseId, action: "dismiss" })).rejects.toMatchObject({ reason: "CASE_HELD" });
    await expect(max.api.admin.report.hold({ caseId, takeOver: true })).rejects.toMatchObject({ reason: "CASE_HELD" });
    await expect(ada.api.admin.report.hold({ caseId })).rejects.toMatchObject({ reason: "CASE_HELD" });
    const { stamp } = await mo.api.admin.report.pulse();
    const before = (await mo.api.admin.report.get({ caseId })).case.version;
    const taken = await ada.api.admin.report.hold({ caseId, takeOver: true });
    expect(taken).toMatchObject({ holder: { id: ada.id }, version: before + 1 });
    expect((await mo.api.admin.report.pulse()).stamp).not.toBe(stamp);
    await expect(mo.api.admin.report.hold({ caseId })).rejects.toMatchObject({ reason: "CASE_HELD" });
    expect(await ada.api.admin.report.act({ caseId, action: "dismiss" })).toMatchObject({ case: { state: "resolved" } });
  });

  test("is assigned and given back, and an escalated one is the admins'", async () => {
    const { caseId } = await report();
    expect(await mo.api.admin.report.assign({ caseId, assigneeId: mo.id })).toMatchObject({ state: "assigned" });
    expect(await mo.api.admin.report.assign({ caseId, assigneeId: max.id })).toMatchObject({ assignee: { id: max.id } });
    expect((await mo.api.admin.report.assignees()).items.map(({ name }) => name)).toEqual([
      "Ada Admin",
      "Max Moderator",
      "Mo Moderator",
    ]);
    await expect(mo.api.admin.report.assign({ caseId, assigneeId: group.owner.id })).rejects.toMatchObject({
      reason: "NOT_FOUND",
    });
    expect(await max.api.admin.report.assign({ caseId, assigneeId: null })).toMatchObject({ state: "open", assignee: null });
    const escalated = await mo.api.admin.report.act({ caseId, action: "escalate", note: "Beyond me" });
    expect(escalated.case).toMatchObject({ state: "open", isEscalated: true, priority: 3 });
    for (const refused of [
      () => mo.api.admin.report.act({ caseId, action: "dismiss" }),
      () => mo.api.admin.report.hold({ caseId }),
      () => mo.api.admin.report.setPriority({ caseId, priority: 0 }),
      () => mo.api.admin.report.assign({ caseId, assigneeId: mo.id }),
    ])
      await expect(refused()).rejects.toMatchObject({ reason: "FORBIDDEN" });
    expect(await mo.api.admin.report.undo({ decisionId: escalated.decisionId })).toMatchObject({
      isEscalated: false,
      priority: 0,
    });
    await mo.api.admin.report.act({ caseId, action: "escalate" });
    expect((await ada.api.admin.report.act({ caseId, action: "dismiss" })).case.state).toBe("resolved");
  });

  test("is found by every filter, in pages without gaps, and the pulse tells of each change", async () => {
    const made = [];
    for (let index = 0; index < 7; index += 1) made.push(await report(`Paged ${index} zebra`));
    const ids: string[] = [];
    for (let cursor: string | undefined; ids.length < 50;) {
      const page = await mo.api.admin.report.list({ text: "ZEBRA", limit: 3, ...(cursor && { cursor }) });
      ids.push(...page.items.map(({ id }) => id));
      if (page.cursor === null) break;
      cursor = page.cursor;
    }
    expect(ids.sort()).toEqual(made.map(({ caseId }) => caseId).sort());
    const [one] = made;
    const caseId = one?.caseId ?? "";
    const { stamp } = await mo.api.admin.report.pulse();
    await mo.api.admin.report.setPriority({ caseId, priority: 3 });
    expect((await mo.api.admin.report.pulse()).stamp).not.toBe(stamp);
    const listed = async (input: object) => (await mo.api.admin.report.list(input)).items.map(({ id }) => id);
    expect((await listed({ priority: 3 }))[0]).toBe(caseId);
    await mo.api.admin.report.assign({ caseId, assigneeId: max.id });
    expect(await listed({ state: "assigned", assigneeId: max.id })).toEqual([caseId]);
    expect(await listed({ state: "assigned", assigneeId: mo.id })).toEqual([]);
    expect(await listed({ reason: "hate", text: "zebra" })).toEqual([]);
    expect(await listed({ target: "user", text: "zebra" })).toEqual([]);
    await max.api.admin.report.act({ caseId, action: "dismiss" });
    expect((await listed({ state: "resolved", text: "zebra" }))[0]).toBe(caseId);
    await expect(mo.api.admin.report.list({ cursor: "nonsense" })).rejects.toMatchObject({ reason: "INVALID_INPUT" });
  });
});
