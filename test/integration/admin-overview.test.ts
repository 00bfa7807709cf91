import { randomUUID } from "node:crypto";
import type { OverviewHistory, OverviewNow } from "@chat/contract";
import { expect, test, vi } from "vitest";
import { startKeepingDays } from "../../packages/server/src/admin/keep-days.ts";
import { silentLogger } from "../../packages/server/src/logger.ts";
import { callHttp } from "../fixtures/call.ts";
import { Air, startNodes } from "../fixtures/nodes.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { openSocket } from "../fixtures/socket.ts";

async function ask<T>(server: TestServer, who: Person, verb: string, input?: object): Promise<T> {
  const answer = await callHttp(server, who, { path: `admin.overview.${verb}`, type: "query" }, input);
  expect(answer.reason, answer.message).toBe("ok");
  return answer.data as T;
}

const dayOf = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** Messages of a group, so many on each of these days ago, and a reader's threads' too. */
async function write(server: TestServer, group: { id: string; authorId: string }, perDay: Record<number, number>): Promise<void> {
  let seq = 1_000;
  for (const [ago, count] of Object.entries(perDay))
    for (let n = 0; n < count; n += 1, seq += 1)
      await server.database.query(
        `INSERT INTO "Message" (id, "channelId", seq, version, "authorId", "clientId", text, "messageCount", "broadcastCount", "createdAt")
         VALUES ($1::uuid, $2, $3, $3, $4, $1::text, 'x', $3, 0, ($5::date::timestamp + interval '1 second') AT TIME ZONE 'UTC')`,
        [randomUUID(), group.id, seq, group.authorId, dayOf(Number(ago))],
      );
}

async function makeGroup(who: Person, server: TestServer, name: string): Promise<{ id: string; authorId: string }> {
  const caller = await server.chat.callerFor(new Headers(who.headers));
  const { channel } = await caller.channel.createGroup({ name });
  return { id: channel.id, authorId: who.id };
}

test("the overview counts who is here and what was written", async () => {
  await using server = await startServer();
  const admin = await server.signUp("Ada");
  const member = await server.signUp("Member");
  using socket = openSocket(server, member);
  const caller = await server.chat.callerFor(new Headers(member.headers));
  const { channel } = await caller.channel.createGroup({ name: "Now" });
  await socket.api.message.send.mutate({ channelId: channel.id, clientId: "one", text: "Hello" });
  await expect
    .poll(async () => (await server.database.query(`SELECT FROM "ActiveDay" WHERE "userId" = $1`, [member.id])).length)
    .toBe(1);
  const now = await ask<OverviewNow>(server, admin, "now");
  expect(now).toMatchObject({ online: 1, connections: 1, messagesPerMinute: 1, dailyActive: 1, people: 2, openCases: 0 });
  expect(now.storageBytes).toBeGreaterThan(1_000_000);
  const hours = await ask<OverviewHistory>(server, admin, "history", { range: "24h" });
  expect(hours.points).toHaveLength(24);
  expect(hours.points.filter(({ messages }) => messages > 0)).toMatchObject([{ messages: 1, active: 1 }]);
  expect(hours.busiest).toEqual([{ channelId: channel.id, name: "Now", messages: 1, members: 1 }]);
});

test("who is here since yesterday counts beside who was here today, and connections of all servers count", async () => {
  const air = new Air();
  await using nodes = await startNodes(() => ({ transport: air.transport() }));
  const admin = await nodes.a.signUp("Ada");
  const [stays, left] = [await nodes.a.signUp("Stays"), await nodes.a.signUp("Left")];
  using here = openSocket(nodes.b, stays);
  await here.api.user.me.query();
  const active = () => nodes.a.database.query(`SELECT FROM "ActiveDay" WHERE "userId" = $1`, [stays.id]);
  await expect.poll(active).toHaveLength(1);
  await nodes.a.database.query(`UPDATE "User" SET "lastSeenAt" = now() - interval '2 days' WHERE id = $1`, [stays.id]);
  await nodes.a.database.query(`UPDATE "User" SET "lastSeenAt" = now() WHERE id = $1`, [left.id]);
  await expect.poll(async () => (await ask<OverviewNow>(nodes.b, admin, "now")).connections).toBe(1);
  await expect.poll(async () => (await ask<OverviewNow>(nodes.a, admin, "now")).connections).toBe(1);
  expect(await ask<OverviewNow>(nodes.b, admin, "now")).toMatchObject({ online: 1, dailyActive: 2, weeklyActive: 2 });
});

test("who stays over midnight is here on both days", async () => {
  const air = new Air();
  await using nodes = await startNodes(() => ({ transport: air.transport() }));
  const person = await nodes.a.signUp("Night owl");
  using here = openSocket(nodes.a, person);
  await here.api.user.me.query();
  const days = async () =>
    (await nodes.a.database.query<{ day: string }>(`SELECT day::text FROM "ActiveDay" WHERE "userId" = $1`, [person.id])).map(
      ({ day }) => day,
    );
  await expect.poll(days).toEqual([dayOf(0)]);
  const [today, tomorrow] = [dayOf(0), dayOf(-1)];
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${tomorrow}T00:00:01Z`) });
  try {
    await expect.poll(days).toEqual([today, tomorrow]);
  } finally {
    vi.useRealTimers();
  }
});

test("each day of a range is told, a day that is over from what was kept of it", async () => {
  await using server = await startServer();
  const admin = await server.signUp("Ada");
  const quiet = await makeGroup(admin, server, "Quiet");
  const busy = await makeGroup(admin, server, "Busy");
  await write(server, quiet, { 1: 1, 5: 1 });
  await write(server, busy, { 1: 3, 2: 2, 40: 5 });
  await server.database.query(`INSERT INTO "ActiveDay" (day, "userId") VALUES ($1, $2)`, [dayOf(2), admin.id]);
  const week = await ask<OverviewHistory>(server, admin, "history", { range: "7d" });
  const counted = week.points.filter(({ messages }) => messages > 0).map(({ at, messages }) => `${at.slice(0, 10)} ${messages}`);
  expect(week.points.map(({ at }) => at.slice(0, 10))).toEqual([6, 5, 4, 3, 2, 1, 0].map(dayOf));
  expect(counted).toEqual([`${dayOf(5)} 1`, `${dayOf(2)} 2`, `${dayOf(1)} 4`]);
  expect(week.points.find(({ at }) => at.startsWith(dayOf(2)))?.active).toBe(1);
  expect(week.busiest.map(({ name, messages }) => `${name} ${messages}`)).toEqual(["Busy 5", "Quiet 2"]);
  // What is kept counts, and not the rows once more.
  await server.database.query(`UPDATE "DayTotal" SET messages = 100 WHERE day = $1`, [dayOf(5)]);
  const quarter = await ask<OverviewHistory>(server, admin, "history", { range: "90d" });
  expect(quarter.points).toHaveLength(90);
  expect(quarter.points.find(({ at }) => at.startsWith(dayOf(5)))?.messages).toBe(100);
  expect(quarter.points.find(({ at }) => at.startsWith(dayOf(40)))?.messages).toBe(5);
  expect(quarter.busiest[0]).toMatchObject({ name: "Busy", messages: 10 });
});

test("days that are over are counted before anybody asks", async () => {
  await using server = await startServer();
  const admin = await server.signUp("Ada");
  const group = await makeGroup(admin, server, "Early");
  await write(server, group, { 0: 1, 3: 2 });
  const kept = startKeepingDays({ db: server.database, log: silentLogger, firstMs: 1, everyMs: 1 });
  const counted = () => server.database.query(`SELECT to_char(day, 'YYYY-MM-DD') AS day FROM "DayTotal" WHERE messages = 2`);
  await expect.poll(counted).toEqual([{ day: dayOf(3) }]);
  await kept.stop();
  await server.database.query(`UPDATE "DayTotal" SET messages = 100 WHERE day = $1`, [dayOf(3)]);
  const week = await ask<OverviewHistory>(server, admin, "history", { range: "7d" });
  expect(week.points.map(({ messages }) => messages)).toEqual([0, 0, 0, 100, 0, 0, 1]);
});
