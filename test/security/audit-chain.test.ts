import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { actionOptions, targetOptions } from "../../apps/web/app/admin/audit/audit-filter.ts";
import { proceduresOf } from "../fixtures/call.ts";
import { startServer, type TestServer } from "../fixtures/server.ts";

/** Somebody of the given role on the site, and their calls. */
async function hire(server: TestServer, name: string, role: "admin" | "moderator" | "user") {
  const person = await server.signUp(name);
  await server.database.query(`UPDATE "User" SET role = $2::"UserRole" WHERE id = $1`, [person.id, role]);
  return { ...person, api: await server.chat.callerFor(new Headers(person.headers)) };
}

test("S45: each call of staff is one entry, refused ones too, and one changed row is found", async () => {
  await using server = await startServer();
  const ada = await hire(server, "Ada", "admin");
  const mo = await hire(server, "Mo", "moderator");
  const una = await hire(server, "Una", "user");
  await mo.api.admin.user.signOut({ userId: una.id });
  const refusals = [
    () => mo.api.admin.user.signOut({ userId: ada.id }),
    () => mo.api.admin.user.signOut({ userId: mo.id }),
    () => mo.api.admin.user.signOut({ userId: randomUUID() }),
    () => una.api.admin.user.signOut({ userId: mo.id }),
  ];
  for (const refused of refusals) await expect(refused()).rejects.toThrow();
  const { items } = await ada.api.admin.audit.list({});
  expect(items.map(({ actor, action, targetId, detail }) => [actor?.name, action, targetId, detail["outcome"]])).toEqual([
    ["Una", "admin.user.signOut", mo.id, "FORBIDDEN"],
    ["Mo", "admin.user.signOut", expect.any(String), "NOT_FOUND"],
    ["Mo", "admin.user.signOut", mo.id, "FORBIDDEN"],
    ["Mo", "admin.user.signOut", ada.id, "FORBIDDEN"],
    ["Mo", "admin.user.signOut", una.id, "ok"],
  ]);
  expect(await ada.api.admin.audit.verify()).toEqual({ entries: 5, brokenAt: null, missing: 0 });

  await Promise.all(Array.from({ length: 20 }, () => mo.api.admin.user.signOut({ userId: una.id })));
  expect(await ada.api.admin.audit.verify()).toEqual({ entries: 25, brokenAt: null, missing: 0 });

  // Somebody with the database's own password, who takes the trigger away.
  const owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
  await owner.query(`ALTER TABLE "AuditLog" DISABLE TRIGGER ALL`);
  const third = items.at(2)?.id;
  await owner.query(`UPDATE "AuditLog" SET detail = detail || '{"outcome": "ok"}' WHERE id = $1`, [third]);
  expect(await ada.api.admin.audit.verify()).toEqual({ entries: 25, brokenAt: third, missing: 0 });
  await owner.query(`UPDATE "AuditLog" SET detail = detail || '{"outcome": "FORBIDDEN"}' WHERE id = $1`, [third]);
  expect(await ada.api.admin.audit.verify()).toEqual({ entries: 25, brokenAt: null, missing: 0 });
  expect(await ada.api.admin.health.get()).toMatchObject({ isAuditWhole: true });

  // Who cuts the end off leaves a chain without a fault, which ends too soon.
  await owner.query(`DELETE FROM "AuditLog" WHERE id IN (SELECT id FROM "AuditLog" ORDER BY id DESC LIMIT 2)`);
  expect(await ada.api.admin.audit.verify()).toEqual({ entries: 23, brokenAt: null, missing: 2 });
  expect(await ada.api.admin.health.get()).toMatchObject({ isAuditWhole: false });
  await owner.query(`DELETE FROM "AuditLog"`);
  expect(await ada.api.admin.audit.verify()).toEqual({ entries: 0, brokenAt: null, missing: 25 });
  await owner.query(`ALTER TABLE "AuditLog" ENABLE TRIGGER ALL`);
  // Nor does it help to set the kept end back.
  for (const statement of [
    `UPDATE "AuditHead" SET entries = 0, "lastId" = 0, hash = ''`,
    `DELETE FROM "AuditHead"`,
    `TRUNCATE "AuditHead"`,
  ])
    await expect(owner.query(statement)).rejects.toThrow(/only advances/);
  await owner.end();
});

/** What the log says of signing out, by any node. */
const outcomes = async ({ database }: Pick<TestServer, "database">) =>
  (
    await database.query<{ outcome: string }>(
      `SELECT detail ->> 'outcome' AS outcome FROM "AuditLog" WHERE action = 'admin.user.signOut' ORDER BY id`,
    )
  ).map(({ outcome }) => outcome);

/** Holds the chain, so that an action is done and its entry waits. */
async function holdChain({ databaseUrl }: Pick<TestServer, "databaseUrl">) {
  const other = new pg.Client({ connectionString: databaseUrl });
  await other.connect();
  await other.query("SELECT pg_advisory_lock(7240118)");
  return {
    async waiting(): Promise<number[]> {
      const { rows } = await other.query<{ pid: number }>(`SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`);
      return rows.map(({ pid }) => pid);
    },
    cut: (pid: number) => other.query("SELECT pg_terminate_backend($1)", [pid]),
    release: () => other.query("SELECT pg_advisory_unlock(7240118)"),
    [Symbol.asyncDispose]: () => other.end(),
  };
}

test("S45: an action whose node goes down before its entry is written is told as interrupted, once, by whatever node finds it", async () => {
  const auditTiming = { everyMs: 50, abandonedMs: 500 };
  await using server = await startServer({ auditTiming });
  await using second = await startServer({ auditTiming, databaseUrl: server.databaseUrl, publicUrl: server.url });
  const mo = await hire(server, "Mo", "moderator");
  const una = await hire(server, "Una", "user");
  await using chain = await holdChain(server);
  const call = mo.api.admin.user.signOut({ userId: una.id });
  call.catch(() => undefined);
  await expect.poll(chain.waiting, { timeout: 10_000 }).toHaveLength(1);
  const sessions = () => server.database.query(`SELECT FROM "Session" WHERE "userId" = $1`, [una.id]);
  expect(await sessions()).toEqual([]);
  for (const pid of await chain.waiting()) await chain.cut(pid);
  await expect(call).rejects.toThrow();
  await chain.release();
  await expect.poll(() => outcomes(second), { timeout: 10_000 }).toEqual(["INTERRUPTED"]);
  const [entry] = await server.database.query<{ actorId: string; targetId: string; detail: Record<string, unknown> }>(
    `SELECT "actorId", "targetId", detail FROM "AuditLog"`,
  );
  expect(entry).toMatchObject({ actorId: mo.id, targetId: una.id, detail: { userId: una.id, startedAt: expect.any(String) } });
  // What comes after finds the chain whole, and nothing left to tell.
  await mo.api.admin.user.signOut({ userId: una.id });
  expect(await outcomes(server)).toEqual(["INTERRUPTED", "ok"]);
  expect(await server.database.query(`SELECT FROM "AuditIntent"`)).toEqual([]);
});

test("S45: an action that takes long is no interrupted one while its node lives", async () => {
  const auditTiming = { everyMs: 50, abandonedMs: 1_000 };
  await using server = await startServer({ auditTiming });
  await using second = await startServer({ auditTiming, databaseUrl: server.databaseUrl, publicUrl: server.url });
  const mo = await hire(server, "Mo", "moderator");
  const una = await hire(server, "Una", "user");
  await using chain = await holdChain(server);
  const call = mo.api.admin.user.signOut({ userId: una.id });
  const isOld = async () =>
    (await second.database.query(`SELECT FROM "AuditIntent" WHERE "heldAt" > "createdAt" + interval '1500 milliseconds'`)).length;
  await expect.poll(isOld, { timeout: 10_000 }).toBe(1);
  await chain.release();
  await call;
  expect(await outcomes(server)).toEqual(["ok"]);
});

test("S45: whoever opens a case is told of, once in a while each", async () => {
  await using server = await startServer();
  const ada = await hire(server, "Ada", "admin");
  const mo = await hire(server, "Mo", "moderator");
  const una = await hire(server, "Una", "user");
  const uwe = await hire(server, "Uwe", "user");
  await una.api.report.create({ userId: uwe.id, reason: "spam" });
  const [found] = (await mo.api.admin.report.list({})).items;
  const caseId = found?.id ?? "";
  await Promise.all(Array.from({ length: 5 }, () => mo.api.admin.report.get({ caseId })));
  await ada.api.admin.report.get({ caseId });
  await expect(ada.api.admin.report.get({ caseId: randomUUID() })).rejects.toMatchObject({ reason: "NOT_FOUND" });
  const entries = async () =>
    (await ada.api.admin.audit.list({})).items.map(({ actor, action, targetId }) => [actor?.name, action, targetId]);
  expect(await entries()).toEqual([
    ["Ada", "admin.report.get", caseId],
    ["Mo", "admin.report.get", caseId],
  ]);
});

test("S45: what cannot be kept as it came is told as well as it can be", async () => {
  await using server = await startServer();
  const ada = await hire(server, "Ada", "admin");
  const hostile = { userId: "\ud800", "a\0b": ["\0", { "\udc00": "x".repeat(10_000) }] };
  await expect(ada.api.admin.user.signOut(hostile)).rejects.toThrow();
  const { items } = await ada.api.admin.audit.list({});
  expect(items.map(({ action, targetId, detail }) => [action, targetId, detail])).toEqual([
    ["admin.user.signOut", "\ufffd", { fields: ["userId", "a\ufffdb"], bytes: expect.any(Number), outcome: "INVALID_INPUT" }],
  ]);
});

test("S45: an entry says what it is about and what came of it, and each can be found by its part and by its id", async () => {
  await using server = await startServer();
  const ada = await hire(server, "Ada", "admin");
  const una = await hire(server, "Una", "user");
  const latest = async () => (await ada.api.admin.audit.list({ limit: 1 })).items[0];
  const { id } = await ada.api.admin.sanction.create({ type: "mute", userId: una.id, reason: "Noise" });
  expect(await latest()).toMatchObject({ targetType: "user", targetId: una.id, detail: { made: id } });
  await una.api.report.create({ userId: ada.id, reason: "spam" });
  const uwe = await hire(server, "Uwe", "user");
  await una.api.report.create({ userId: uwe.id, reason: "spam" });
  const found = (await ada.api.admin.report.list({})).items.find(({ user }) => user.id === uwe.id);
  const caseId = found?.id ?? "";
  const { decisionId } = await ada.api.admin.report.act({ caseId, action: "dismiss" });
  await ada.api.admin.report.undo({ decisionId });
  const undone = await latest();
  expect(undone).toMatchObject({ action: "admin.report.undo", targetType: "case", targetId: caseId, detail: { decisionId } });
  expect(await ada.api.admin.audit.get({ entryId: undone?.id ?? "" })).toEqual(undone);
  await expect(ada.api.admin.audit.get({ entryId: "999999999" })).rejects.toMatchObject({ reason: "NOT_FOUND" });

  const parts = actionOptions.map(({ value }) => `${value}.`);
  const changing = proceduresOf(server.chat).filter(({ path, type }) => path.startsWith("admin.") && type === "mutation");
  expect(changing.map(({ path }) => path).filter((path) => !parts.some((part) => path.startsWith(part)))).toEqual([]);
  const types = await server.database.query<{ type: string }>(`SELECT DISTINCT "targetType" AS type FROM "AuditLog"`);
  const known: string[] = targetOptions.map(({ value }) => value);
  expect(types.filter(({ type }) => !known.includes(type))).toEqual([]);
});

test("S45: a changed setting or rule tells what it was and what it is", async () => {
  await using server = await startServer();
  const ada = await hire(server, "Ada", "admin");
  const changes = async () => (await ada.api.admin.audit.list({ limit: 1 })).items[0]?.detail["changes"];
  await ada.api.admin.setting.set({ key: "siteName", value: "Ours" });
  expect(await changes()).toEqual({
    value: { before: expect.any(String), after: "Ours" },
    source: { before: "default", after: "console" },
  });
  await ada.api.admin.setting.set({ key: "siteName", value: "Theirs" });
  expect(await changes()).toEqual({ value: { before: "Ours", after: "Theirs" } });
  await ada.api.admin.setting.reset({ key: "siteName" });
  expect(await changes()).toMatchObject({ value: { before: "Theirs" }, source: { before: "console", after: "default" } });

  const words = Array.from({ length: 1_000 }, (_, index) => `word ${index}`);
  const match = { type: "words", words, whole: true } as const;
  const condition = { match, accountHours: null, channels: ["public" as const] };
  const rule = await ada.api.admin.rule.create({ name: "Words", enabled: true, condition, action: { type: "allow" } });
  const later = { ...condition, match: { ...match, words: [...words.slice(1), "another"] } };
  await ada.api.admin.rule.update({ ruleId: rule.id, enabled: false, condition: later });
  expect(await changes()).toEqual({
    enabled: { before: true, after: false },
    words: { removed: ["word 0"], added: ["another"] },
  });
  const other = await ada.api.admin.rule.create({ name: "Others", enabled: true, condition, action: { type: "allow" } });
  await ada.api.admin.rule.reorder({ ruleIds: [other.id, rule.id] });
  expect(await changes()).toEqual({ order: { before: ["Words", "Others"], after: ["Others", "Words"] } });
  await ada.api.admin.rule.delete({ ruleId: other.id });
  expect(await changes()).toMatchObject({ name: { before: "Others", after: null } });
});

test("S45: the app's own role can neither change nor take away an entry", async () => {
  await using server = await startServer();
  const ada = await hire(server, "Ada", "admin");
  await ada.api.admin.audit.export({});
  for (const statement of [`UPDATE "AuditLog" SET action = 'x'`, `DELETE FROM "AuditLog"`, `TRUNCATE "AuditLog"`])
    await expect(server.database.query(statement)).rejects.toThrow(/permission denied|append-only/);
  for (const statement of [
    `UPDATE "AuditHead" SET entries = entries + 1, "lastId" = "lastId" + 1`,
    `DELETE FROM "AuditHead"`,
    `INSERT INTO "AuditHead" (id, entries, "lastId", hash) VALUES (2, 0, 0, '')`,
  ])
    await expect(server.database.query(statement)).rejects.toThrow("permission denied");
});
