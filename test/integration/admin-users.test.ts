import type { AdminUser, AdminUserDetail, Invite, StaffSession, TimelineEntry } from "@chat/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callHttp } from "../fixtures/call.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { openSocket } from "../fixtures/socket.ts";

let server: TestServer;
let admin: Person;
let moderator: Person;

beforeAll(async () => {
  server = await startServer();
  admin = await server.signUp("Ada Admin");
  moderator = await server.signUp("Mo Moderator");
  expect((await act(admin, "setRole", { userId: moderator.id, role: "moderator" })).reason).toBe("ok");
});
afterAll(() => server[Symbol.asyncDispose]());

const act = (who: Person, verb: string, input: unknown) =>
  callHttp(server, who, { path: `admin.user.${verb}`, type: "mutation" }, input);
const ask = async <T>(verb: string, input: unknown, who = moderator): Promise<T> => {
  const answer = await callHttp(server, who, { path: `admin.user.${verb}`, type: "query" }, input);
  expect(answer.reason, answer.message).toBe("ok");
  return answer.data as T;
};
const list = (input: object) => ask<{ items: AdminUser[]; cursor: string | null }>("list", input);
const namesOf = (items: readonly { name: string }[]) => items.map(({ name }) => name);

test("people are found by any part of name, e-mail and id, and by a name with a mistake", async () => {
  const person = await server.signUp("Wilhelmina Featherstone");
  for (const query of ["helmi", "FEATHER", person.email.slice(3, 20), person.id, person.id.slice(9, 24), "Fetherstone"])
    expect(namesOf((await list({ query })).items), query).toEqual(["Wilhelmina Featherstone"]);
  expect((await list({ query: "%" })).items).toEqual([]);
  expect((await list({ query: "W_l" })).items).toEqual([]);
});

test("a list is paged without a gap or a repetition, by every order", async () => {
  for (const name of ["Same", "Same", "Same", "Other"]) await server.signUp(`Paged ${name}`);
  await server.database.query(`UPDATE "User" SET "lastSeenAt" = now() WHERE name = 'Paged Other'`);
  for (const sort of ["name", "-name", "createdAt", "-createdAt", "lastSeenAt", "-lastSeenAt"]) {
    const whole = (await list({ query: "paged", sort, limit: 50 })).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await list({ query: "paged", sort, limit: 1, ...(cursor !== undefined && { cursor }) });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.cursor;
    }
    expect(whole, sort).toHaveLength(4);
    expect(paged, sort).toEqual(whole);
  }
  const bad = await callHttp(server, admin, { path: "admin.user.list", type: "query" }, { cursor: "bm9uZQ" });
  expect(bad.reason).toBe("INVALID_INPUT");
  const foreign = (await list({ query: "paged", sort: "name", limit: 1 })).cursor;
  const other = await callHttp(server, admin, { path: "admin.user.list", type: "query" }, { cursor: foreign, sort: "createdAt" });
  expect(other.reason).toBe("INVALID_INPUT");
});

test("filters by role, state and last visit", async () => {
  const away = await server.signUp("Filtered Away");
  const here = await server.signUp("Filtered Here");
  await server.database.query(`UPDATE "User" SET "lastSeenAt" = now() - interval '3 days' WHERE id = $1`, [here.id]);
  await server.database.query(`INSERT INTO "Sanction" (id, type, "userId") VALUES (gen_random_uuid(), 'mute', $1)`, [here.id]);
  expect(namesOf((await list({ role: "moderator" })).items)).toEqual(["Mo Moderator"]);
  expect(namesOf((await list({ query: "filtered", seen: "never" })).items)).toEqual(["Filtered Away"]);
  expect(namesOf((await list({ query: "filtered", seen: "week" })).items)).toEqual(["Filtered Here"]);
  expect((await list({ query: "filtered", seen: "day" })).items).toEqual([]);
  expect(namesOf((await list({ query: "filtered", state: "muted" })).items)).toEqual(["Filtered Here"]);
  expect((await act(moderator, "deactivate", { userId: away.id })).reason).toBe("ok");
  expect(namesOf((await list({ query: "filtered", state: "deactivated" })).items)).toEqual(["Filtered Away"]);
  expect(namesOf((await list({ query: "filtered", state: "active" })).items)).toEqual(["Filtered Here"]);
});

test("a deactivated person's open sockets close at once, of this site and of a host product, and none opens", async () => {
  const local = await server.signUp("Shut out");
  const guest = await server.tokenUser("shut-out-guest");
  for (const person of [local, guest]) {
    using socket = openSocket(server, person);
    await socket.api.user.me.query();
    const answer = await act(moderator, "deactivate", { userId: person.id });
    const answeredAt = performance.now();
    expect(answer.reason).toBe("ok");
    expect(await socket.closed).toBe(4401);
    expect(performance.now() - answeredAt).toBeLessThan(1_000);
    const after = await callHttp(server, person, { path: "user.me", type: "query" }, undefined);
    expect(after.reason).toBe("UNAUTHENTICATED");
    expect((await act(moderator, "reactivate", { userId: person.id })).reason).toBe("ok");
  }
  const back = await callHttp(server, guest, { path: "user.me", type: "query" }, undefined);
  expect(back.reason).toBe("ok");
});

test("a moderator cannot touch staff, and nobody themselves", async () => {
  const other = await server.signUp("Second Moderator");
  await act(admin, "setRole", { userId: other.id, role: "moderator" });
  for (const userId of [admin.id, other.id, moderator.id])
    for (const [verb, more] of [
      ["deactivate", {}],
      ["reactivate", {}],
      ["signOut", {}],
      ["update", { name: "Changed" }],
    ] as const)
      expect((await act(moderator, verb, { userId, ...more })).reason, `${verb} ${userId}`).toBe("FORBIDDEN");
  const bulk = await act(moderator, "bulk", { action: "deactivate", userIds: [admin.id, other.id] });
  expect(bulk.data).toEqual({
    items: [
      { userId: admin.id, reason: "FORBIDDEN", isChanged: false },
      { userId: other.id, reason: "FORBIDDEN", isChanged: false },
    ],
  });
  expect((await act(moderator, "setRole", { userId: other.id, role: "user" })).reason).toBe("FORBIDDEN");
  expect((await act(moderator, "bulk", { action: "setRole", role: "admin", userIds: [other.id] })).reason).toBe("FORBIDDEN");
  expect((await act(admin, "setRole", { userId: admin.id, role: "user" })).reason).toBe("FORBIDDEN");
  expect((await ask<AdminUserDetail>("get", { userId: admin.id })).deactivatedAt).toBeNull();
});

test("a host product's person cannot be staff", async () => {
  const guest = await server.tokenUser("no-staff");
  expect((await act(admin, "setRole", { userId: guest.id, role: "moderator" })).reason).toBe("FORBIDDEN");
});

test("two admins who ban each other at once leave one", async () => {
  await using alone = await startServer();
  const first = await alone.signUp("First");
  const second = await alone.signUp("Second");
  const promote = { path: "admin.user.setRole", type: "mutation" } as const;
  expect((await callHttp(alone, first, promote, { userId: second.id, role: "admin" })).reason).toBe("ok");
  const ban = (who: Person, whom: Person) =>
    callHttp(alone, who, { path: "admin.sanction.create", type: "mutation" }, { type: "ban", userId: whom.id, reason: "Power" });
  await Promise.all([ban(first, second), ban(second, first)]);
  const inForce = await alone.database.query(`SELECT 1 FROM "Sanction" WHERE type = 'ban' AND "liftedAt" IS NULL`);
  expect(inForce).toHaveLength(1);
});

test("two admins who take each other away at once leave one", async () => {
  await using alone = await startServer();
  const first = await alone.signUp("First");
  for (const round of ["setRole", "deactivate", "bulk"]) {
    const second = await alone.signUp(`Second ${round}`);
    const promote = { path: "admin.user.setRole", type: "mutation" } as const;
    await callHttp(alone, first, promote, { userId: second.id, role: "admin" });
    const take = (who: Person, whom: Person) =>
      callHttp(
        alone,
        who,
        { path: `admin.user.${round}`, type: "mutation" },
        round === "bulk"
          ? { action: "deactivate", userIds: [whom.id] }
          : { userId: whom.id, ...(round === "setRole" && { role: "user" }) },
      );
    await Promise.all([take(first, second), take(second, first)]);
    const [left] = await alone.database.query<{ admins: number }>(
      `SELECT count(*)::int AS admins FROM "User" WHERE role = 'admin' AND "deactivatedAt" IS NULL`,
    );
    expect(left?.admins, round).toBe(1);
    await alone.database.query(
      `UPDATE "User" SET role = CASE WHEN id = $1 THEN 'admin'::"UserRole" ELSE 'user' END, "deactivatedAt" = NULL`,
      [first.id],
    );
  }
});

test("an admin makes somebody, who signs in with the first password", async () => {
  const input = { name: "Made Up", email: "Made.Up@Example.com", password: "first password", role: "user" };
  const made = await act(admin, "create", input);
  expect(made.reason, made.message).toBe("ok");
  expect((made.data as AdminUser).email).toBe("made.up@example.com");
  const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url },
    body: JSON.stringify({ email: "made.up@example.com", password: "first password" }),
  });
  expect(response.status).toBe(200);
  expect((await act(admin, "create", input)).reason).toBe("INVALID_INPUT");
  const [entry] = await server.database.query<{ detail: object }>(
    `SELECT detail FROM "AuditLog" WHERE action = 'admin.user.create' ORDER BY id LIMIT 1`,
  );
  expect(JSON.stringify(entry)).not.toContain("first password");
});

test("many are done at once, each answered and each in the audit log", async () => {
  const people = [await server.signUp("Many One"), await server.signUp("Many Two")];
  const userIds = people.map(({ id }) => id);
  const missing = "00000000-0000-7000-8000-000000000000";
  await act(moderator, "deactivate", { userId: userIds[1] });
  const answer = await act(moderator, "bulk", { action: "deactivate", userIds: [...userIds, missing] });
  // Who was so already is told apart, so that taking it back leaves them so.
  expect(answer.data).toEqual({
    items: [
      { userId: userIds[0], reason: "ok", isChanged: true },
      { userId: userIds[1], reason: "ok", isChanged: false },
      { userId: missing, reason: "NOT_FOUND", isChanged: false },
    ],
  });
  const back = await act(moderator, "bulk", { action: "reactivate", userIds: [userIds[0], admin.id] });
  expect(back.data).toMatchObject({ items: [{ isChanged: true }, { reason: "FORBIDDEN", isChanged: false }] });
  const entries = await server.database.query<{ targetId: string; outcome: string }>(
    `SELECT "targetId", detail->>'outcome' AS outcome FROM "AuditLog" WHERE action = 'admin.user.deactivate' AND "targetId" = ANY($1)
       AND (detail->>'isBulk')::boolean ORDER BY id`,
    [[...userIds, missing]],
  );
  expect(entries).toEqual([
    ...userIds.map((targetId) => ({ targetId, outcome: "ok" })),
    { targetId: missing, outcome: "NOT_FOUND" },
  ]);
  expect((await act(moderator, "bulk", { action: "signOut", role: "user", userIds })).reason).toBe("INVALID_INPUT");
});

test("the timeline tells what happened, the latest first, in pages", async () => {
  const person = await server.signUp("Timed");
  const caller = await server.chat.callerFor(new Headers(person.headers));
  const group = await caller.channel.createGroup({ name: "Gardeners" });
  await server.database.query(
    `INSERT INTO "Sanction" (id, type, "userId", reason) VALUES (gen_random_uuid(), 'warning', $1, 'Rude')`,
    [person.id],
  );
  const whole = await ask<{ items: TimelineEntry[] }>("timeline", { userId: person.id });
  const told = whole.items.map(({ kind, text }) => `${kind} ${text}`);
  expect(told).toEqual(expect.arrayContaining(["signed-up local", "joined Gardeners", "sanctioned warning: Rude"]));
  expect(whole.items.find(({ kind }) => kind === "joined")?.channelId).toBe(group.channel.id);
  const paged: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: { items: TimelineEntry[]; cursor: string | null } = await ask("timeline", {
      userId: person.id,
      limit: 1,
      ...(cursor !== undefined && { cursor }),
    });
    paged.push(...page.items.map(({ id }) => id));
    cursor = page.cursor;
  }
  expect(paged).toEqual(whole.items.map(({ id }) => id));
});

test("a rename reaches those who are here, and only an admin changes an e-mail", async () => {
  const person = await server.signUp("Before");
  using socket = openSocket(server, person);
  const renamed = Promise.withResolvers<string>();
  const caller = await server.chat.callerFor(new Headers(person.headers));
  await caller.channel.createGroup({ name: "Here" });
  socket.api.live.inbox.subscribe(undefined, {
    onStarted: () => void act(moderator, "update", { userId: person.id, name: "After" }),
    onData: (frame) => {
      const event = frame as unknown as { type?: string; user?: { name: string } };
      if (event.type === "user") renamed.resolve(event.user?.name ?? "");
    },
  });
  expect(await renamed.promise).toBe("After");
  expect((await act(moderator, "update", { userId: person.id, email: "other@example.com" })).reason).toBe("FORBIDDEN");
  expect((await act(admin, "update", { userId: person.id, email: "other@example.com" })).reason).toBe("ok");
  expect((await act(admin, "update", { userId: moderator.id, email: "other@example.com" })).reason).toBe("INVALID_INPUT");
});

test("the export holds whom the filter finds, and no cell that a spreadsheet would compute", async () => {
  const person = await server.signUp("=HYPERLINK(evil)");
  const answer = await act(admin, "export", { query: "hyperlink" });
  const { csv, isCut } = answer.data as { csv: string; isCut: boolean };
  expect(isCut).toBe(false);
  const lines = csv.trimEnd().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`${person.id},'=HYPERLINK(evil),`);
});

test("an erased person keeps nothing that names them, and their messages if that was asked", async () => {
  const person = await server.signUp("Erased Ernie");
  const reader = await server.signUp("Reader");
  const caller = await server.chat.callerFor(new Headers(person.headers));
  const { channel } = await caller.channel.createGroup({ name: "Traces", memberIds: [reader.id] });
  for (const text of ["first secret", "second secret"])
    await caller.message.send({ channelId: channel.id, clientId: text.replace(" ", "-"), text });
  using socket = openSocket(server, person);
  await socket.api.user.me.query();

  expect((await act(moderator, "erase", { userId: person.id, messages: "keep" })).reason).toBe("FORBIDDEN");
  expect((await act(admin, "erase", { userId: person.id, messages: "keep" })).data).toEqual({ deleted: 0, hasMore: false });
  expect(await socket.closed).toBe(4401);
  const kept = await textsSeenBy(reader, channel.id);
  expect(kept).toEqual(["Deleted person: first secret", "Deleted person: second secret"]);
  const found = await ask<AdminUserDetail>("get", { userId: person.id });
  expect(found).toMatchObject({ name: "Deleted person", email: null, image: null, issuer: "erased", role: "user" });
  expect((await act(admin, "reactivate", { userId: person.id })).reason).toBe("FORBIDDEN");

  expect((await act(admin, "erase", { userId: person.id, messages: "delete" })).data).toEqual({ deleted: 2, hasMore: false });
  expect(await textsSeenBy(reader, channel.id)).toEqual(["Deleted person: ", "Deleted person: "]);
  const rows = await server.database.query(
    `SELECT FROM "MessageRevision" r JOIN "Message" m ON m.id = r."messageId" WHERE m."authorId" = $1`,
    [person.id],
  );
  expect(rows).toEqual([]);
});

test("an erased person's name and e-mail go from lines, invites and reports too", async () => {
  const [owner, named] = [await server.signUp("Line Owner"), await server.signUp("Line Larry")];
  const api = await server.chat.callerFor(new Headers(owner.headers));
  const theirs = await server.chat.callerFor(new Headers(named.headers));
  const { channel } = await api.channel.createGroup({ name: "Lines", memberIds: [] });
  await api.member.add({ channelId: channel.id, userIds: [named.id] });
  const said = await theirs.message.send({ channelId: channel.id, clientId: "said", text: "A reported secret" });
  await api.report.create({ messageId: said.id, reason: "spam" });
  const invite = (input: object) =>
    callHttp(server, admin, { path: "admin.invite.create", type: "mutation" }, input).then(
      ({ data }) => (data as { id: string }).id,
    );
  const [used, unused, other] = [await invite({ email: named.email }), await invite({ email: named.email }), await invite({})];
  await server.database.query(`UPDATE "Invite" SET "usedAt" = now(), "usedById" = $2 WHERE id = $1`, [used, named.id]);
  const { version } = await api.message.list({ channelId: channel.id });

  const textOfReport = async () => (await api.report.mine({})).items.map(({ text }) => text);
  const line = { type: "member.added", users: [{ id: named.id, name: "Deleted person" }] };
  await act(admin, "erase", { userId: named.id, messages: "keep" });
  const changes = await api.message.changes({ channelId: channel.id, since: version });
  expect(changes).toMatchObject({ items: [{ type: "message", message: { data: line } }], hasMore: false });
  expect(await textOfReport()).toEqual(["A reported secret"]);
  const invites = await server.database.query(`SELECT id, email FROM "Invite" WHERE id = ANY($1::uuid[])`, [
    [used, unused, other],
  ]);
  expect(invites).toHaveLength(2);
  expect(invites).toEqual(
    expect.arrayContaining([
      { id: used, email: null },
      { id: other, email: null },
    ]),
  );

  await act(admin, "erase", { userId: named.id, messages: "delete" });
  expect(await textOfReport()).toEqual([""]);
  const { version: after } = await ask<AdminUserDetail>("get", { userId: named.id });
  await act(admin, "erase", { userId: named.id, messages: "delete" });
  expect((await ask<AdminUserDetail>("get", { userId: named.id })).version).toBe(after);
});

async function textsSeenBy(reader: Person, channelId: string): Promise<string[]> {
  const caller = await server.chat.callerFor(new Headers(reader.headers));
  const { items } = await caller.message.list({ channelId });
  return items.filter(({ kind }) => kind === "text").map(({ author, text }) => `${author.name}: ${text}`);
}

test("an invite's code is told once, lets one person in with its role, and can be revoked", async () => {
  const call = (verb: string, type: "query" | "mutation", input: object) =>
    callHttp(server, admin, { path: `admin.invite.${verb}`, type }, input);
  const made = (await call("create", "mutation", { role: "moderator" })).data as { id: string; code: string };
  const signUp = (invite: string) =>
    fetch(`${server.url}/api/auth/sign-up/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: server.url },
      body: JSON.stringify({ name: "Invited", email: `${Math.random()}@example.com`, password: "a good password", invite }),
    });
  expect((await signUp(made.code)).status).toBe(200);
  const { items } = (await call("list", "query", {})).data as { items: Invite[] };
  expect(items[0]).toMatchObject({ id: made.id, usedBy: "Invited", role: "moderator", createdBy: "Ada Admin" });
  expect(JSON.stringify(items)).not.toContain(made.code);
  expect((await list({ query: "invited", role: "moderator" })).items).toHaveLength(1);
  expect((await call("revoke", "mutation", { inviteId: made.id })).reason).toBe("NOT_FOUND");
  const other = (await call("create", "mutation", {})).data as { id: string };
  expect((await call("revoke", "mutation", { inviteId: other.id })).reason).toBe("ok");
  expect((await call("create", "mutation", { expiresAt: "2020-01-01T00:00:00.000Z" })).reason).toBe("INVALID_INPUT");
});

test("sessions of staff alone are listed, and one that is revoked ends at once", async () => {
  const call = (verb: string, type: "query" | "mutation", input: object) =>
    callHttp(server, admin, { path: `admin.session.${verb}`, type }, input);
  const person = await server.signUp("No staff");
  const { items } = (await call("list", "query", {})).data as { items: StaffSession[] };
  expect(items.map(({ user }) => user.id)).not.toContain(person.id);
  expect(items.filter(({ current }) => current).map(({ user }) => user.id)).toEqual([admin.id]);
  const theirs = items.find(({ user }) => user.id === moderator.id)!;
  using socket = openSocket(server, moderator);
  await socket.api.user.me.query();
  expect((await call("revoke", "mutation", { sessionId: theirs.id })).reason).toBe("ok");
  expect(await socket.closed).toBe(4401);
  const [notStaff] = await server.database.query<{ id: string }>(`SELECT id FROM "Session" WHERE "userId" = $1`, [person.id]);
  expect((await call("revoke", "mutation", { sessionId: notStaff!.id })).reason).toBe("NOT_FOUND");
});
