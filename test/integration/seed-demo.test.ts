import { openDatabase, type Database } from "@chat/db";
import { demoPeople, seedDemo } from "@chat/db/seed";
import { isEmoji, systemDataSchema } from "@chat/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../fixtures/database.ts";

const now = new Date("2026-05-04T09:30:00.000Z");
const hashPassword = (password: string) => Promise.resolve(`hash of ${password}`);

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = await openDatabase({ url: database.url });
  expect(await seedDemo(db, { now, hashPassword })).toBe(true);
});
afterAll(async () => {
  await db?.close();
  await database?.[Symbol.asyncDispose]();
});

/** Rows that break a rule; the query selects them. */
const broken = (sql: string) => db.query<Record<string, unknown>>(sql);
const count = async (from: string) => (await db.query<{ n: number }>(`SELECT count(*) AS n FROM ${from}`))[0]?.n ?? 0;

describe("the numbers of every channel", () => {
  test("seq runs 1..n in time order, and the head knows n", async () => {
    const gaps =
      await broken(`SELECT id FROM (SELECT id, seq, "createdAt", row_number() OVER w AS place, lag("createdAt") OVER w AS before
      FROM "Message" WINDOW w AS (PARTITION BY "channelId" ORDER BY seq)) m WHERE seq <> place OR before > "createdAt"`);
    expect(gaps).toEqual([]);
    const heads = await broken(`SELECT h.* FROM "ChannelHead" h JOIN LATERAL
      (SELECT max(seq) AS seq, max("createdAt") AS last FROM "Message" WHERE "channelId" = h."channelId") m ON true
      WHERE h.seq <> m.seq OR h."lastActivityAt" <> m.last`);
    expect(heads).toEqual([]);
    expect(await count(`"Channel" c WHERE NOT EXISTS (SELECT 1 FROM "ChannelHead" h WHERE h."channelId" = c.id)`)).toBe(0);
  });

  test("versions are unique over all tables of a channel, and the head's is the highest", async () => {
    const versions = `(SELECT id AS c, version FROM "Channel" UNION ALL SELECT "channelId", version FROM "Member"
      UNION ALL SELECT "channelId", version FROM "Message") v`;
    expect(await broken(`SELECT c, version FROM ${versions} GROUP BY 1, 2 HAVING count(*) > 1`)).toEqual([]);
    expect(
      await broken(
        `SELECT c FROM ${versions} JOIN "ChannelHead" h ON h."channelId" = c GROUP BY c, h.version HAVING max(v.version) <> h.version`,
      ),
    ).toEqual([]);
  });

  test("running counts leave system lines out and count calls to the channel", async () => {
    const wrong =
      await broken(`SELECT * FROM (SELECT "messageCount" AS m, "broadcastCount" AS b, count(*) FILTER (WHERE kind <> 'system') OVER w AS messages,
      count(*) FILTER (WHERE "mentionsAll") OVER w AS broadcasts FROM "Message" WINDOW w AS (PARTITION BY "channelId" ORDER BY seq)) x
      WHERE m <> messages OR b <> broadcasts`);
    expect(wrong).toEqual([]);
    const heads =
      await broken(`SELECT h.* FROM "ChannelHead" h JOIN "Message" m ON m."channelId" = h."channelId" AND m.seq = h.seq
      WHERE h."messageCount" <> m."messageCount" OR h."broadcastCount" <> m."broadcastCount"
        OR h."memberCount" <> (SELECT count(*) FROM "Member" WHERE "channelId" = h."channelId" AND "leftAt" IS NULL)`);
    expect(heads).toEqual([]);
    expect(await count(`"Message" WHERE "mentionsAll"`)).toBeGreaterThan(0);
  });

  test("cursors hold the running counts where they stand, plus own messages after it", async () => {
    const wrong = await broken(`SELECT c.* FROM "Member" c JOIN "ChannelHead" h USING ("channelId") LEFT JOIN "Message" m
        ON m."channelId" = c."channelId" AND m.seq = c."readSeq"
      CROSS JOIN LATERAL (SELECT count(*) AS sent, count(*) FILTER (WHERE "mentionsAll") AS calls FROM "Message" o
        WHERE o."channelId" = c."channelId" AND o."authorId" = c."userId" AND o.seq > c."readSeq" AND o.kind <> 'system') own
      WHERE c."cursorCount" <> coalesce(m."messageCount", 0) + own.sent OR c."cursorBroadcast" <> coalesce(m."broadcastCount", 0) + own.calls
        OR c."readSeq" > h.seq OR c."deliveredSeq" < c."readSeq" OR c."deliveredSeq" > h.seq`);
    expect(wrong).toEqual([]);
  });
});

describe("who and where", () => {
  test("who wrote on a day was here on it", async () => {
    const wrote = `SELECT DISTINCT (m."createdAt" AT TIME ZONE 'UTC')::date AS day, m."authorId" FROM "Message" m WHERE m.kind <> 'system'`;
    expect(await broken(`(${wrote}) EXCEPT SELECT day, "userId" FROM "ActiveDay"`)).toEqual([]);
    expect(await broken(`SELECT day, "userId" FROM "ActiveDay" EXCEPT (${wrote})`)).toEqual([]);
    expect(await count(`(SELECT DISTINCT day FROM "ActiveDay") days`)).toBeGreaterThan(5);
  });

  test("a direct message has one sorted pair of two members; groups have a name and an owner; every root is the channel itself, but a thread's", async () => {
    const wrong =
      await broken(`SELECT c.* FROM "Channel" c WHERE (type = 'thread') = ("rootId" = id) OR (type = 'thread') <> ("parentMessageId" IS NOT NULL) OR "createdById" IS NULL
      OR (type = 'direct') <> ("directLow" IS NOT NULL AND "directHigh" IS NOT NULL AND name IS NULL)
      OR "directLow"::text COLLATE "C" >= "directHigh"::text COLLATE "C"
      OR (type = 'direct' AND ARRAY(SELECT "userId" FROM "Member" WHERE "channelId" = id ORDER BY 1) <> ARRAY["directLow", "directHigh"])
      OR (type = 'group' AND NOT EXISTS (SELECT 1 FROM "Member" WHERE "channelId" = id AND role = 'owner' AND "leftAt" IS NULL))`);
    expect(wrong).toEqual([]);
    expect(await count(`"Channel" WHERE type = 'direct'`)).toBe(5);
    expect(await count(`"Channel" WHERE type = 'group' AND visibility = 'private'`)).toBe(1);
    expect(await count(`"Channel" WHERE type = 'group'`)).toBe(6);
  });

  test("only members of that time write and react, never to their own words", async () => {
    const strangers =
      await broken(`SELECT m.id FROM "Message" m LEFT JOIN "Member" c ON c."channelId" = m."channelId" AND c."userId" = m."authorId"
      WHERE c."userId" IS NULL OR m."createdAt" < c."joinedAt" OR m."createdAt" > c."leftAt"`);
    expect(strangers).toEqual([]);
    const reactors = await broken(`SELECT r.* FROM "Reaction" r JOIN "Message" m ON m.id = r."messageId"
      LEFT JOIN "Member" c ON c."channelId" = m."channelId" AND c."userId" = r."userId"
      WHERE c."userId" IS NULL OR r."userId" = m."authorId" OR r."createdAt" < m."createdAt" OR m."deletedAt" IS NOT NULL`);
    expect(reactors).toEqual([]);
  });

  test("the demo people can sign in, with their roles, and find something unread, a mention among it", async () => {
    const rows = await db.query<{
      name: string;
      email: string;
      role: string;
      password: string;
      unread: number;
      mentions: number;
    }>(
      `SELECT u.name, u.email, u.role, a.password,
        (SELECT sum(h."messageCount" - c."cursorCount") FROM "Member" c JOIN "ChannelHead" h USING ("channelId") WHERE c."userId" = u.id AND c."leftAt" IS NULL) AS unread,
        (SELECT count(*) FROM "Mention" n JOIN "Member" c USING ("channelId", "userId") WHERE n."userId" = u.id AND n.seq > c."readSeq") AS mentions
      FROM "User" u JOIN "Account" a ON a."userId" = u.id AND a."accountId" = u.id::text AND a."providerId" = 'credential' ORDER BY u.id`,
    );
    expect(rows.map(({ name, email, role, password }) => ({ name, email, role, password }))).toEqual(
      demoPeople.map((person) => ({ ...person, password: `hash of ${person.password}` })),
    );
    for (const row of rows) expect([row.name, row.unread > 0, row.mentions > 0]).toEqual([row.name, true, true]);
    expect(await count(`"User" WHERE issuer <> 'local' OR "externalId" <> id::text`)).toBe(0);
    expect(await count(`"User"`)).toBe(31);
  });
});

describe("messages", () => {
  test("ids are version 7 of the message's time, so they sort like it", async () => {
    const wrong = await broken(`SELECT id FROM "Message" WHERE ('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint
      <> floor(extract(epoch FROM "createdAt") * 1000) OR substr(id::text, 15, 1) <> '7'`);
    expect(wrong).toEqual([]);
  });

  test("the reaction summary says what the rows say, first ones first", async () => {
    const rows = await db.query<{
      reactions: { emoji: string; count: number; first: string[] }[];
      rows: { emoji: string; users: string[] }[];
    }>(
      `SELECT m.reactions, (SELECT coalesce(jsonb_agg(jsonb_build_object('emoji', emoji, 'users', users)), '[]') FROM
        (SELECT emoji, array_agg("userId" ORDER BY "createdAt") AS users FROM "Reaction" WHERE "messageId" = m.id GROUP BY 1) x) AS rows
      FROM "Message" m WHERE m.reactions <> '[]' OR EXISTS (SELECT 1 FROM "Reaction" WHERE "messageId" = m.id)`,
    );
    const sorted = <T extends { emoji: string }>(list: T[]) => list.toSorted((a, b) => (a.emoji < b.emoji ? -1 : 1));
    for (const row of rows) {
      expect(sorted(row.reactions)).toEqual(
        sorted(row.rows).map(({ emoji, users }) => ({ emoji, count: users.length, first: users.slice(0, 5) })),
      );
      expect(row.reactions.every(({ emoji }) => isEmoji(emoji))).toBe(true);
    }
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.some(({ reactions }) => reactions.some((reaction) => reaction.count > 5))).toBe(true);
  });

  test("quotes point backwards in the same channel", async () => {
    expect(
      await broken(
        `SELECT m.id FROM "Message" m JOIN "Message" q ON q.id = m."replyToId" WHERE q."channelId" <> m."channelId" OR q.seq >= m.seq`,
      ),
    ).toEqual([]);
    expect(await count(`"Message" WHERE "replyToId" IS NOT NULL`)).toBeGreaterThan(200);
  });

  test("edits and deletions keep the earlier text, and a tombstone shows nothing", async () => {
    const wrong = await broken(`SELECT m.id FROM "Message" m WHERE ("editedAt" IS NOT NULL OR "deletedAt" IS NOT NULL)
        <> EXISTS (SELECT 1 FROM "MessageRevision" r WHERE r."messageId" = m.id AND r.text <> '' AND r.text <> m.text)
      OR (("deletedAt" IS NOT NULL) <> ("deletedById" IS NOT NULL)) OR ((text = '') <> ("deletedAt" IS NOT NULL OR kind = 'system'))`);
    expect(wrong).toEqual([]);
    expect(await count(`"Message" WHERE "editedAt" IS NOT NULL`)).toBeGreaterThan(10);
    expect(await count(`"Message" WHERE "deletedAt" IS NOT NULL`)).toBeGreaterThan(3);
  });

  test("a mention is the link in the text, the ids of the row and a row of its own", async () => {
    const links = `(SELECT m."channelId", l[1]::uuid AS "userId", m.seq FROM "Message" m, regexp_matches(m.text, 'mention:([0-9a-f-]{36})', 'g') l)`;
    const ids = `(SELECT "channelId", unnest("mentionIds") AS "userId", seq FROM "Message")`;
    const rows = `(SELECT "channelId", "userId", seq FROM "Mention")`;
    for (const other of [links, ids])
      expect(await broken(`(${other} EXCEPT ${rows}) UNION ALL (${rows} EXCEPT ${other})`)).toEqual([]);
    expect(
      await broken(`SELECT n.* FROM "Mention" n LEFT JOIN "Member" c USING ("channelId", "userId") WHERE c."userId" IS NULL`),
    ).toEqual([]);
    expect(await count(`"Message" WHERE text ~ '^@[a-zA-Z_-]+ '`)).toBe(0);
  });

  test("search holds every text that is there, and no other", async () => {
    const shown = `(SELECT id, "channelId", text FROM "Message" WHERE kind = 'text' AND "deletedAt" IS NULL)`;
    const search = `(SELECT "messageId", "channelId", text FROM "MessageSearch")`;
    expect(await broken(`(${shown} EXCEPT ${search}) UNION ALL (${search} EXCEPT ${shown})`)).toEqual([]);
  });

  test("system lines say what the contract knows", async () => {
    const rows = await db.query<{ data: unknown }>(`SELECT data FROM "Message" WHERE kind = 'system'`);
    const types = rows.map(({ data }) => systemDataSchema.parse(data).type);
    expect(new Set(types)).toEqual(new Set(["channel.created", "member.added", "member.role", "member.joined", "member.left"]));
    expect(await count(`"Message" WHERE custom = '{"priority": "urgent"}'`)).toBe(2);
  });

  test("a few thousand, over three weeks, the last one minutes ago and nothing in the future", async () => {
    const [row] = await db.query<{ n: number; days: number; last: Date; latest: Date }>(
      `SELECT count(*) AS n, count(DISTINCT ("createdAt" AT TIME ZONE 'UTC')::date) AS days, max("createdAt") AS last,
        greatest(max("editedAt"), max("deletedAt"), (SELECT max("createdAt") FROM "Reaction")) AS latest FROM "Message"`,
    );
    expect(row?.n).toBeGreaterThan(3000);
    expect(row?.days).toBeGreaterThanOrEqual(21);
    expect(row?.last).toEqual(new Date(now.getTime() - 240_000));
    expect(row?.latest.getTime()).toBeLessThan(now.getTime());
  });

  test("no e-mail address and no phone-like number came along", async () => {
    expect(
      await broken(
        `SELECT text FROM "Message" WHERE text ~* '[\\w.+-]+@[\\w-]+\\.[a-z]{2,}' OR text ~ '\\m\\d{3}[-. ]\\d{3}[-. ]\\d{4}\\M' OR text ~* 'paste\\w*\\.(com|org|net)'`,
      ),
    ).toEqual([]);
  });
});

describe("threads", () => {
  test("hang off a message of their root, which sums them up, and are followed by everyone who spoke in them", async () => {
    const threads = await db.query<{
      seq: number;
      replies: number;
      last: boolean;
      faces: boolean;
      strangers: number;
      waiting: number;
    }>(
      `SELECT h.seq, (p.thread ->> 'replyCount')::int AS replies, (p.thread ->> 'lastReplyAt')::timestamptz = h."lastActivityAt" AS last,
        (SELECT array_agg(DISTINCT "authorId"::text) FROM "Message" WHERE "channelId" = c.id)
          @> ARRAY(SELECT jsonb_array_elements_text(p.thread -> 'repliers')) AS faces,
        (SELECT count(*) FROM "Message" m WHERE m."channelId" = c.id AND NOT EXISTS (SELECT 1 FROM "Member" f
          JOIN "Member" r ON r."userId" = f."userId" AND r."channelId" = c."rootId" WHERE f."channelId" = c.id AND f."userId" = m."authorId")) AS strangers,
        (SELECT count(*) FROM "Member" f WHERE f."channelId" = c.id AND f."userId" = p."authorId" AND f."readSeq" < h.seq) AS waiting
      FROM "Channel" c JOIN "ChannelHead" h ON h."channelId" = c.id
        JOIN "Message" p ON p.id = c."parentMessageId" AND p."channelId" = c."rootId" AND p.thread ->> 'channelId' = c.id::text`,
    );
    expect(threads.length).toBeGreaterThanOrEqual(2);
    for (const { seq, ...thread } of threads)
      expect(thread).toEqual({ replies: seq, last: true, faces: true, strangers: 0, waiting: thread.waiting });
    expect(threads.some(({ waiting }) => waiting > 0)).toBe(true);
  });
});

describe("seeding again", () => {
  test("changes nothing, also when two nodes start at once", async () => {
    const messages = await count(`"Message"`);
    expect(await Promise.all([seedDemo(db, { hashPassword }), seedDemo(db, { hashPassword })])).toEqual([false, false]);
    expect(await count(`"Message"`)).toBe(messages);
    await using fresh = await createTestDatabase();
    const other = await openDatabase({ url: fresh.url });
    const done = await Promise.all([seedDemo(other, { now, hashPassword }), seedDemo(other, { now, hashPassword })]);
    expect(done.filter(Boolean)).toEqual([true]);
    await other.close();
  });

  test("leaves a workspace alone in which somebody has an account", async () => {
    await using fresh = await createTestDatabase();
    const other = await openDatabase({ url: fresh.url });
    await other.query(
      `INSERT INTO "User" (id, "externalId", name, "updatedAt") VALUES (gen_random_uuid(), 'x', 'Someone', now())`,
    );
    expect(await seedDemo(other, { now, hashPassword })).toBe(false);
    expect(await other.query(`SELECT 1 FROM "Channel"`)).toEqual([]);
    await other.close();
  });
});

describe("the moderators' desk", () => {
  test("cases are about messages of people without an account, reported by members of the group", async () => {
    const cases = await db.query<{ reports: number; n: number }>(
      `SELECT k."reportCount" AS reports, count(r.id)::int AS n FROM "ReportCase" k JOIN "Report" r ON r."caseId" = k.id GROUP BY k.id`,
    );
    expect(cases).toHaveLength(4);
    expect(cases.filter(({ reports, n }) => reports !== n)).toEqual([]);
    const strange =
      await broken(`SELECT r.id FROM "Report" r JOIN "ReportCase" k ON k.id = r."caseId" JOIN "Message" m ON m.id = k."messageId" JOIN "User" u ON u.id = k."userId"
      WHERE m."authorId" <> k."userId" OR m.text <> r.text OR u.email IS NOT NULL OR r.comment IS NULL OR NOT EXISTS (SELECT FROM "Member" mb
        WHERE mb."channelId" = k."channelId" AND mb."userId" = r."reporterId" AND mb."leftAt" IS NULL)`);
    expect(strange).toEqual([]);
  });

  test("one who is muted appeals, and the moderator who muted them is another", async () => {
    expect(
      await broken(
        `SELECT s.id FROM "Sanction" s JOIN "Appeal" a ON a."sanctionId" = s.id AND a."userId" = s."userId" WHERE s.type = 'mute' AND a.state = 'open'`,
      ),
    ).toHaveLength(1);
  });
});
