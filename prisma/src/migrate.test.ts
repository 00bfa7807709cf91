import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { createTestDatabase } from "../../test/fixtures/database.ts";
import {
  DatabaseNewerError,
  DatabaseUnusableError,
  migrate,
  MigrationFailedError,
  migrationStatus,
  openDatabase,
} from "./index.ts";
import { requireVersion } from "./migrate.ts";
import { readMigrations } from "./read-migrations.ts";

const quiet = { log: () => undefined };

async function emptyDatabase() {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  await client.end();
  return database;
}

test("two nodes that boot at once migrate once", async () => {
  await using database = await emptyDatabase();
  const applied = await Promise.all([migrate(database), migrate(database), migrate(database)]);
  const names = (await readMigrations()).map((script) => script.name);
  expect(applied.filter((list) => list.length > 0)).toEqual([names]);
  expect(await migrationStatus(database)).toEqual({ applied: names, pending: [], failed: [], unknown: [], edited: [] });
});

test("a database newer than the code is refused and left as it is", async () => {
  await using database = await createTestDatabase();
  const scripts = await readMigrations();
  await migrate({ ...database, scripts: [...scripts, { name: "29990101000000_from_the_future", sql: "CREATE TABLE later ()" }] });
  const refusal = await migrate(database).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(DatabaseNewerError);
  expect(String(refusal)).toContain("29990101000000_from_the_future");
});

test("a database that cannot be used is told apart from one that cannot be migrated, without its password", async () => {
  await using database = await createTestDatabase();
  const wrong = new URL(database.url);
  wrong.password = "hunter2";
  const silent = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  for (const url of [wrong.href, `postgresql://u:hunter2@127.0.0.1:${port}/x`]) {
    const refusal = await migrate({ url }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DatabaseUnusableError);
    expect(String(refusal)).not.toContain("hunter2");
  }
  silent.close();
});

test("a PostgreSQL older than 15 is refused by its name", () => {
  expect(() => requireVersion(140_012, "14.12")).toThrow(/PostgreSQL 14\.12, and 15/);
  expect(() => requireVersion(150_000, "15.0")).not.toThrow();
});

test("a migration that fails leaves nothing, and runs again once mended", async () => {
  await using database = await createTestDatabase();
  const scripts = await readMigrations();
  const name = "29990101000000_breaks";
  const broken = { name, sql: "CREATE TABLE half_done (); SELECT 1 / 0;" };
  await expect(migrate({ ...database, scripts: [...scripts, broken] })).rejects.toBeInstanceOf(MigrationFailedError);
  await using db = {
    ...(await openDatabase({ ...database, ...quiet })),
    async [Symbol.asyncDispose]() {
      await this.close();
    },
  };
  expect(await db.query("SELECT to_regclass('half_done') AS found")).toEqual([{ found: null }]);
  const mended = {
    name,
    sql: "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END; $$; CREATE TABLE half_done ();",
  };
  expect(await migrate({ ...database, scripts: [...scripts, mended] })).toEqual([name]);
});

test("the app works as a role that can neither change the schema nor rewrite the audit log", async () => {
  await using database = await createTestDatabase();
  const db = await openDatabase({ ...database, ...quiet });
  try {
    expect(await db.query("SELECT current_user AS role")).toEqual([{ role: "chat_app" }]);
    await expect(db.query("CREATE TABLE mine ()")).rejects.toThrow("permission denied");
    await expect(db.query('UPDATE "AuditLog" SET action = action')).rejects.toThrow("permission denied");
    await expect(db.query("DELETE FROM _prisma_migrations")).rejects.toThrow("permission denied");
    await expect(db.query('TRUNCATE "User"')).rejects.toThrow("permission denied");
    expect(await db.prisma.user.count()).toBe(0);
  } finally {
    await db.close();
  }
});

test("a write that was rolled back is never called done", async () => {
  await using database = await createTestDatabase();
  const db = await openDatabase({ ...database, ...quiet });
  try {
    const swallowed = db.transaction(async (tx) => {
      await tx.query("SELECT 1 / 0").catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow("rolled back");
    await expect(db.transaction(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await db.query("SELECT count(*) AS n FROM pg_stat_activity WHERE state = 'idle in transaction'")).toEqual([{ n: 0 }]);
  } finally {
    await db.close();
  }
});

test("connections that the server ends, idle or in use, cost their query and nothing else", async () => {
  await using database = await createTestDatabase();
  const lines: string[] = [];
  const db = await openDatabase({ ...database, log: (line) => lines.push(line) });
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  const endAll = () =>
    admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
  try {
    const broken = db.transaction(async (tx) => {
      await endAll();
      await tx.query("SELECT 1");
    });
    await expect(broken).rejects.toThrow();
    expect(await db.query("SELECT 1 AS fine")).toEqual([{ fine: 1 }]);
    await endAll();
    while (lines.length === 0) await wait(10);
    expect(await db.query("SELECT 1 AS fine")).toEqual([{ fine: 1 }]);
  } finally {
    await admin.end();
    await db.close();
  }
});
