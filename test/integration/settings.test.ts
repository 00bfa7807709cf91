import { createHash, randomUUID } from "node:crypto";
import { settingKeys } from "@chat/contract";
import { describe, expect, test } from "vitest";
import { makeGroup } from "../fixtures/group.ts";
import { Air, startNodes } from "../fixtures/nodes.ts";
import { startServer, type TestServer } from "../fixtures/server.ts";
import { openSocket, watchInbox } from "../fixtures/socket.ts";

async function openConsole(server: TestServer) {
  const admin = await server.signUp("Ada Admin");
  return { admin, settings: (await server.chat.callerFor(new Headers(admin.headers))).admin.setting };
}

/** The code of the refusal of a sign-up, or "ok". */
async function trySignUp(server: TestServer, input: { email?: string; invite?: string } = {}): Promise<string> {
  const body = { name: "New", email: input.email ?? `${randomUUID()}@example.com`, password: randomUUID() };
  const response = await fetch(`${server.url}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url },
    body: JSON.stringify({ ...body, ...(input.invite !== undefined && { invite: input.invite }) }),
  });
  return response.ok ? "ok" : ((await response.json()) as { code: string }).code;
}

async function addInvite(server: TestServer, byId: string, invite: { email?: string; role?: string; hours?: number } = {}) {
  const code = randomUUID();
  await server.database.query(
    `INSERT INTO "Invite" (id, "codeHash", email, role, "createdById", "expiresAt")
     VALUES ($1, $2, $3, $4::"UserRole", $5, now() + make_interval(hours => $6))`,
    [
      randomUUID(),
      createHash("sha256").update(code).digest("hex"),
      invite.email ?? null,
      invite.role ?? "user",
      byId,
      invite.hours ?? 24,
    ],
  );
  return code;
}

const reasonOf = (call: Promise<unknown>) =>
  call.then(
    () => "ok",
    (error: { data?: { reason: string }; reason?: string }) => error.data?.reason ?? error.reason,
  );

/** What a client is told when it connects. */
async function limitsAtStart(socket: ReturnType<typeof openSocket>) {
  using inbox = watchInbox(socket);
  const start = await inbox.until(({ type }) => type === "start");
  return start.type === "start" ? start.limits : null;
}

describe("a setting", () => {
  test("has its default until staff set it, and again after a reset; the environment locks it", async () => {
    await using server = await startServer({ lockedSettings: { siteName: "Locked" } });
    const { settings } = await openConsole(server);
    const { items } = await settings.list();
    expect(items.map(({ key }) => key)).toEqual(settingKeys);
    expect(items.find(({ key }) => key === "siteName")).toMatchObject({ value: "Locked", source: "environment" });
    expect(items.find(({ key }) => key === "messageMaxLength")).toMatchObject({ value: 10_000, source: "default" });
    expect(await reasonOf(settings.set({ key: "siteName", value: "x" }))).toBe("SETTING_LOCKED");
    expect(await reasonOf(settings.reset({ key: "siteName" }))).toBe("SETTING_LOCKED");
    expect(await settings.set({ key: "messageMaxLength", value: 50 })).toMatchObject({ value: 50, source: "console" });
    for (const value of [0, 10_001, "50", null])
      expect(await reasonOf(settings.set({ key: "messageMaxLength", value }))).toBe("INVALID_INPUT");
    expect(await settings.reset({ key: "messageMaxLength" })).toMatchObject({ value: 10_000, source: "default" });
    expect(server.chat.site()).toEqual({ name: "Locked", signUpPolicy: "open" });
  });

  test("of one node is that of the other within two seconds", async () => {
    const air = new Air();
    await using nodes = await startNodes(() => ({ transport: air.transport() }));
    const { settings } = await openConsole(nodes.a);
    await settings.set({ key: "siteName", value: "Ours" });
    const began = performance.now();
    await expect.poll(() => nodes.b.chat.site().name, { timeout: 10_000 }).toBe("Ours");
    expect(performance.now() - began).toBeLessThan(2_500);
  });
});

describe("what a setting does", () => {
  test("message length and edit window bind sends and edits", async () => {
    await using server = await startServer();
    const { settings } = await openConsole(server);
    const { owner, channelId } = await makeGroup(server);
    using at = openSocket(server, owner);
    const send = (text: string) => at.api.message.send.mutate({ channelId, clientId: randomUUID(), text });
    expect(await limitsAtStart(at)).toBeUndefined();
    await settings.set({ key: "messageMaxLength", value: 10 });
    const { id: messageId } = await send("1234567890");
    expect(await reasonOf(send("12345678901"))).toBe("TOO_LONG");
    expect(await reasonOf(at.api.message.edit.mutate({ messageId, text: "12345678901" }))).toBe("TOO_LONG");
    await settings.set({ key: "editWindowMinutes", value: 5 });
    expect(await limitsAtStart(at)).toEqual({ messageText: 10, editMinutes: 5 });
    expect(await reasonOf(at.api.message.edit.mutate({ messageId, text: "in time" }))).toBe("ok");
    await server.database.query(`UPDATE "Message" SET "createdAt" = now() - interval '6 minutes' WHERE id = $1`, [messageId]);
    expect(await reasonOf(at.api.message.edit.mutate({ messageId, text: "late" }))).toBe("EDIT_TOO_LATE");
    expect(await reasonOf(at.api.message.edit.mutate({ messageId, text: "in time" }))).toBe("ok");
    await settings.set({ key: "editWindowMinutes", value: 0 });
    expect(await limitsAtStart(at)).toEqual({ messageText: 10 });
    expect(await reasonOf(at.api.message.edit.mutate({ messageId, text: "late" }))).toBe("ok");
  });

  test("who may create groups: others are refused, and are shown no button", async () => {
    await using server = await startServer();
    const { admin, settings } = await openConsole(server);
    await settings.set({ key: "whoMayCreateGroups", value: "staff" });
    using una = openSocket(server, await server.signUp("Una"));
    using ada = openSocket(server, admin);
    expect(await reasonOf(una.api.channel.createGroup.mutate({ name: "Mine" }))).toBe("FORBIDDEN");
    expect(await reasonOf(ada.api.channel.createGroup.mutate({ name: "Ours" }))).toBe("ok");
    const capabilities = async (socket: typeof una) => {
      using inbox = watchInbox(socket);
      const start = await inbox.until(({ type }) => type === "start");
      return start.type === "start" ? start.capabilities : [];
    };
    expect(await capabilities(una)).not.toContain("groups");
    expect(await capabilities(ada)).toContain("groups");
  });

  test("sign-up: an invite for staff is good as long as who made it may make staff", async () => {
    await using server = await startServer({ lockedSettings: { signUpPolicy: "invite" } });
    const { admin } = await openConsole(server);
    const set = (change: string) => server.database.query(`UPDATE "User" SET ${change} WHERE id = $1`, [admin.id]);
    const code = await addInvite(server, admin.id, { role: "admin" });
    const ordinary = await addInvite(server, admin.id);
    const ban = randomUUID();
    await server.database.query(`INSERT INTO "Sanction" (id, type, "userId") VALUES ($1, 'ban', $2)`, [ban, admin.id]);
    expect(await trySignUp(server, { invite: code })).toBe("INVITE_INVALID");
    await server.database.query(`UPDATE "Sanction" SET "liftedAt" = now() WHERE id = $1`, [ban]);
    for (const change of [`"deactivatedAt" = now()`, `role = 'moderator', "deactivatedAt" = NULL`]) {
      await set(change);
      expect(await trySignUp(server, { invite: code })).toBe("INVITE_INVALID");
    }
    // What it gives is no more than anybody has.
    expect(await trySignUp(server, { invite: ordinary })).toBe("ok");
    await set(`role = 'admin'`);
    expect(await trySignUp(server, { invite: code })).toBe("ok");
  });

  test("sign-up: open to all, by invite once, or closed; the first person of a site always comes in", async () => {
    await using server = await startServer({ lockedSettings: { signUpPolicy: "invite" } });
    const { admin } = await openConsole(server);
    expect(admin.id).toEqual(expect.any(String));
    expect(await trySignUp(server)).toBe("INVITE_NEEDED");
    expect(await trySignUp(server, { invite: "wrong" })).toBe("INVITE_INVALID");
    const email = `${randomUUID()}@example.com`;
    const code = await addInvite(server, admin.id, { email: email.toUpperCase(), role: "moderator" });
    expect(await trySignUp(server, { invite: code })).toBe("INVITE_INVALID");
    expect(await trySignUp(server, { invite: code, email: "no e-mail" })).toBe("INVALID_INPUT");
    expect(await trySignUp(server, { invite: code, email })).toBe("ok");
    expect(await trySignUp(server, { invite: code, email })).toBe("INVITE_INVALID");
    const [used] = await server.database.query(
      `SELECT u.email, u.role, i."usedAt" IS NOT NULL AS "isUsed" FROM "Invite" i JOIN "User" u ON u.id = i."usedById"`,
    );
    expect(used).toEqual({ email, role: "moderator", isUsed: true });
    expect(await trySignUp(server, { invite: await addInvite(server, admin.id, { hours: -1 }) })).toBe("INVITE_INVALID");
    // An account that could not be made leaves the invite as it was.
    const again = await addInvite(server, admin.id);
    expect(await trySignUp(server, { invite: again, email })).not.toBe("ok");
    const both = [trySignUp(server, { invite: again }), trySignUp(server, { invite: again })];
    expect((await Promise.all(both)).toSorted()).toEqual(["INVITE_INVALID", "ok"]);
  });

  test("sign-up closed refuses everybody, invited or not", async () => {
    await using server = await startServer();
    const { admin, settings } = await openConsole(server);
    expect(await trySignUp(server)).toBe("ok");
    await settings.set({ key: "signUpPolicy", value: "closed" });
    expect(await trySignUp(server)).toBe("SIGN_UP_CLOSED");
    expect(await trySignUp(server, { invite: await addInvite(server, admin.id) })).toBe("SIGN_UP_CLOSED");
    expect(server.chat.site().signUpPolicy).toBe("closed");
  });

  test("report reasons and how many reports hide a message", async () => {
    await using server = await startServer();
    const { settings } = await openConsole(server);
    const { owner, members, channelId } = await makeGroup(server, { members: 2 });
    using at = openSocket(server, owner);
    const { id: messageId } = await at.api.message.send.mutate({ channelId, clientId: randomUUID(), text: "hm" });
    const [first, second] = await Promise.all(members.map(({ headers }) => server.chat.callerFor(new Headers(headers))));
    await settings.set({ key: "reportReasons", value: ["spam", "other"] });
    using inbox = watchInbox(at);
    const start = await inbox.until(({ type }) => type === "start");
    expect(start.type === "start" && start.capabilities.filter((one) => one.startsWith("report:"))).toEqual([
      "report:spam",
      "report:other",
    ]);
    expect(await reasonOf(first?.report.create({ messageId, reason: "hate" }) ?? Promise.resolve())).toBe("INVALID_INPUT");
    await settings.set({ key: "hideAtReports", value: 2 });
    const isHidden = async () => (await first?.message.get({ messageId }))?.hiddenAt !== undefined;
    await first?.report.create({ messageId, reason: "spam" });
    expect(await isHidden()).toBe(false);
    await second?.report.create({ messageId, reason: "other" });
    expect(await isHidden()).toBe(true);
  });
});

test("health tells of the database, its migrations, the bus, sockets and this process", async () => {
  const air = new Air();
  await using nodes = await startNodes(() => ({ transport: air.transport() }));
  const admin = await nodes.a.signUp("Ada Admin");
  const { admin: api } = await nodes.a.chat.callerFor(new Headers(admin.headers));
  using socket = openSocket(nodes.a, admin);
  await socket.api.user.me.query();
  await expect.poll(async () => (await api.health.get()).bus, { timeout: 10_000 }).toMatchObject({ isLive: true, otherNodes: 1 });
  expect(await api.health.get()).toMatchObject({
    node: { version: "0.1.0", loopLagMs: { p50: expect.any(Number) } },
    sockets: { open: 1, queuedBytes: 0 },
    database: {
      isReachable: true,
      sizeBytes: expect.any(Number),
      migrations: { unfinished: 0, latest: expect.stringMatching(/^\d{14}_/) },
    },
    bus: { kind: "other", losses: 0 },
  });
});
