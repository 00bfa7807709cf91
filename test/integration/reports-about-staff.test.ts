import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type TestServer } from "../fixtures/server.ts";
import { hire, type Staff } from "../fixtures/staff.ts";

let server: TestServer;
let ada: Staff;
let ned: Staff;
let mo: Staff;
let max: Staff;
let una: Staff;

beforeAll(async () => {
  server = await startServer();
  ada = await hire(server, "Ada Admin", "admin");
  ned = await hire(server, "Ned Admin", "admin");
  mo = await hire(server, "Mo Moderator", "moderator");
  max = await hire(server, "Max Moderator", "moderator");
  una = await hire(server, "Una", "user");
});
afterAll(() => server[Symbol.asyncDispose]());

/** A case about this person, whom Una reported. */
async function reported({ id: userId }: Staff): Promise<string> {
  await una.api.report.create({ userId, reason: "harassment", comment: "In private" });
  const [row] = await server.database.query<{ id: string }>(
    `SELECT id FROM "ReportCase" WHERE "userId" = $1 AND "resolvedAt" IS NULL`,
    [userId],
  );
  return row?.id ?? "";
}

/** All that the console tells this person about cases, as text. */
async function seenBy({ api }: Staff) {
  const [open, resolved, pulse, counts, ofMo, ofUna] = await Promise.all([
    api.admin.report.list({ state: "open" }),
    api.admin.report.list({ state: "resolved" }),
    api.admin.report.pulse(),
    api.admin.counts(),
    api.admin.user.timeline({ userId: mo.id }),
    api.admin.user.timeline({ userId: una.id }),
  ]);
  return {
    numbers: [open.counts.open, open.counts.resolved, pulse.waiting, counts.cases],
    text: JSON.stringify([open.items, resolved.items, ofMo.items, ofUna.items]),
  };
}

test("a case about one of the staff is not there for them, by whatever way they ask", async () => {
  const caseId = await reported(mo);
  const ways = [
    () => mo.api.admin.report.get({ caseId }),
    () => mo.api.admin.report.hold({ caseId }),
    () => mo.api.admin.report.release({ caseId }),
    () => mo.api.admin.report.assign({ caseId, assigneeId: max.id }),
    () => mo.api.admin.report.setPriority({ caseId, priority: 0 }),
    () => mo.api.admin.report.act({ caseId, action: "dismiss" }),
  ];
  for (const way of ways) await expect(way()).rejects.toMatchObject({ reason: "NOT_FOUND" });
  const [theirs, admins] = [await seenBy(mo), await seenBy(ada)];
  expect([theirs.numbers, admins.numbers]).toEqual([
    [0, 0, 0, 0],
    [1, 0, 1, 1],
  ]);
  expect([theirs.text.includes(caseId), admins.text.includes(caseId)]).toEqual([false, true]);

  const { decisionId } = await ada.api.admin.report.act({ caseId, action: "warn", reason: "Be kind" });
  await expect(mo.api.admin.report.undo({ decisionId })).rejects.toMatchObject({ reason: "NOT_FOUND" });
  await expect(mo.api.admin.report.get({ caseId })).rejects.toMatchObject({ reason: "NOT_FOUND" });
  expect((await seenBy(mo)).numbers).toEqual([0, 0, 0, 0]);
  expect((await seenBy(mo)).text).not.toContain(caseId);

  // Nor where they are who reported somebody else.
  await mo.api.report.create({ userId: max.id, reason: "spam" });
  const [other] = (await mo.api.admin.report.list({})).items;
  const asReporter = async ({ api }: Staff) => (await api.admin.report.get({ caseId: other?.id ?? "" })).reporters;
  expect(await asReporter(mo)).toMatchObject([{ user: { id: mo.id }, casesAbout: 0, casesUpheld: 0, cases: [] }]);
  expect(await asReporter(ada)).toMatchObject([{ user: { id: mo.id }, casesAbout: 1, casesUpheld: 1, cases: [{ id: caseId }] }]);
});

test("a case about one of the staff is the admins', as one that was escalated", async () => {
  const caseId = await reported(max);
  expect((await mo.api.admin.report.get({ caseId })).case).toMatchObject({ isEscalated: true });
  const ways = [
    () => mo.api.admin.report.act({ caseId, action: "dismiss" }),
    () => mo.api.admin.report.act({ caseId, action: "warn", reason: "Hm" }),
    () => mo.api.admin.report.act({ caseId, action: "escalate" }),
    () => mo.api.admin.report.assign({ caseId, assigneeId: mo.id }),
    () => mo.api.admin.report.setPriority({ caseId, priority: 0 }),
    () => mo.api.admin.report.hold({ caseId }),
  ];
  for (const way of ways) await expect(way()).rejects.toMatchObject({ reason: "FORBIDDEN" });
  const acted = await ada.api.admin.report.act({ caseId, action: "dismiss" });
  expect(acted).toMatchObject({ case: { state: "resolved", resolution: "dismiss" } });
});

test("an admin does not take back what another decided about them", async () => {
  const caseId = await reported(ada);
  const { decisionId } = await ned.api.admin.report.act({ caseId, action: "mute", reason: "Shouting" });
  await expect(ada.api.admin.report.undo({ decisionId })).rejects.toMatchObject({ reason: "NOT_FOUND" });
  expect((await ada.api.sanction.mine()).items).toMatchObject([{ type: "mute", liftedAt: null }]);
  await ned.api.admin.report.undo({ decisionId });
  expect((await ada.api.sanction.mine()).items).toEqual([]);
});
