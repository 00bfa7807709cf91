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
    await expect(mo.api.admin.report.act({ caseId: found, action: "dismiss" })).rejects.toMatchObject({ reason: "FORBIDDEN" });
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

  test("is assigned and given back, and an escalated one is the admins'", async () => {
    const { caseId } = await report();
    expect(await mo.api.admin.report.assign({ caseId, assigneeId: mo.id })).toMatchObject({ state: "assigned" });
    await expect(mo.api.admin.report.assign({ caseId, assigneeId: group.owner.id })).rejects.toMatchObject({
      reason: "NOT_FOUND",
    });
    expect(await max.api.admin.report.assign({ caseId, assigneeId: null })).toMatchObject({ state: "open", assignee: null });
    const escalated = await mo.api.admin.report.act({ caseId, action: "escalate", note: "Beyond me" });
    expect(escalated.case).toMatchObject({ state: "open", isEscalated: true, priority: 3 });
    await expect(mo.api.admin.report.act({ caseId, action: "dismiss" })).rejects.toMatchObject({ reason: "FORBIDDEN" });
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
