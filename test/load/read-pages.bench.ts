// A page of 50 and the changes of 100 rows in channels of 1,000 and of 100,000 messages, beside the raw keyset SELECT of the same rows, in one
// process. Medians over interleaved calls: what rights, authors, quotes, reactions and the contract's shape cost.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineChat } from "@chat/contract";
import { migrate, openDatabase, startPostgres, type Database } from "@chat/db";
import { createChat } from "@chat/server";
import { signToken } from "../fixtures/sign-token.ts";
import { makeWorkspace } from "./make-workspace.ts";
import { median, printTable } from "./report.ts";

const tokenSecret = "a-token-secret-of-the-benchmark-0123456789";
const calls = 400;

async function fill(db: Database, channelId: string, authorIds: string[], count: number): Promise<void> {
  await db.query(
    `INSERT INTO "Message" (id, "channelId", seq, version, "authorId", "clientId", text, "messageCount", "broadcastCount")
     SELECT gen_random_uuid(), $1::uuid, n, n + $4::int, ($2::uuid[])[1 + n % cardinality($2::uuid[])], 'c' || n, repeat('word ', 12 + n % 20), n, 0
     FROM generate_series(1, $3::int) AS n`,
    [channelId, authorIds, count, authorIds.length + 1],
  );
  await db.query(
    `UPDATE "ChannelHead" SET seq = $2::int, version = $2::int + $3::int, "messageCount" = $2::int WHERE "channelId" = $1`,
    [channelId, count, authorIds.length + 1],
  );
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const dataDir = await mkdtemp(path.join(tmpdir(), "chat-bench-"));
await chmod(dataDir, 0o755);
const postgres = await startPostgres({ dataDir });
try {
  await migrate({ url: postgres.url });
  const database = await openDatabase({ url: postgres.url });
  const { people, channelIds } = await makeWorkspace(database, { people: 11, channels: 2 });
  const [small = "", large = ""] = channelIds;
  const authorIds = people.map(({ id }) => id);
  await fill(database, small, authorIds, 1_000);
  await fill(database, large, authorIds, 100_000);
  await database.query(`ANALYZE`);
  const chat = await createChat({
    chat: defineChat(),
    database,
    publicUrl: "http://localhost",
    secret: tokenSecret,
    tokenSecret,
    limits: null,
  });
  const token = await signToken(people[0]?.externalId ?? "", {}, { secret: tokenSecret });
  const caller = await chat.callerFor(new Headers({ authorization: `Bearer ${token}` }));
  for (const [title, channelId, count] of [
    ["1,000", small, 1_000],
    ["100,000", large, 100_000],
  ] as const) {
    const before = Math.floor(count / 2);
    const since = count + people.length + 1 - 100;
    const runs = {
      raw: () =>
        database.query(`SELECT * FROM "Message" WHERE "channelId" = $1 AND seq < $2 ORDER BY seq DESC LIMIT 50`, [
          channelId,
          before,
        ]),
      page: () => caller.message.list({ channelId, before, limit: 50 }),
      latest: () => caller.message.list({ channelId, limit: 50 }),
      rawChanges: () =>
        database.query(`SELECT * FROM "Message" WHERE "channelId" = $1 AND version > $2 ORDER BY version LIMIT 100`, [
          channelId,
          since,
        ]),
      changes: () => caller.message.changes({ channelId, since, limit: 100 }),
    };
    const times = new Map<string, number[]>(Object.keys(runs).map((name) => [name, []]));
    for (let i = 0; i < calls; i += 1) for (const [name, run] of Object.entries(runs)) times.get(name)?.push(await time(run));
    const of = (name: keyof typeof runs) => median((times.get(name) ?? []).slice(calls / 4));
    printTable(
      `Reading in a channel of ${title} messages; medians of ${(calls * 3) / 4}`,
      ["page of 50", "ms"],
      [
        ["raw keyset SELECT", of("raw")],
        ["message.list before", of("page")],
        ["message.list latest", of("latest")],
      ],
    );
    printTable(
      `What changed in it`,
      ["changes of 100", "ms"],
      [
        ["raw keyset SELECT", of("rawChanges")],
        ["message.changes", of("changes")],
      ],
    );
  }
  await chat.close();
  await database.close();
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
