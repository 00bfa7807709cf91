import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { callHttp } from "../fixtures/call.ts";
import { findFault } from "../fixtures/debian-program.ts";
import { makeGroup } from "../fixtures/group.ts";
import { startNodes } from "../fixtures/nodes.ts";
import { startRedis } from "../fixtures/redis.ts";
import type { TestServer } from "../fixtures/server.ts";
import { openSocket, watchChannel, watchInbox } from "../fixtures/socket.ts";
import { callerOf, hire, type Staff } from "../fixtures/staff.ts";

const fault = await findFault("redis-server");
let a: TestServer;
let b: TestServer;
let admin: Staff;
let mo: Staff;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  if (fault !== null) return;
  const redis = stack.use(await startRedis());
  ({ a, b } = stack.use(await startNodes(() => ({ redisUrl: redis.url }))));
  admin = await hire(a, "Ada", "admin");
  mo = await hire(a, "Mo", "moderator");
});
beforeEach((context) => {
  if (fault !== null) context.skip(fault);
});
afterAll(() => stack.disposeAsync());

/** Milliseconds within which a sanction bites, on every node. */
const atOnce = 1_000;

async function timed<T>(happening: Promise<T>): Promise<[value: T, ms: number]> {
  const start = performance.now();
  return [await happening, performance.now() - start];
}

describe("a sanction made at one node", () => {
  test("that bans everywhere ends the sockets at both, and leaves a session that sees why, appeals, and nothing else", async () => {
    const { members, channelId } = await makeGroup(a, { members: 1 });
    const [member = mo] = members;
    using atA = openSocket(a, member);
    using atB = openSocket(b, member);
    const watched = [watchInbox(atA), watchChannel(atB, channelId)];
    for (const one of watched) await one.until((event: { type: string }) => event.type === "start" || event.type === "synced");
    const made = await mo.api.admin.sanction.create({ type: "ban", userId: member.id, reason: "Threats", note: "Third time" });
    const [codes, ms] = await timed(Promise.all([atA.closed, atB.closed]));
    expect(codes).toEqual([4401, 4401]);
    expect(ms).toBeLessThan(atOnce);
    const banned = await callerOf(b, member);
    expect((await banned.sanction.mine()).items).toMatchObject([{ id: made.id, type: "ban", reason: "Threats", appeal: null }]);
    expect(JSON.stringify(await banned.sanction.mine())).not.toMatch(/Third time|Mo/);
    await banned.appeal.create({ sanctionId: made.id, text: "It was a play." });
    await expect(banned.appeal.create({ sanctionId: made.id, text: "Again" })).rejects.toMatchObject({ reason: "APPEALED" });
    for (const call of [
      () => banned.user.me(),
      () => banned.session.ticket(),
      () => banned.report.create({ userId: mo.id, reason: "spam" }),
      () => banned.message.list({ channelId }),
    ])
      await expect(call()).rejects.toMatchObject({ reason: "UNAUTHENTICATED" });
    expect(await callHttp(b, member, { path: "sanction.mine", type: "query" }, undefined)).toMatchObject({ reason: "ok" });
    const foreign = { ...member, headers: { ...member.headers, origin: "https://evil.example" } };
    expect((await callHttp(b, foreign, { path: "sanction.mine", type: "query" }, undefined)).status).toBe(403);
    await mo.api.admin.sanction.lift({ sanctionId: made.id });
    const free = await callerOf(b, member);
    expect((await free.sanction.mine()).items).toMatchObject([{ liftedAt: expect.any(String), appeal: { state: "lifted" } }]);
    expect((await free.user.me()).id).toBe(member.id);
  });

  test("that bans in a channel ends what is open there at the other, and nothing else, until it is lifted", async () => {
    const { members, channelId, owner } = await makeGroup(a, { members: 1 });
    const [member = mo] = members;
    using atB = openSocket(b, member);
    using channel = watchChannel(atB, channelId);
    using inbox = watchInbox(atB);
    await channel.until((event) => event.type === "synced");
    const made = await mo.api.admin.sanction.create({ type: "ban", userId: member.id, channelId, reason: "Shouting" });
    const [error, ms] = await timed(channel.error);
    expect(error.data?.reason).toBe("NOT_FOUND");
    expect(ms).toBeLessThan(atOnce);
    await inbox.until((event) => event.type === "sanction");
    const api = await callerOf(b, member);
    await expect(api.message.list({ channelId })).rejects.toMatchObject({ reason: "NOT_FOUND" });
    expect((await api.user.me()).id).toBe(member.id);
    await (await callerOf(a, owner)).message.send({ channelId, clientId: randomUUID(), text: "Behind their back" });
    await mo.api.admin.sanction.lift({ sanctionId: made.id });
    expect((await api.message.list({ channelId })).items.at(-1)?.text).toBe("Behind their back");
    expect(JSON.stringify(inbox.events)).not.toContain("Behind their back");
  });

  test("that mutes is refused at the next send at the other, and told to the person's devices", async () => {
    const { members, channelId } = await makeGroup(a, { members: 1 });
    const [member = mo] = members;
    using atB = openSocket(b, member);
    using inbox = watchInbox(atB);
    await inbox.until((event) => event.type === "start");
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await mo.api.admin.sanction.create({ type: "mute", userId: member.id, reason: "Enough", until });
    await inbox.until((event) => event.type === "sanction", atOnce);
    const sent = atB.api.message.send.mutate({ channelId, clientId: randomUUID(), text: "But" });
    await expect(sent).rejects.toMatchObject({ data: { reason: "MUTED" } });
    const listed = await mo.api.admin.sanction.list({ userId: member.id });
    expect(listed.items).toMatchObject([{ type: "mute", by: { id: mo.id }, until, isInForce: true }]);
    await mo.api.admin.sanction.lift({ sanctionId: listed.items[0]?.id ?? "" });
    await atB.api.message.send.mutate({ channelId, clientId: randomUUID(), text: "But" });
    expect((await mo.api.admin.sanction.list({ userId: member.id })).items).toEqual([]);
    expect((await mo.api.admin.sanction.list({ userId: member.id, state: "ended" })).items).toMatchObject([
      { liftedBy: { id: mo.id } },
    ]);
  });
});

test("a rule's mute and a closed account bite at the other node at once, too", async () => {
  const ada = await callerOf(a, admin);
  const { members, channelId, owner } = await makeGroup(a, { members: 1 });
  const [member = mo] = members;
  const made = await ada.admin.rule.create({
    name: "Spam",
    enabled: true,
    condition: { match: { type: "words", words: ["spam"], whole: true }, accountHours: null, channels: ["public", "private"] },
    action: { type: "mute", minutes: 5, text: "" },
  });
  using atA = openSocket(a, member);
  using atB = openSocket(b, member);
  using inbox = watchInbox(atB);
  await inbox.until((event) => event.type === "start");
  const say = (at: typeof atA, text: string) => at.api.message.send.mutate({ channelId, clientId: randomUUID(), text });
  await expect(say(atA, "spam")).rejects.toMatchObject({ data: { reason: "BLOCKED_BY_RULE" } });
  await inbox.until((event) => event.type === "sanction", atOnce);
  await expect(say(atB, "But")).rejects.toMatchObject({ data: { reason: "MUTED" } });
  await ada.admin.rule.delete({ ruleId: made.id });

  using ownersAtB = openSocket(b, owner);
  using theirs = watchInbox(ownersAtB);
  await theirs.until((event) => event.type === "start");
  const start = performance.now();
  await ada.admin.user.deactivate({ userId: owner.id });
  expect(await ownersAtB.closed).toBe(4401);
  expect(performance.now() - start).toBeLessThan(atOnce);
});

test("nobody sanctions themselves, nor a moderator staff, nor till yesterday", async () => {
  const una = await hire(a, "Una", "user");
  const max = await hire(a, "Max", "moderator");
  const create = (userId: string, more: object = {}) =>
    mo.api.admin.sanction.create({ type: "mute", userId, reason: "Enough", ...more });
  for (const userId of [mo.id, max.id]) await expect(create(userId)).rejects.toMatchObject({ reason: "FORBIDDEN" });
  await expect(create(randomUUID())).rejects.toMatchObject({ reason: "NOT_FOUND" });
  await expect(create(una.id, { channelId: randomUUID() })).rejects.toMatchObject({ reason: "NOT_FOUND" });
  await expect(create(una.id, { until: "2020-01-01T00:00:00.000Z" })).rejects.toMatchObject({ reason: "INVALID_INPUT" });
  expect((await una.api.sanction.mine()).items).toEqual([]);
});
