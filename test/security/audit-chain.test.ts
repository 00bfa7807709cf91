import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
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
