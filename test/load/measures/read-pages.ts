import { defineChat } from "@chat/contract";
import type { Database } from "@chat/db";
import { createChat } from "@chat/server";
import { makeWorkspace, type Workspace } from "../make-workspace.ts";
import { ratioAtMost, type Bench, type Figures, type Row } from "../measure.ts";
import { median } from "../percentile.ts";
import { tokenSecret } from "../server-process.ts";
import { ours } from "../servers/names.ts";
import { tokenFor } from "../subscribe.ts";

const raw = "raw SELECT";
const short = "channel of 1,000";
const shortChannel = 1_000;

type Read = () => Promise<unknown>;

/**
 * A page of 50 from the middle of a channel and the last 100 changes, beside the same rows by a raw keyset SELECT, in one process: what rights,
 * authors, quotes, reactions and the contract's shape cost. Medians over calls that take turns.
 */
export async function measureReadPages({ postgres, size, say }: Bench): Promise<Row[]> {
  const { database } = postgres;
  say(`filling a channel of ${size.longChannel} messages`);
  const long = await makeChannel(database, size.longChannel);
  const brief = await makeChannel(database, shortChannel);
  await postgres.analyze();
  await using stack = new AsyncDisposableStack();
  const chat = stack.adopt(
    await createChat({
      chat: defineChat(),
      database,
      publicUrl: "http://localhost",
      secret: tokenSecret,
      tokenSecret,
      limits: null,
    }),
    (open) => open.close(),
  );
  const callerIn = async ({ people: [person = { id: "", externalId: "" }] }: Workspace) =>
    chat.callerFor(new Headers({ authorization: `Bearer ${await tokenFor({ name: ours, url: "" }, person)}` }));
  const caller = await callerIn(long);
  const briefCaller = await callerIn(brief);
  const before = size.longChannel / 2;
  const since = size.longChannel + long.version - 100;
  const [channelId = ""] = long.channelIds;
  const [briefId = ""] = brief.channelIds;
  const readPage = () => caller.message.list({ channelId, before, limit: 50 });
  say("reading pages and changes");
  const page = await takeTurns(size.reads, {
    [raw]: () =>
      database.query(`SELECT * FROM "Message" WHERE "channelId" = $1 AND seq < $2 ORDER BY seq DESC LIMIT 50`, [
        channelId,
        before,
      ]),
    [ours]: readPage,
  });
  const flat = await takeTurns(size.reads, {
    [short]: () => briefCaller.message.list({ channelId: briefId, before: shortChannel / 2, limit: 50 }),
    [ours]: readPage,
  });
  const changes = await takeTurns(size.reads, {
    [raw]: () =>
      database.query(`SELECT * FROM "Message" WHERE "channelId" = $1 AND version > $2 ORDER BY version LIMIT 100`, [
        channelId,
        since,
      ]),
    [ours]: () => caller.message.changes({ channelId, since, limit: 100 }),
  });
  const where = `channel of ${size.longChannel.toLocaleString("en")}`;
  return [
    { what: `page of 50, ${where}`, unit: "ms", figures: page, reference: raw, target: ratioAtMost(2.5) },
    { what: `page of 50, ${where}`, unit: "ms", figures: flat, reference: short, target: ratioAtMost(1.2) },
    { what: `changes of 100, ${where}`, unit: "ms", figures: changes, reference: raw, target: ratioAtMost(2.5) },
  ];
}

/** A group of eleven who wrote so many messages. */
async function makeChannel(db: Database, messages: number): Promise<Workspace> {
  const workspace = await makeWorkspace(db, { people: 11, channels: 1 });
  const [channelId = ""] = workspace.channelIds;
  const authorIds = workspace.people.map(({ id }) => id);
  await db.query(
    `INSERT INTO "Message" (id, "channelId", seq, version, "authorId", "clientId", text, "messageCount", "broadcastCount")
     SELECT gen_random_uuid(), $1::uuid, n, n + $4::int, ($2::uuid[])[1 + n % cardinality($2::uuid[])], 'c' || n, repeat('word ', 12 + n % 20), n, 0
     FROM generate_series(1, $3::int) AS n`,
    [channelId, authorIds, messages, workspace.version],
  );
  await db.query(
    `UPDATE "ChannelHead" SET seq = $2::int, version = $2::int + $3::int, "messageCount" = $2::int WHERE "channelId" = $1`,
    [channelId, messages, workspace.version],
  );
  return workspace;
}

/** The median time of each, in milliseconds, after a quarter of the calls has warmed it up. */
async function takeTurns(calls: number, reads: Record<string, Read>): Promise<Figures> {
  const times = new Map<string, number[]>(Object.keys(reads).map((name) => [name, []]));
  for (let i = 0; i < calls; i += 1)
    for (const [name, read] of Object.entries(reads)) {
      const start = performance.now();
      await read();
      times.get(name)?.push(performance.now() - start);
    }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all.slice(calls / 4))]));
}
