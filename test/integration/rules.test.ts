import { randomUUID } from "node:crypto";
import type { CreateRule, RuleMatch } from "@chat/contract";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { makeGroup } from "../fixtures/group.ts";
import { Air, startNodes } from "../fixtures/nodes.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { openSocket, watchChannel, watchInbox, type TestSocket } from "../fixtures/socket.ts";
import { callerOf } from "../fixtures/staff.ts";

const everywhere = ["public", "private", "direct"] as const;
const words = (...list: string[]): RuleMatch => ({ type: "words", words: list, whole: true });
const rule = (match: RuleMatch, action: CreateRule["action"], condition: Partial<CreateRule["condition"]> = {}): CreateRule => ({
  name: `${match.type} ${action.type}`,
  enabled: true,
  condition: { match, accountHours: null, channels: [...everywhere], ...condition },
  action,
});
const reject = (text = "") => ({ type: "reject", text }) as const;

const send = (socket: Pick<TestSocket, "api">, channelId: string, text: string, clientId: string = randomUUID()) =>
  socket.api.message.send.mutate({ channelId, clientId, text });
const reasonOf = (sent: Promise<unknown>) =>
  sent.then(
    () => "ok",
    (error: { data?: { reason: string } }) => error.data?.reason,
  );

/** An admin who writes rules, and a room whose owner and member are ordinary people. */
async function openRoom(server: TestServer) {
  const admin = await server.signUp("Ada Admin");
  const rules = (await server.chat.callerFor(new Headers(admin.headers))).admin.rule;
  const { owner, members, channelId } = await makeGroup(server, { members: 1 });
  return { admin, rules, owner, member: members[0] as Person, channelId };
}

describe("a rule", () => {
  test("refuses with its own text, for a send and for an edit, and says nothing of it to others", async () => {
    await using server = await startServer();
    const { rules, owner, member, channelId } = await openRoom(server);
    await rules.create(rule(words("verboten"), reject("Mind your words.")));
    using at = openSocket(server, owner);
    using other = openSocket(server, member);
    using live = watchChannel(other, channelId);
    await live.until(({ type }) => type === "synced");
    await expect(send(at, channelId, "Das ist VERBÖTEN")).rejects.toMatchObject({
      message: "Mind your words.",
      data: { reason: "BLOCKED_BY_RULE", told: "Mind your words." },
    });
    const fine = await send(at, channelId, "fine");
    expect(await reasonOf(at.api.message.edit.mutate({ messageId: fine.id, text: "verboten" }))).toBe("BLOCKED_BY_RULE");
    const last = await send(at, channelId, "last");
    await live.until((event) => event.type === "message" && event.message.id === last.id);
    expect(live.events.flatMap((event) => (event.type === "message" ? [event.message.text] : []))).toEqual(["fine", "last"]);
    expect(JSON.stringify(live.events)).not.toMatch(/verb/i);
  });

  test("masks what is stored, also what it mentions, and an edit", async () => {
    await using server = await startServer();
    const { rules, owner, member, channelId } = await openRoom(server);
    await rules.create(rule(words("darn"), { type: "mask" }));
    await rules.create(rule({ type: "pattern", pattern: String.raw`\[@.*?\)`, ignoresCase: true }, { type: "mask" }));
    using at = openSocket(server, owner);
    const sent = await send(at, channelId, `Darn it [@M](mention:${member.id})`);
    expect([sent.text, sent.mentions]).toEqual(["*** it ***", []]);
    const edited = await at.api.message.edit.mutate({ messageId: sent.id, text: "oh darn" });
    expect(edited.text).toBe("oh ***");
    const again = await at.api.message.edit.mutate({ messageId: sent.id, text: "oh darn" });
    expect(again.version).toBe(edited.version);
  });

  test("holds a message for review: hidden from all, and in the queue", async () => {
    await using server = await startServer();
    const { rules, owner, member, channelId } = await openRoom(server);
    await rules.create(rule({ type: "links", to: "any", domains: [] }, { type: "hold" }));
    using at = openSocket(server, owner);
    const held = await send(at, channelId, "see https://example.com");
    expect(held).toMatchObject({ text: "", hiddenAt: expect.any(String) });
    using other = openSocket(server, member);
    const { items } = await other.api.message.list.query({ channelId });
    expect(items.at(-1)).toMatchObject({ id: held.id, text: "" });
    expect(JSON.stringify(items)).not.toContain("example.com");
    const fine = await send(at, channelId, "fine");
    await at.api.message.edit.mutate({ messageId: fine.id, text: "https://example.com too" });
    const cases = await server.database.query(
      `SELECT c."messageId", c."isHidden", r.text, r."reporterId" FROM "ReportCase" c JOIN "Report" r ON r."caseId" = c.id ORDER BY r.id`,
    );
    expect(cases).toEqual([
      { messageId: held.id, isHidden: true, text: "see https://example.com", reporterId: null },
      { messageId: fine.id, isHidden: true, text: "https://example.com too", reporterId: null },
    ]);
  });

  test("that holds hides nothing without a case, whatever fails: both are of one transaction", async () => {
    await using server = await startServer();
    const { rules, owner, member, channelId } = await openRoom(server);
    using at = openSocket(server, owner);
    const fine = await send(at, channelId, "fine");
    const reader = await server.chat.callerFor(new Headers(member.headers));
    await reader.report.create({ messageId: fine.id, reason: "spam" });
    await rules.create(rule({ type: "links", to: "any", domains: [] }, { type: "hold" }));
    const owned = new pg.Client({ connectionString: server.databaseUrl });
    await owned.connect();
    await owned.query(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the node goes down here'; END $$`,
    );
    await owned.query(`CREATE TRIGGER fails BEFORE INSERT OR UPDATE ON "ReportCase" FOR EACH ROW EXECUTE FUNCTION fail()`);
    expect(await reasonOf(send(at, channelId, "https://example.com"))).toBe("INTERNAL");
    expect(await reasonOf(at.api.message.edit.mutate({ messageId: fine.id, text: "https://example.com" }))).toBe("INTERNAL");
    const { items } = await reader.message.list({ channelId });
    expect(items.filter(({ kind }) => kind === "text").map(({ text }) => text)).toEqual(["fine"]);
    expect(await server.database.query(`SELECT FROM "Message" WHERE "hiddenAt" IS NOT NULL`)).toEqual([]);
    await owned.query(`DROP TRIGGER fails ON "ReportCase"`);
    await owned.end();
    // The case that is open gets the rule's report, too.
    await at.api.message.edit.mutate({ messageId: fine.id, text: "https://example.com" });
    const cases = await server.database.query(
      `SELECT c."reportCount", c."isHidden", array_agg(r.text ORDER BY r."createdAt") AS texts
       FROM "ReportCase" c JOIN "Report" r ON r."caseId" = c.id GROUP BY c.id`,
    );
    expect(cases).toEqual([{ reportCount: 2, isHidden: true, texts: ["fine", "https://example.com"] }]);
  });

  test("mutes the author for so many minutes, once, by nobody", async () => {
    await using server = await startServer();
    const { rules, owner, channelId } = await openRoom(server);
    await rules.create(rule(words("spam"), { type: "mute", minutes: 30, text: "No spam here." }));
    using at = openSocket(server, owner);
    using inbox = watchInbox(at);
    await inbox.until(({ type }) => type === "start");
    expect(await Promise.all([1, 2, 3].map(() => reasonOf(send(at, channelId, "spam"))))).toContain("BLOCKED_BY_RULE");
    await inbox.until(({ type }) => type === "sanction");
    expect(await reasonOf(send(at, channelId, "hello"))).toBe("MUTED");
    const sanctions = await server.database.query(
      `SELECT "byId", "channelId", reason, round(extract(epoch FROM until - "createdAt") / 60)::int AS minutes FROM "Sanction"`,
    );
    expect(sanctions).toEqual([{ byId: null, channelId: null, reason: "No spam here.", minutes: 30 }]);
  });

  test("is for whom and where it says: not for staff, by account's age, by kind of channel", async () => {
    await using server = await startServer();
    const { admin, rules, owner, member, channelId } = await openRoom(server);
    await rules.create(rule(words("private"), reject(), { channels: ["direct"] }));
    await rules.create(rule(words("young"), reject(), { accountHours: 24 }));
    await rules.create(rule(words("never"), reject()));
    await server.database.query(`UPDATE "User" SET "createdAt" = now() - interval '2 days' WHERE id = $1`, [member.id]);
    using at = openSocket(server, owner);
    using old = openSocket(server, member);
    const direct = await at.api.channel.openDirect.mutate({ userId: member.id });
    const [inGroup, inDirect, young, grown] = await Promise.all([
      reasonOf(send(at, channelId, "private")),
      reasonOf(send(at, direct.channel.id, "private")),
      reasonOf(send(at, channelId, "young")),
      reasonOf(send(old, channelId, "young")),
    ]);
    expect([inGroup, inDirect, young, grown]).toEqual(["ok", "BLOCKED_BY_RULE", "BLOCKED_BY_RULE", "ok"]);
    using boss = openSocket(server, admin);
    const own = await boss.api.channel.createGroup.mutate({ name: "Staff" });
    expect(await reasonOf(send(boss, own.channel.id, "never"))).toBe("ok");
  });

  test("counts repeating and haste in all channels, a repeated send once, and an outsider learns nothing", async () => {
    await using server = await startServer();
    const { rules, owner, member, channelId } = await openRoom(server);
    await rules.create(rule({ type: "repeats", times: 3, seconds: 60 }, reject()));
    await rules.create(rule({ type: "rate", messages: 5, seconds: 60 }, reject()));
    using at = openSocket(server, owner);
    const direct = await at.api.channel.openDirect.mutate({ userId: member.id });
    const first = randomUUID();
    const sent = await send(at, channelId, "Buy now", first);
    expect((await send(at, channelId, "Buy now", first)).id).toBe(sent.id);
    expect(await reasonOf(send(at, direct.channel.id, "buy  NOW"))).toBe("ok");
    expect(await reasonOf(send(at, channelId, "buy now"))).toBe("BLOCKED_BY_RULE");
    expect((await send(at, channelId, "Buy now", first)).id).toBe(sent.id);
    expect(await reasonOf(send(at, channelId, "four"))).toBe("ok");
    expect(await reasonOf(send(at, channelId, "five"))).toBe("ok");
    expect(await reasonOf(send(at, channelId, "six"))).toBe("BLOCKED_BY_RULE");
    await rules.create(rule({ type: "any" }, reject()));
    const stranger = await server.signUp("Sid Stranger");
    using outside = openSocket(server, stranger);
    expect(await reasonOf(send(outside, channelId, "hello"))).toBe("NOT_FOUND");
  });
});

describe("the rules", () => {
  test("act in their order, and only those that are on; hits are counted", async () => {
    await using server = await startServer();
    const { rules, owner, channelId } = await openRoom(server);
    const no = await rules.create(rule(words("bad"), reject()));
    const yes = await rules.create(rule(words("bad"), { type: "allow" }));
    using at = openSocket(server, owner);
    expect(await reasonOf(send(at, channelId, "bad"))).toBe("BLOCKED_BY_RULE");
    await expect(rules.reorder({ ruleIds: [yes.id] })).rejects.toMatchObject({ reason: "INVALID_INPUT" });
    await rules.reorder({ ruleIds: [yes.id, no.id] });
    expect(await reasonOf(send(at, channelId, "bad"))).toBe("ok");
    await rules.update({ ruleId: yes.id, enabled: false });
    expect(await reasonOf(send(at, channelId, "bad"))).toBe("BLOCKED_BY_RULE");
    const { items } = await rules.list();
    expect(items.map(({ id, enabled, hits }) => [id, enabled, hits])).toEqual([
      [yes.id, false, 1],
      [no.id, true, 2],
    ]);
    await rules.delete({ ruleId: no.id });
    expect(await reasonOf(send(at, channelId, "bad"))).toBe("ok");
  });

  test("of one node are those of the other within two seconds, and count what is sent at the other, too", async () => {
    const air = new Air();
    await using nodes = await startNodes(() => ({ transport: air.transport() }));
    const { rules, owner, channelId } = await openRoom(nodes.a);
    using atA = openSocket(nodes.a, owner);
    using atB = openSocket(nodes.b, owner);
    expect(await reasonOf(send(atB, channelId, "bad"))).toBe("ok");
    await rules.create(rule({ type: "repeats", times: 3, seconds: 60 }, reject()));
    await rules.create(rule(words("bad"), reject()));
    const began = performance.now();
    const trySomething = () => reasonOf(send(atB, channelId, `bad ${randomUUID()}`));
    await expect.poll(trySomething, { timeout: 10_000 }).toBe("BLOCKED_BY_RULE");
    expect(performance.now() - began).toBeLessThan(2_500);

    const first = randomUUID();
    expect(await reasonOf(send(atA, channelId, "buy now", first))).toBe("ok");
    // The same message once more is no second one, at whatever node.
    expect(await reasonOf(send(atB, channelId, "buy now", first))).toBe("ok");
    expect(await reasonOf(send(atB, channelId, "Buy  now"))).toBe("ok");
    expect(await reasonOf(send(atA, channelId, "buy now"))).toBe("BLOCKED_BY_RULE");
  });

  test("are tried without a trace, refuse what is no pattern, and take words from CSV and give them back", async () => {
    await using server = await startServer();
    const { rules } = await openRoom(server);
    const made = await rules.create(rule(words("bad", "=worse"), { type: "mask" }));
    expect(await rules.test({ text: "so bad" })).toMatchObject({ text: "so ***", hits: [{ ruleId: made.id }], isHeld: false });
    const draft = rule({ type: "pattern", pattern: "ba+d", ignoresCase: true }, reject("no"));
    expect(await rules.test({ text: "baaad", rule: draft })).toMatchObject({ text: null, hits: [{ ruleId: null }] });
    expect((await rules.list()).items[0]?.hits).toBe(0);
    for (const pattern of ["(", String.raw`(a)\1`, "(?=a)", "(a{1,500}){1,500}", "a*"]) {
      const match = { type: "pattern", pattern, ignoresCase: true } as const;
      await expect(rules.create(rule(match, reject()))).rejects.toMatchObject({ reason: "INVALID_INPUT" });
    }
    const { csv } = await rules.exportWords({ ruleId: made.id });
    expect(csv).toBe("word\r\nbad\r\n'=worse\r\n");
    expect(await rules.importWords({ csv })).toEqual({ words: ["bad", "=worse"], errors: [] });
  });

  test("are replayed over the last day, slice by slice, and that is in the audit log", async () => {
    await using server = await startServer();
    const { rules, owner, channelId } = await openRoom(server);
    await server.database.query(
      `INSERT INTO "Message" (id, "channelId", seq, version, "authorId", "clientId", text, "messageCount", "broadcastCount", "createdAt")
       SELECT gen_random_uuid(), $1, 100 + n, 100 + n, $2, n::text, CASE WHEN n % 500 = 0 THEN 'so bad ' || n ELSE 'fine' END, 0, 0,
         now() - n * interval '1 minute' FROM generate_series(1, 2200) n`,
      [channelId, owner.id],
    );
    const draft = rule(words("bad"), reject());
    const reason = "A complaint about bad words";
    const first = await rules.replay({ rule: draft, reason });
    expect(first.seen).toBe(1_000);
    const second = await rules.replay({ rule: draft, reason, cursor: first.cursor ?? undefined });
    expect([second.seen, second.cursor]).toEqual([1_439, null]);
    expect([...first.items, ...second.items].map(({ excerpt, channelName }) => [excerpt, channelName])).toEqual([
      ["so bad 500", "Test group"],
      ["so bad 1000", "Test group"],
    ]);
    const [entry] = await server.database.query(`SELECT action FROM "AuditLog" ORDER BY id DESC LIMIT 1`);
    expect(entry).toEqual({ action: "admin.rule.replay" });
  });

  test("show what they would have caught in private to who says why, and count it for others", async () => {
    await using server = await startServer();
    const { rules, owner, channelId } = await openRoom(server);
    const [una, api] = [await server.signUp("Una"), await callerOf(server, owner)];
    const inPublic = await api.channel.createGroup({ name: "Open", visibility: "public" });
    const direct = await api.channel.openDirect({ userId: una.id });
    const rooms = { public: inPublic.channel.id, direct: direct.channel.id, private: channelId };
    for (const [name, id] of Object.entries(rooms))
      await api.message.send({ channelId: id, clientId: randomUUID(), text: `In ${name}: a secret` });
    const look = rule({ type: "pattern", pattern: ".", ignoresCase: false }, reject());
    const shown = async (more: object) => {
      const { items, unshown } = await rules.replay({ rule: look, ...more });
      return {
        found: items
          .map(({ excerpt }) => excerpt)
          .filter((text) => text.includes("secret"))
          .toSorted(),
        unshown,
      };
    };
    expect(await shown({})).toEqual({ found: ["In public: a secret"], unshown: 2 });
    await expect(rules.replay({ rule: look, reason: "    ." })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    // Also where the rule is too long for an entry, the reason is in it.
    const reason = "Threats were reported to us";
    const long = { ...look, condition: { ...look.condition, match: { type: "words" as const, words: ["secret"], whole: true } } };
    for (let index = 0; index < 500; index += 1) long.condition.match.words.push(`filler-${index}`);
    const all = { found: ["In direct: a secret", "In private: a secret", "In public: a secret"], unshown: 0 };
    expect(await shown({ reason })).toEqual(all);
    expect(await shown({ rule: long, reason })).toEqual(all);
    const entries = await server.database.query<{ detail: { reason?: string } }>(
      `SELECT detail FROM "AuditLog" WHERE action = 'admin.rule.replay' ORDER BY id`,
    );
    expect(entries.map(({ detail }) => detail.reason)).toEqual([undefined, "    .", reason, reason]);
  });
});
