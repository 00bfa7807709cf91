import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { ChannelLiveEvent } from "@chat/contract";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { patienceMs, sizes } from "../chaos/size.ts";
import { openClient } from "../fixtures/chat-client.ts";
import { makeGroup } from "../fixtures/group.ts";
import { Air, startNodes, type Fault } from "../fixtures/nodes.ts";
import type { Person } from "../fixtures/server.ts";
import { openSocket, watchChannel, watchInbox, type TestSocket } from "../fixtures/socket.ts";

const texts = (events: readonly ChannelLiveEvent[]) =>
  events.flatMap((event) => (event.type === "message" && event.message.kind === "text" ? [event.message.text] : []));
const versions = (events: readonly ChannelLiveEvent[]) =>
  events.flatMap((event) => (event.type === "message" ? [event.version] : []));
const send = (socket: Pick<TestSocket, "api">, channelId: string, text: string) =>
  socket.api.message.send.mutate({ channelId, clientId: randomUUID(), text });

interface Close {
  readonly at: number;
  readonly code: number;
  readonly reason: string;
}

/** An open socket for each of them, and how they end. Use with `using`. */
async function openEach(server: { url: string }, people: readonly Pick<Person, "headers">[]) {
  const sockets = people.map(({ headers }) => new WebSocket(`${server.url.replace("http", "ws")}/api/trpc`, { headers }));
  await Promise.all(sockets.map((socket) => once(socket, "open")));
  const ends = sockets.map(
    (socket) =>
      new Promise<Close>((resolve) =>
        socket.once("close", (code, reason) => resolve({ at: performance.now(), code, reason: reason.toString() })),
      ),
  );
  return {
    closes: () => Promise.all(ends),
    [Symbol.dispose]: () => sockets.forEach((socket) => socket.terminate()),
  };
}

/** Loses a tenth, repeats a tenth, and hands on the rest in another order: each text may be overtaken by 50 that came after it. */
function mangle(seed: number): Fault {
  let state = seed;
  const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  const held: { text: string; deliver: (text: string) => void }[] = [];
  return (text, deliver) => {
    const fate = random();
    if (fate > 0.1) held.push({ text, deliver });
    if (fate > 0.9) held.push({ text, deliver });
    while (held.length > 50 || (held.length > 0 && random() < 0.3)) {
      const [next] = held.splice(Math.floor(random() * held.length), 1);
      next?.deliver(next.text);
    }
  };
}

describe("two nodes", () => {
  test("are one: messages, typing, reads and joins reach who is at the other", async () => {
    const air = new Air();
    await using nodes = await startNodes(() => ({ transport: air.transport() }));
    const { owner, members, channelId } = await makeGroup(nodes.a, { members: 1 });
    const [member = owner] = members;
    using atA = openSocket(nodes.a, owner);
    using atB = openSocket(nodes.b, member);
    using live = watchChannel(atB, channelId);
    using inbox = watchInbox(atB);
    await Promise.all([live.until(({ type }) => type === "synced"), inbox.until(({ type }) => type === "start")]);
    const sent = await send(atA, channelId, "hello");
    await live.until((event) => event.type === "message" && event.message.id === sent.id);
    await atA.api.channel.typing.mutate({ channelId });
    await live.until((event) => event.type === "typing" && event.user.id === owner.id);
    await atA.api.channel.markRead.mutate({ channelId, seq: sent.seq });
    await live.until(
      (event) =>
        event.type === "read" && event.cursors.some(({ userId, readSeq }) => userId === owner.id && readSeq === sent.seq),
    );
    const { channel } = await atA.api.channel.createGroup.mutate({ name: "Another", memberIds: [member.id] });
    await inbox.until((event) => event.type === "member" && event.channelId === channel.id);
    await send(atA, channel.id, "in another");
    await inbox.until((event) => event.type === "message" && event.message.text === "in another");
    expect(versions(live.events)).toEqual(versions(live.events).toSorted((x, y) => x - y));
  });

  test.each([1, 2, 3])(
    "that lose, repeat and reorder what they tell one another show each version once, in order (R16, seed %i)",
    { timeout: patienceMs },
    async (seed) => {
      const { rounds } = sizes.mangleBus;
      const air = new Air(mangle(seed));
      await using nodes = await startNodes(() => ({ transport: air.transport() }));
      const { owner, members, channelId } = await makeGroup(nodes.a, { members: 1 });
      const [member = owner] = members;
      using atA = openSocket(nodes.a, owner);
      using atB = openSocket(nodes.b, member);
      using liveA = watchChannel(atA, channelId, { since: 0 });
      using liveB = watchChannel(atB, channelId, { since: 0 });
      await Promise.all([liveA, liveB].map((live) => live.until(({ type }) => type === "synced")));
      for (let round = 0; round < rounds; round += 1) {
        await Promise.all([...Array(5).keys()].map((i) => send(i % 2 === 0 ? atA : atB, channelId, `${round}.${i}`)));
      }
      const last = await send(atA, channelId, "last");
      for (const live of [liveA, liveB]) {
        await live.until((event) => "version" in event && event.version === last.version, patienceMs / 2);
        expect(texts(live.events)).toHaveLength(rounds * 5 + 1);
        expect(new Set(texts(live.events)).size).toBe(rounds * 5 + 1);
        expect(versions(live.events)).toEqual([...new Set(versions(live.events))].toSorted((x, y) => x - y));
      }
      expect(texts(liveA.events)).toEqual(texts(liveB.events));
    },
  );

  test("that lose every second word keep lists and counts right, memberships too", async () => {
    let isLossy = false;
    let turn = 0;
    const air = new Air((text, deliver) => {
      turn += 1;
      if (!isLossy || turn % 2 === 0) deliver(text);
    });
    await using nodes = await startNodes(() => ({ transport: air.transport() }));
    const { owner, members, channelId } = await makeGroup(nodes.a, { members: 1 });
    const [member = owner] = members;
    using atA = openSocket(nodes.a, owner);
    using atB = openClient(nodes.b, member);
    await atB.until(() => atB.unread(channelId) === 0);
    isLossy = true;
    for (let i = 0; i < 10; i += 1) await send(atA, channelId, `[@You](mention:${member.id}) ${i}`);
    const { channel } = await atA.api.channel.createGroup.mutate({ name: "New", memberIds: [member.id] });
    await send(atA, channel.id, "first");
    await atB.until(() => atB.unread(channelId) === 10 && atB.unread(channel.id) === 1);
    isLossy = false;
    await send(atA, channel.id, "second");
    await atB.until(() => atB.unread(channel.id) === 2);
    const { items } = await atA.api.channel.list.query({});
    expect(items.map((item) => item.channel.id).toSorted()).toEqual([channelId, channel.id].toSorted());
  });
});

describe("a node that dies between commit and publish", () => {
  test("leaves nobody behind: its last message is found by its silence (≤ 3 s at real beats)", async () => {
    let isDead = false;
    const air = new Air((text, deliver) => {
      if (!isDead || text.startsWith('{"node":"b')) deliver(text);
    });
    const dying = air.transport();
    const mute = { ...dying, send: (topic: number, text: string) => void (isDead || dying.send(topic, text)) };
    await using nodes = await startNodes((index) => ({ transport: index === 0 ? mute : air.transport(), nodeTiming: {} }));
    const { owner, members, channelId } = await makeGroup(nodes.a, { members: 1 });
    const [member = owner] = members;
    using atA = openSocket(nodes.a, owner);
    using atB = openSocket(nodes.b, member);
    using live = watchChannel(atB, channelId);
    using inboxed = openClient(nodes.b, member);
    await live.until(({ type }) => type === "synced");
    await inboxed.until(() => inboxed.unread(channelId) === 0);
    await send(atA, channelId, "heard");
    await live.until((event) => event.type === "message" && event.message.text === "heard");
    isDead = true;
    const start = performance.now();
    await send(atA, channelId, "last words");
    await live.until((event) => event.type === "message" && event.message.text === "last words");
    expect(performance.now() - start).toBeLessThan(3_000);
    await inboxed.until(() => inboxed.unread(channelId) === 2);
    expect(texts(live.events)).toEqual(["heard", "last words"]);
  });

  test("is missed: who was only there is offline soon, who came to the other is not", async () => {
    let isDead = false;
    const air = new Air((text, deliver) => isDead || deliver(text));
    await using nodes = await startNodes(() => ({ transport: air.transport() }));
    const { owner, members } = await makeGroup(nodes.b, { members: 2 });
    const [gone = owner, moved = owner] = members;
    const api = await nodes.a.chat.callerFor(new Headers(owner.headers));
    for (const person of members) await api.channel.openDirect({ userId: person.id });
    using watching = openSocket(nodes.a, owner);
    using inbox = watchInbox(watching);
    await inbox.until(({ type }) => type === "start");
    const seen = (person: { id: string }, online: boolean) =>
      inbox.until((event) => event.type === "presence" && event.userId === person.id && event.online === online);
    using goneAtB = openSocket(nodes.b, gone);
    using movedAtB = openSocket(nodes.b, moved);
    await Promise.all([goneAtB, movedAtB].map((socket) => socket.api.user.me.query()));
    await Promise.all([seen(gone, true), seen(moved, true)]);
    using movedAtA = openSocket(nodes.a, moved);
    await movedAtA.api.user.me.query();
    isDead = true;
    await seen(gone, false);
    expect((await api.user.get({ userId: gone.id })).online).toBe(false);
    expect((await api.user.get({ userId: moved.id })).online).toBe(true);
    isDead = false;
    await expect.poll(async () => (await api.user.get({ userId: gone.id })).online, { timeout: 5_000 }).toBe(true);
  });
});

test("a node that stops sends its people on one by one while another stays, and the last closes all at once", async () => {
  const air = new Air();
  await using nodes = await startNodes(() => ({ transport: air.transport() }));
  const { members } = await makeGroup(nodes.a, { members: 6 });
  using atB = await openEach(nodes.b, members);
  await nodes.b[Symbol.asyncDispose]();
  const moved = await atB.closes();
  expect(moved.map(({ code, reason }) => `${code} ${reason}`)).toEqual(members.map(() => "1012 moved"));
  // 16 ms apart by the server's clock; here their ends may be read together.
  expect(Math.max(...moved.map(({ at }) => at)) - Math.min(...moved.map(({ at }) => at))).toBeGreaterThan(40);

  using atA = await openEach(nodes.a, members);
  await nodes.a[Symbol.asyncDispose]();
  const stopped = await atA.closes();
  expect(stopped.map(({ code, reason }) => `${code} ${reason}`)).toEqual(members.map(() => "1012 restarting"));
});

test("presence that got lost on the way is asked for", async () => {
  const air = new Air((text, deliver) => text.includes('"kind":"presence",') || deliver(text));
  await using nodes = await startNodes(() => ({ transport: air.transport() }));
  const { owner, members } = await makeGroup(nodes.a, { members: 1 });
  const [member = owner] = members;
  using atB = openSocket(nodes.b, member);
  await atB.api.user.me.query();
  const api = await nodes.a.chat.callerFor(new Headers(owner.headers));
  await expect.poll(async () => (await api.user.get({ userId: member.id })).online, { timeout: 5_000 }).toBe(true);
});
