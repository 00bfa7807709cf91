import type { Database } from "@chat/db";
import { readConversation } from "../../prisma/seed/read-conversation.ts";

export interface SiteSize {
  readonly people: number;
  readonly groups: number;
  readonly messages: number;
}

/** Messages written by one statement. */
const slice = 100_000;
/** Different texts; more would make the same statistics. */
const texts = 5_000;
const membersEach = 20;
/** Between one message and the next: a million of them are a year. */
const everySeconds = 30;

/** SQL of the id of the `n`-th of a kind: the same each time, and by its marks a UUID of version 4. */
const idOf = (kind: string, n: string) =>
  `overlay(overlay(md5('${kind} ' || (${n})) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid`;
const personId = (n: string) => idOf("person", n);
const groupId = (n: string) => idOf("group", n);
const messageId = (n: string) => idOf("message", n);
const caseId = (n: string) => idOf("case", n);
/** The person who is the `place`-th member of group `g`. */
const memberId = (g: string, place: string) => personId(`(${g} * 37 + ${place}) % $1::int`);

/**
 * Fills a site straight in its tables, as one that a year was talked on: real texts, groups of 20 members with as many messages each, a case for
 * every thousandth message, a sanction and an appeal for every hundredth person, everybody signed in once, and half a year of days on which people were here.
 */
export async function fillSite(db: Database, size: SiteSize, say: (line: string) => void): Promise<void> {
  say(`making ${size.people} people and ${size.groups} groups`);
  await fillPeople(db, size);
  await fillGroups(db, size);
  say(`writing ${size.messages} messages`);
  await fillMessages(db, size);
  say("reporting, sanctioning, logging");
  await fillDesk(db, size);
}

async function fillPeople(db: Database, { people }: SiteSize): Promise<void> {
  await db.query(
    `INSERT INTO "User" (id, "externalId", name, email, "createdAt", "lastSeenAt", "updatedAt")
     SELECT ${personId("n")}, ${personId("n")}::text,
       (ARRAY['Ann','Bo','Cai','Dora','Emil','Fatima','Gus','Hana','Ivo','Jun','Kofi','Lena','Mira','Noor','Omar','Pia'])[1 + n % 16] || ' '
         || (ARRAY['Abel','Berg','Costa','Dunn','Eze','Fuchs','Garcia','Haddad','Ito','Jansen','Kaya','Lund','Moreau'])[1 + n / 16 % 13] || ' ' || n,
       'person' || n || '@example.com', now() - n * interval '5 minutes', now() - n * n % 5000000 * interval '1 second', now()
     FROM generate_series(0::bigint, $1::int - 1) AS n`,
    [people],
  );
  await db.query(
    `INSERT INTO "ActiveDay" (day, "userId") SELECT current_date - d::int, ${personId("n")}
     FROM generate_series(0, 179) AS d, generate_series(d % 50, $1::int - 1, 50) AS n`,
    [people],
  );
}

async function fillGroups(db: Database, { people, groups }: SiteSize): Promise<void> {
  await db.query(
    `INSERT INTO "Channel" (id, type, name, "rootId", version, visibility, "createdAt") SELECT ${groupId("g")}, 'group', 'Room ' || g || ' of '
       || (ARRAY['support','sales','design','kernel','printers','travel'])[1 + g % 6], ${groupId("g")}, 1,
       (CASE WHEN g % 3 = 0 THEN 'public' ELSE 'private' END)::"ChannelVisibility", now() - g * interval '30 minutes'
     FROM generate_series(0, $1::int - 1) AS g`,
    [groups],
  );
  await db.query(
    `INSERT INTO "Member" ("channelId", "userId", version, role) SELECT ${groupId("g")}, ${memberId("g", "place")}, 2 + place,
       (CASE WHEN place = 0 THEN 'owner' ELSE 'member' END)::"MemberRole"
     FROM generate_series(0, $2::int - 1) AS g, generate_series(0, ${membersEach - 1}) AS place`,
    [people, groups],
  );
}

async function fillMessages(db: Database, { people, groups, messages }: SiteSize): Promise<void> {
  const said: string[] = [];
  for await (const { text } of readConversation(new URL("../../prisma/seed/conversation.jsonl.gz", import.meta.url))) {
    said.push(text);
    if (said.length === texts) break;
  }
  for (let from = 0; from < messages; from += slice) {
    await db.query(
      `INSERT INTO "Message" (id, "channelId", seq, version, "authorId", "clientId", text, "messageCount", "broadcastCount", "createdAt")
       SELECT ${messageId("i")}, ${groupId("i % $2::int")}, 1 + i / $2::int, ${membersEach + 2} + i / $2::int,
         ${memberId("i % $2::int", `i / $2::int % ${membersEach}`)}, 'c' || i, ($3::text[])[1 + i % cardinality($3::text[])], 1 + i / $2::int, 0,
         now() - ($4::int - i) * interval '${everySeconds} seconds'
       FROM generate_series($5::int, $6::int - 1) AS i`,
      [people, groups, said, messages, from, Math.min(messages, from + slice)],
    );
  }
  await db.query(
    `INSERT INTO "ChannelHead" ("channelId", seq, version, "messageCount", "memberCount", "lastActivityAt")
     SELECT "channelId", max(seq), max(version), max(seq), ${membersEach}, max("createdAt") FROM "Message" GROUP BY "channelId"`,
  );
}

async function fillDesk(db: Database, { people, groups, messages }: SiteSize): Promise<void> {
  const reported = `generate_series(0, $3::int - 1, 1000) AS i`;
  await db.query(
    `INSERT INTO "ReportCase" (id, target, "userId", "messageId", "channelId", state, "resolvedAt", resolution, priority, "reportCount", "dueAt", "createdAt")
     SELECT ${caseId("i")}, 'message', ${memberId("i % $2::int", `i / $2::int % ${membersEach}`)}, ${messageId("i")}, ${groupId("i % $2::int")},
       (CASE WHEN i % 2000 = 0 THEN 'open' ELSE 'resolved' END)::"CaseState", CASE WHEN i % 2000 <> 0 THEN now() END,
       CASE WHEN i % 2000 <> 0 THEN 'dismiss' END, i / 1000 % 4, 1, now() + i % 48 * interval '1 hour', now() - i % 900 * interval '1 hour'
     FROM ${reported}`,
    [people, groups, messages],
  );
  await db.query(
    `INSERT INTO "Report" (id, "caseId", "reporterId", reason, text, "createdAt") SELECT gen_random_uuid(), ${caseId("i")},
       ${personId("i % $1::int")}, (ARRAY['spam','harassment','other'])[1 + i / 1000 % 3], 'What was said', now() - i % 900 * interval '1 hour'
     FROM generate_series(0, $2::int - 1, 1000) AS i`,
    [people, messages],
  );
  await db.query(
    `INSERT INTO "Sanction" (id, type, "userId", reason, "createdAt", until) SELECT gen_random_uuid(),
       (CASE WHEN n % 200 = 0 THEN 'ban' ELSE 'mute' END)::"SanctionType", ${personId("n")}, 'Spam', now() - n * interval '1 minute', now() + interval '9 days'
     FROM generate_series(0, $1::int - 1, 100) AS n`,
    [people],
  );
  await db.query(
    `INSERT INTO "Appeal" (id, "sanctionId", "userId", text, state, "createdAt", "decidedAt") SELECT gen_random_uuid(), s.id, s."userId",
       'I did not mean it', (CASE WHEN n % 2 = 0 THEN 'open' ELSE 'upheld' END)::"AppealState", s."createdAt", CASE WHEN n % 2 <> 0 THEN now() END
     FROM (SELECT *, row_number() OVER (ORDER BY "createdAt") AS n FROM "Sanction") s`,
  );
  await fillDoor(db, people);
  await db.query(
    `INSERT INTO "AuditLog" ("actorId", action, "targetType", "targetId", "prevHash", hash, at) SELECT ${personId("n % 50")},
       (ARRAY['admin.user.signOut','admin.report.act','admin.rule.update'])[1 + n % 3], 'user', ${personId("n")}::text, '', 'bench ' || n, now() - n * interval '1 minute'
     FROM generate_series(1, $1::int) AS n`,
    [people],
  );
}

/** Who is signed in, every five-hundredth a moderator, and invites. */
async function fillDoor(db: Database, people: number): Promise<void> {
  await db.query(
    `UPDATE "User" SET role = 'moderator' WHERE id IN (SELECT ${personId("n")} FROM generate_series(0, $1::int - 1, 500) AS n)`,
    [people],
  );
  await db.query(
    `INSERT INTO "Session" (id, token, "userId", "expiresAt", "userAgent", "updatedAt") SELECT gen_random_uuid(), 'bench ' || n, ${personId("n")},
       now() + interval '7 days', 'Bench', now() - n * interval '1 second'
     FROM generate_series(0, $1::int - 1) AS n`,
    [people],
  );
  await db.query(
    `INSERT INTO "Invite" (id, "codeHash", email, "createdById", "createdAt", "expiresAt") SELECT gen_random_uuid(), 'bench ' || n,
       'invited' || n || '@example.com', ${personId("0")}, now() - n * interval '1 minute', now() + interval '7 days'
     FROM generate_series(0, $1::int / 10) AS n`,
    [people],
  );
}
