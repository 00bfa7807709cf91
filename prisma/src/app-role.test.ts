import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { createTestDatabase } from "../../test/fixtures/database.ts";
import { migrate, openDatabase } from "./index.ts";

/** An empty database owned by an ordinary user of its own, as at a hosting company. */
async function createOwnedDatabase(rights: string) {
  const database = await createTestDatabase();
  const owner = `owner_${randomUUID().slice(0, 8)}`;
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(
    `CREATE ROLE ${owner} LOGIN PASSWORD 'secret' ${rights}; DROP SCHEMA public CASCADE; CREATE SCHEMA public AUTHORIZATION ${owner}`,
  );
  const url = new URL(database.url);
  url.username = owner;
  url.password = "secret";
  return {
    url: url.href,
    owner,
    async [Symbol.asyncDispose]() {
      await admin.query(`DROP OWNED BY ${owner} CASCADE; DROP ROLE ${owner}`);
      await admin.end();
      await database[Symbol.asyncDispose]();
    },
  };
}

async function readRole(url: string, log: (line: string) => void): Promise<unknown[]> {
  const db = await openDatabase({ url, log });
  try {
    await db.prisma.user.count();
    return await db.query("SELECT current_user AS role");
  } finally {
    await db.close();
  }
}

test("an owner without the right to use the app's role is told so, and chat works as the owner", async () => {
  await using database = await createOwnedDatabase("");
  const lines: string[] = [];
  await migrate({ url: database.url, log: (line) => lines.push(line) });
  expect(lines.join("\n")).toContain("may not");
  expect(await readRole(database.url, (line) => lines.push(line))).toEqual([{ role: database.owner }]);
  expect(lines.at(-1)).toContain("chat_app");
});

test("an owner who may grant the role works as it", async () => {
  await using database = await createOwnedDatabase("SUPERUSER");
  const lines: string[] = [];
  await migrate({ url: database.url });
  expect(await readRole(database.url, (line) => lines.push(line))).toEqual([{ role: "chat_app" }]);
  expect(lines).toEqual([]);
});

test("options of the URL are kept beside the role", async () => {
  await using database = await createTestDatabase();
  const url = new URL(database.url);
  url.searchParams.set("options", "-c statement_timeout=4321");
  const db = await openDatabase({ url: url.href });
  try {
    expect(await db.query("SELECT current_user AS role, current_setting('statement_timeout') AS timeout")).toEqual([
      { role: "chat_app", timeout: "4321ms" },
    ]);
  } finally {
    await db.close();
  }
});
