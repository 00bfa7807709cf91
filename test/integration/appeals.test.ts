import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type TestServer } from "../fixtures/server.ts";
import { callerOf, hire, type Staff } from "../fixtures/staff.ts";

let server: TestServer;
let ada: Staff;
let mo: Staff;
let max: Staff;

beforeAll(async () => {
  server = await startServer();
  ada = await hire(server, "Ada Admin", "admin");
  mo = await hire(server, "Mo Moderator", "moderator");
  max = await hire(server, "Max Moderator", "moderator");
});
afterAll(() => server[Symbol.asyncDispose]());

async function sanction(type: "mute" | "ban" | "warning" = "mute", by = mo) {
  const una = await hire(server, "Una", "user");
  const made = await by.api.admin.sanction.create({ type, userId: una.id, reason: "Shouting" });
  return { una, sanctionId: made.id };
}
async function appealOf(sanctionId: string) {
  const { items } = await max.api.admin.appeal.list({ limit: 100 });
  const found = items.find((one) => one.sanction.id === sanctionId);
  if (found === undefined) throw new Error("There is no open appeal against it.");
  return found;
}

test("another than who sanctioned decides, once, and the person reads the answer and is free", async () => {
  const { una, sanctionId } = await sanction();
  expect(await una.api.appeal.create({ sanctionId, text: "I whispered." })).toMatchObject({
    appeal: { state: "open", text: "I whispered.", answer: "" },
  });
  const { id: appealId, mayDecide } = await appealOf(sanctionId);
  expect(mayDecide).toBe(true);
  expect((await mo.api.admin.appeal.get({ appealId })).mayDecide).toBe(false);
  await expect(mo.api.admin.appeal.decide({ appealId, decision: "uphold", answer: "No" })).rejects.toMatchObject({
    reason: "FORBIDDEN",
    message: "You made this decision: another moderator or an admin looks at the appeal.",
  });
  const decided = await max.api.admin.appeal.decide({ appealId, decision: "lift", answer: "You are right." });
  expect(decided).toMatchObject({
    state: "lifted",
    decidedBy: { id: max.id },
    sanction: { isInForce: false, liftedBy: { id: max.id } },
  });
  await expect(ada.api.admin.appeal.decide({ appealId, decision: "uphold", answer: "No" })).rejects.toMatchObject({
    reason: "CASE_RESOLVED",
  });
  const { items } = await una.api.sanction.mine();
  expect(items).toMatchObject([{ liftedAt: expect.any(String), appeal: { state: "lifted", answer: "You are right." } }]);
  expect(JSON.stringify(items)).not.toContain("Moderator");
  await una.api.sanction.seen({ sanctionId });
  expect((await una.api.sanction.mine()).items).toEqual([]);
});

test("what is upheld stays in force, and its answer is told", async () => {
  const { una, sanctionId } = await sanction("ban");
  const banned = await callerOf(server, una);
  await banned.appeal.create({ sanctionId, text: "Please" });
  const { id: appealId } = await appealOf(sanctionId);
  await ada.api.admin.appeal.decide({ appealId, decision: "uphold", answer: "It stays." });
  expect((await banned.sanction.mine()).items).toMatchObject([
    { liftedAt: null, appeal: { state: "upheld", answer: "It stays." } },
  ]);
  await expect(banned.user.me()).rejects.toMatchObject({ reason: "UNAUTHENTICATED" });
  expect((await max.api.admin.appeal.list({ state: "decided" })).items[0]).toMatchObject({ id: appealId, answer: "It stays." });
});

test("the only moderator of a site is not the judge of their own decision", async () => {
  const { una, sanctionId } = await sanction("warning", ada);
  await una.api.sanction.seen({ sanctionId });
  await una.api.appeal.create({ sanctionId, text: "I did not." });
  const { id: appealId } = await appealOf(sanctionId);
  await expect(ada.api.admin.appeal.decide({ appealId, decision: "lift", answer: "Well" })).rejects.toMatchObject({
    reason: "FORBIDDEN",
  });
});

test("nobody appeals twice, for another, or against what is over", async () => {
  const { una, sanctionId } = await sanction();
  const other = await hire(server, "Other", "user");
  await expect(other.api.appeal.create({ sanctionId, text: "For her" })).rejects.toMatchObject({ reason: "NOT_FOUND" });
  const both = await Promise.allSettled([1, 2].map((n) => una.api.appeal.create({ sanctionId, text: `Appeal ${n}` })));
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(una.api.appeal.create({ sanctionId, text: " " })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  const over = await sanction();
  await mo.api.admin.sanction.lift({ sanctionId: over.sanctionId });
  await expect(over.una.api.appeal.create({ sanctionId: over.sanctionId, text: "Still" })).rejects.toMatchObject({
    reason: "TOO_LATE",
  });
});

test("an appeal of one of the staff is decided by an admin", async () => {
  const sanctionId = (await ada.api.admin.sanction.create({ type: "mute", userId: max.id, reason: "Shouting" })).id;
  await max.api.appeal.create({ sanctionId, text: "I whispered." });
  const { id: appealId } = await appealOf(sanctionId);
  const ned = await hire(server, "Ned Admin", "admin");
  expect((await mo.api.admin.appeal.get({ appealId })).mayDecide).toBe(false);
  await expect(mo.api.admin.appeal.decide({ appealId, decision: "lift", answer: "Fine" })).rejects.toMatchObject({
    reason: "FORBIDDEN",
    message: "Max Moderator is staff: only an admin may do this.",
  });
  expect((await ned.api.admin.appeal.get({ appealId })).mayDecide).toBe(true);
  expect(await ned.api.admin.appeal.decide({ appealId, decision: "lift", answer: "Fine" })).toMatchObject({ state: "lifted" });
});

test("an appeal that meets the lifting of its sanction comes too late", async () => {
  const { una, sanctionId } = await sanction();
  const isWaited = async () =>
    (await server.database.query(`SELECT FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()`)).length > 0;
  let made: Promise<unknown> | undefined;
  await server.database.transaction(async (tx) => {
    await tx.query(`UPDATE "Sanction" SET "liftedAt" = now() WHERE id = $1`, [sanctionId]);
    made = una.api.appeal.create({ sanctionId, text: "I whispered." });
    made.catch(() => undefined);
    await expect.poll(isWaited, { timeout: 5_000 }).toBe(true);
  });
  await expect(made).rejects.toMatchObject({ reason: "TOO_LATE" });
});
