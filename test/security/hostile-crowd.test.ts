import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { seededRandom } from "../../prisma/seed/seeded-random.ts";
import { callHttp, callSocket, proceduresOf, type Procedure } from "../fixtures/call.ts";
import { makeGroup } from "../fixtures/group.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { openSocket, type TestSocket } from "../fixtures/socket.ts";

/** What must hold whatever people do at the same time; each answers the rows that break it. */
const rules: Record<string, string> = {
  "numbers without gaps": `SELECT h."channelId" FROM "ChannelHead" h LEFT JOIN "Message" m USING ("channelId") GROUP BY h."channelId", h.seq
    HAVING count(m.id) <> h.seq OR coalesce(max(m.seq), 0) <> h.seq`,
  "versions up to the head's": `SELECT 1 FROM "ChannelHead" h WHERE h.version < GREATEST((SELECT max(version) FROM "Message" m WHERE m."channelId" = h."channelId"),
    (SELECT max(version) FROM "Member" mb WHERE mb."channelId" = h."channelId"), (SELECT version FROM "Channel" c WHERE c.id = h."channelId"))`,
  "counts of messages": `SELECT 1 FROM "ChannelHead" h WHERE h."messageCount" <> (SELECT count(*) FROM "Message" m WHERE m."channelId" = h."channelId" AND m.kind <> 'system')`,
  "counts of members": `SELECT 1 FROM "ChannelHead" h JOIN "Channel" c ON c.id = h."channelId" AND c."rootId" = c.id
    WHERE h."memberCount" <> (SELECT count(*) FROM "Member" mb WHERE mb."channelId" = h."channelId" AND mb."leftAt" IS NULL)`,
  "an owner of a group with people in it": `SELECT 1 FROM "Channel" c WHERE c.type = 'group'
    AND EXISTS (SELECT FROM "Member" mb WHERE mb."channelId" = c.id AND mb."leftAt" IS NULL)
    AND NOT EXISTS (SELECT FROM "Member" mb WHERE mb."channelId" = c.id AND mb."leftAt" IS NULL AND mb.role = 'owner')`,
  "two people in a direct message": `SELECT 1 FROM "Channel" c WHERE c.type = 'direct' AND 2 <> (SELECT count(*) FROM "Member" mb WHERE mb."channelId" = c.id AND mb."leftAt" IS NULL)`,
  "threads of messages of a root alone": `SELECT 1 FROM "Channel" c JOIN "Channel" r ON r.id = c."rootId" JOIN "Message" p ON p.id = c."parentMessageId"
    WHERE c.type = 'thread' AND (r."rootId" <> r.id OR p."channelId" <> r.id)`,
  "sums of threads": `SELECT 1 FROM "Channel" c JOIN "Message" p ON p.id = c."parentMessageId"
    WHERE (p.thread ->> 'replyCount')::int <> (SELECT count(*) FROM "Message" m WHERE m."channelId" = c.id AND m.kind <> 'system' AND m."deletedAt" IS NULL)`,
  "reactions as summed up": `SELECT 1 FROM "Message" m WHERE m."deletedAt" IS NULL AND (SELECT coalesce(sum((r ->> 'count')::int), 0) FROM jsonb_array_elements(m.reactions) r)
    <> (SELECT count(*) FROM "Reaction" x WHERE x."messageId" = m.id)`,
  "mentions as the messages say": `SELECT 1 FROM "Message" m WHERE cardinality(m."mentionIds") <> (SELECT count(*) FROM "Mention" n WHERE n."channelId" = m."channelId" AND n.seq = m.seq)`,
  "cursors within the channel": `SELECT 1 FROM "Member" mb JOIN "ChannelHead" h USING ("channelId") WHERE mb."readSeq" > h.seq OR mb."unreadFrom" > h.seq OR mb."deliveredSeq" > h.seq`,
  "unread as a subtraction": `SELECT 1 FROM "Member" mb JOIN "ChannelHead" h USING ("channelId") WHERE mb."leftAt" IS NULL AND h."messageCount" - mb."cursorCount" <> (
    SELECT count(*) FROM "Message" m WHERE m."channelId" = mb."channelId" AND m.kind <> 'system' AND m."authorId" <> mb."userId" AND m.seq > COALESCE(mb."unreadFrom" - 1, mb."readSeq"))`,
  "nobody who is banned brought in": `SELECT 1 FROM "Member" mb JOIN "Sanction" s USING ("userId", "channelId") WHERE mb."leftAt" IS NULL AND s."liftedAt" IS NULL AND mb."joinedAt" > s."createdAt"`,
  "one message a client id": `SELECT 1 FROM "Message" GROUP BY "channelId", "authorId", "clientId" HAVING count(*) > 1`,
};

interface Crowd {
  readonly people: Person[];
  readonly sockets: TestSocket[];
  readonly procedures: Map<string, Procedure>;
  readonly channelIds: string[];
  readonly messageIds: string[];
}

async function gather(server: TestServer, stack: DisposableStack): Promise<Crowd> {
  const { owner, members, channelId } = await makeGroup(server, { members: 5, visibility: "public" });
  const other = await makeGroup(server, { owner: members[0] ?? owner, visibility: "private", hidesHistory: true });
  const people = [owner, ...members];
  return {
    people,
    sockets: people.map((person) => stack.use(openSocket(server, person))),
    procedures: new Map(proceduresOf(server.chat).map((procedure) => [procedure.path, procedure])),
    channelIds: [channelId, other.channelId],
    messageIds: [],
  };
}

/** Something that somebody would do to break things: with ids of anything, out of order, and the same ones again and again. */
function mischief(random: () => number, { people, channelIds, messageIds }: Crowd): [path: string, input: object] {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const channelId = pick(channelIds);
  const messageId = messageIds.length === 0 || random() < 0.03 ? randomUUID() : pick(messageIds.slice(-40));
  const userId = random() < 0.03 ? channelId : pick(people).id;
  const seq = pick([0, 1, 2, 5, 20, 2_147_483_647]);
  const clientId = `c${Math.floor(random() * 30)}`;
  const text = pick(["hi", `[@You](mention:${userId}) hi`, `[@channel](mention:channel)`, "x".repeat(10_000)]);
  const emoji = pick(["👍", "🎉", "👩‍👩‍👧‍👦"]);
  const usual: [string, object][] = [
    ["message.send", { channelId, clientId, text, ...(random() < 0.3 && { replyToId: messageId }), readSeq: seq }],
    ["message.send", { channelId, clientId: randomUUID(), text }],
    ["message.edit", { messageId, text }],
    ["message.delete", { messageId }],
    ["reaction.add", { messageId, emoji }],
    ["reaction.remove", { messageId, emoji }],
    ["channel.openThread", { messageId }],
    ["channel.markRead", { channelId, seq }],
    ["channel.markUnread", { channelId, seq: Math.max(1, seq) }],
    ["channel.join", { channelId }],
    ["member.add", { channelId, userIds: [userId, ...people.map(({ id }) => id)].slice(0, pick([1, 3, 7])) }],
  ];
  const rare: [string, object][] = [
    ["message.send", { channelId: messageId, clientId, text }],
    ["channel.openThread", { messageId: channelId }],
    ["channel.followThread", { channelId, following: random() < 0.5 }],
    ["channel.leave", { channelId }],
    ["channel.openDirect", { userId }],
    ["channel.archive", { channelId, archived: random() < 0.3 }],
    ["channel.update", { channelId, name: text.slice(0, 80), visibility: pick(["public", "private"]), hidesHistory: true }],
    ["channel.setPreferences", { channelId, hidden: random() < 0.5, pinned: true }],
    ["channel.typing", { channelId }],
    ["member.remove", { channelId, userId }],
    ["member.setRole", { channelId, userId, role: pick(["owner", "moderator", "member"]) }],
    ["member.transferOwnership", { channelId, userId }],
    ["message.list", { channelId, around: Math.max(1, seq) }],
    ["message.changes", { channelId, since: seq }],
    ["message.readers", { messageId }],
  ];
  return pick(random() < 0.7 ? usual : rare);
}

test.each([1, 2])(
  "whatever a hostile crowd does at once, over HTTP and sockets, what must hold holds (round %i)",
  async (seed) => {
    await using server = await startServer();
    using stack = new DisposableStack();
    const crowd = await gather(server, stack);
    const random = seededRandom(seed);
    const ban = (userId: string, channelId: string) =>
      server.database.query(
        `INSERT INTO "Sanction" (id, type, "userId", "channelId") VALUES (gen_random_uuid(), 'ban', $1, $2)`,
        [userId, channelId],
      );
    const reasons = new Map<string, number>();
    for (let wave = 0; wave < 12; wave += 1) {
      const calls = Array.from({ length: 40 }, async () => {
        const who = Math.floor(random() * crowd.people.length);
        const [path, input] = mischief(random, crowd);
        const procedure = crowd.procedures.get(path);
        const [person, socket] = [crowd.people[who], crowd.sockets[who]];
        if (procedure === undefined || person === undefined || socket === undefined) throw new Error(`There is no ${path}.`);
        const answer = await (random() < 0.5 ? callHttp(server, person, procedure, input) : callSocket(socket, procedure, input));
        reasons.set(answer.reason, (reasons.get(answer.reason) ?? 0) + 1);
        if (answer.reason === "ok" && path === "message.send") crowd.messageIds.push((answer.data as { id: string }).id);
        if (answer.reason === "ok" && path.startsWith("channel.open"))
          crowd.channelIds.push((answer.data as { channel: { id: string } }).channel.id);
        expect([path, input, answer.status]).not.toEqual([path, input, 500]);
      });
      if (wave % 4 === 3) {
        const [channelId = ""] = crowd.channelIds;
        calls.push(ban(crowd.people[1 + (wave % 5)]?.id ?? "", channelId).then(() => undefined));
      }
      await Promise.all(calls);
    }
    // It came through: what is only refused proves nothing.
    expect(reasons.get("ok")).toBeGreaterThan(60);
    for (const [rule, sql] of Object.entries(rules)) expect.soft([rule, await server.database.query(sql)]).toEqual([rule, []]);
    expect(server.log.filter(({ level }) => level === "error")).toEqual([]);
  },
);
