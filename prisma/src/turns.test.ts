import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { createTestDatabase } from "../../test/fixtures/database.ts";
import { openDatabase } from "./open-database.ts";
import { Turns } from "./turns.ts";

test("so much is under way at once, the rest waits in order, and is told where nothing moves", async () => {
  const turns = new Turns({ atOnce: 1, patienceMs: 50 });
  const seen: string[] = [];
  const first = Promise.withResolvers<void>();
  const working = turns.take(() => first.promise);
  const tired = turns.take(async () => seen.push("tired"));
  await expect(tired).rejects.toMatchObject({ code: "ETIMEDOUT" });
  const others = ["a", "b"].map((name) => turns.take(async () => seen.push(name)));
  expect(turns.waiting).toBe(2);
  first.resolve();
  await Promise.all([working, ...others]);
  expect(seen).toEqual(["a", "b"]);
  await expect(turns.take(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await turns.take(async () => "goes on")).toBe("goes on");
});

test("a queue in which all fails does not move", async () => {
  const turns = new Turns({ atOnce: 1, patienceMs: 60 });
  const fail = async () => {
    await setTimeout(40);
    throw new Error("no");
  };
  const ends = await Promise.allSettled(Array.from({ length: 9 }, () => turns.take(fail)));
  const codes = ends.map((end) => (end.status === "rejected" ? (end.reason as { code?: string }).code : "done"));
  expect(codes.filter((code) => code === "ETIMEDOUT").length).toBeGreaterThan(4);
});

test("of a long queue that moves nobody is turned away", async () => {
  const turns = new Turns({ atOnce: 1, patienceMs: 60 });
  const began = performance.now();
  const works = Array.from({ length: 6 }, () => turns.take(() => setTimeout(30)));
  await Promise.all(works);
  expect(performance.now() - began).toBeGreaterThan(120);
});

test("a transaction finds a connection while all who read wait", async () => {
  await using stack = new AsyncDisposableStack();
  const { url } = stack.use(await createTestDatabase());
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  stack.defer(() => holder.end());
  await holder.query("SELECT pg_advisory_lock(7)");
  const db = await openDatabase({ url, max: 3 });
  stack.defer(() => db.close());
  const reads = Array.from({ length: 5 }, () => db.query("SELECT pg_advisory_lock_shared(7)"));
  expect(db.waiting()).toBeGreaterThanOrEqual(4);
  expect(await db.transaction((tx) => tx.query("SELECT 1 AS one"))).toEqual([{ one: 1 }]);
  await holder.query("SELECT pg_advisory_unlock(7)");
  await Promise.all(reads);
});
