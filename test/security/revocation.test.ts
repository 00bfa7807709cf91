import { randomUUID } from "node:crypto";
import type { ChannelLiveEvent, InboxLiveEvent } from "@chat/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { callHttp, callSocket, takeTicket, type Procedure } from "../fixtures/call.ts";
import { Air, startNodes } from "../fixtures/nodes.ts";
import type { Person, TestServer } from "../fixtures/server.ts";
import { signToken } from "../fixtures/sign-token.ts";
import { size } from "../chaos/size.ts";
import { openSocket, watchChannel, watchInbox, type TestSocket, type Watch } from "../fixtures/socket.ts";

/** Everything is done at this node; the victims sit at it and at the other one. */
let server: TestServer;
let nodes: readonly TestServer[];
let admin: Person;
let owner: Person;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  const air = new Air();
  const { a, b } = stack.use(await startNodes(() => ({ transport: air.transport() })));
  server = a;
  nodes = [a, b];
  admin = await server.signUp("The site's admin");
  owner = await server.signUp("Olive");
});
afterAll(() => stack.disposeAsync());

/**
 * What an event or a close frame takes at most, on both nodes; and what the re-check does, which begins every 5 s and ends with its query: no bound
 * below 5 s and that query can hold. In milliseconds, with some for a busy machine.
 */
const atOnce = 1_000;
const byRecheck = 5_000 + size(1_500, 500);

/** Where a member sits, with the room and their inbox open. */
interface Seat {
  readonly socket: TestSocket;
  readonly channel: Watch<ChannelLiveEvent>;
  readonly inbox: Watch<InboxLiveEvent>;
}

/** A member with a seat at each node, and another channel that stays theirs. */
interface Victim extends AsyncDisposable {
  readonly person: Person;
  readonly seats: readonly Seat[];
  readonly channelId: string;
  readonly messageId: string;
  readonly otherChannelId: string;
}

/** Of every seat. */
const atSeats = <T>({ seats }: Pick<Victim, "seats">, look: (seat: Seat) => Promise<T>) => Promise.all(seats.map(look));
const both = <T>(value: T): [T, T] => [value, value];
const heard = ({ seats }: Pick<Victim, "seats">, text: string) =>
  seats.flatMap(({ socket }) => socket.frames.filter((frame) => frame.includes(text)));

const ownersApi = () => server.chat.callerFor(new Headers(owner.headers));
const adminsApi = () => server.chat.callerFor(new Headers(admin.headers));
const say = async (channelId: string, text: string) =>
  (await ownersApi()).message.send({ channelId, clientId: randomUUID(), text });

async function seatVictim(person?: Person): Promise<Victim> {
  await using own = new AsyncDisposableStack();
  const who = person ?? (await server.signUp("Vic"));
  const api = await ownersApi();
  const rooms = [await api.channel.createGroup({ name: "Room" }), await api.channel.createGroup({ name: "Other room" })].map(
    ({ channel }) => channel.id,
  );
  const [channelId = "", otherChannelId = ""] = rooms;
  // Put there by SQL, since a host's person cannot be found.
  await server.database.query(
    `WITH h AS (UPDATE "ChannelHead" SET version = version + 1, "memberCount" = "memberCount" + 1 WHERE "channelId" = ANY($1::uuid[]) RETURNING "channelId", version)
     INSERT INTO "Member" ("channelId", "userId", version) SELECT "channelId", $2, version FROM h`,
    [rooms, who.id],
  );
  const message = await (
    await server.chat.callerFor(new Headers(who.headers))
  ).message.send({ channelId, clientId: "own", text: "Own words" });
  const seats = nodes.map((node) => {
    const socket = own.use(openSocket(node, who));
    return { socket, channel: own.use(watchChannel(socket, channelId)), inbox: own.use(watchInbox(socket)) };
  });
  await atSeats({ seats }, ({ channel }) => channel.until((event) => event.type === "synced"));
  await atSeats({ seats }, ({ inbox }) => inbox.until((event) => event.type === "start"));
  const owned = own.move();
  return {
    person: who,
    seats,
    channelId,
    messageId: message.id,
    otherChannelId,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

const sanction = (userId: string, channelId: string | null) =>
  server.database.query(`INSERT INTO "Sanction" (id, type, "userId", "channelId") VALUES (gen_random_uuid(), 'ban', $1, $2)`, [
    userId,
    channelId,
  ]);

/** Milliseconds until something happens, from when it is begun. */
async function timed<T>(begin: () => Promise<unknown>, happening: Promise<T>): Promise<[value: T, ms: number]> {
  await begin();
  const start = performance.now();
  return [await happening, performance.now() - start];
}

/** Everything that one does with a channel that is gone, and the refusal of each. */
async function expectShutOut(victim: Victim, reasons: { read: string; write: string }): Promise<void> {
  const { channelId, messageId, person, seats } = victim;
  const calls: [path: string, type: Procedure["type"], input: object, reason: string][] = [
    ["channel.get", "query", { channelId }, reasons.read],
    ["message.list", "query", { channelId }, reasons.read],
    ["message.changes", "query", { channelId, since: 0 }, reasons.read],
    ["message.get", "query", { messageId }, reasons.read],
    ["message.readers", "query", { messageId }, reasons.read],
    ["member.list", "query", { channelId }, reasons.read],
    ["channel.markRead", "mutation", { channelId, seq: 1 }, reasons.read],
    ["channel.typing", "mutation", { channelId }, reasons.read],
    ["message.send", "mutation", { channelId, clientId: "after", text: "After" }, reasons.write],
    ["message.edit", "mutation", { messageId, text: "After" }, reasons.write],
    ["message.delete", "mutation", { messageId }, reasons.write],
    ["reaction.add", "mutation", { messageId, emoji: "👍" }, reasons.write],
    ["channel.update", "mutation", { channelId, name: "After" }, reasons.write],
  ];
  for (const [path, type, input, reason] of calls) {
    const answers = await Promise.all([
      ...nodes.map((node) => callHttp(node, person, { path, type }, input)),
      ...seats.map(({ socket }) => callSocket(socket, { path, type }, input)),
    ]);
    expect([path, ...answers.map((answer) => answer.reason)]).toEqual([path, ...both(reason), ...both(reason)]);
  }
  const live = await atSeats(victim, ({ socket }) =>
    callSocket(socket, { path: "live.channel", type: "subscription" }, { channelId, since: 0 }),
  );
  expect(live.map(({ reason }) => reason)).toEqual(both(reasons.read));
}

describe("who loses a channel", () => {
  test.each([
    [
      "by leaving",
      async ({ person, channelId }: Victim) =>
        (await server.chat.callerFor(new Headers(person.headers))).channel.leave({ channelId }),
    ],
    [
      "by being removed",
      async ({ person, channelId }: Victim) => (await ownersApi()).member.remove({ channelId, userId: person.id }),
    ],
  ])("%s hears the end of it at once, and nothing more", async (_, lose) => {
    await using victim = await seatVictim();
    const { channelId, otherChannelId, seats } = victim;
    const [errors, ms] = await timed(
      () => lose(victim),
      atSeats(victim, ({ channel }) => channel.error),
    );
    expect(errors.map(({ data }) => data?.reason)).toEqual(both("NOT_FOUND"));
    expect(ms).toBeLessThan(atOnce);
    const before = seats.map(({ channel }) => channel.events.length);
    await say(channelId, "a-secret");
    await say(otherChannelId, "a-greeting");
    await atSeats(victim, ({ inbox }) => inbox.until((event) => event.type === "message" && event.message.text === "a-greeting"));
    expect(seats.map(({ channel }) => channel.events.length)).toEqual(before);
    expect(heard(victim, "a-secret")).toEqual([]);
    await expectShutOut(victim, { read: "NOT_FOUND", write: "NOT_FOUND" });
  });

  test("comes back with a new invitation, in the same inbox", async () => {
    await using victim = await seatVictim();
    const { person, channelId } = victim;
    const api = await ownersApi();
    await api.member.remove({ channelId, userId: person.id });
    await atSeats(victim, ({ channel }) => channel.error);
    await api.member.add({ channelId, userIds: [person.id] });
    await say(channelId, "welcome-back");
    await atSeats(victim, ({ inbox }) =>
      inbox.until((event) => event.type === "message" && event.message.text === "welcome-back"),
    );
  });
});

describe.concurrent("who is banned, deactivated or signed out where no event tells of it", () => {
  test("is found by the re-check of each node, in the channel or everywhere (S9)", async () => {
    const { database } = server;
    await using inRoom = await seatVictim();
    await using everywhere = await seatVictim();
    await using deactivated = await seatVictim();
    await using erased = await seatVictim();
    await using ran = await seatVictim();
    const start = performance.now();
    await sanction(inRoom.person.id, inRoom.channelId);
    await sanction(everywhere.person.id, null);
    await database.query(`UPDATE "User" SET "deactivatedAt" = now() WHERE id = $1`, [deactivated.person.id]);
    await database.query(`DELETE FROM "Session" WHERE "userId" = $1`, [erased.person.id]);
    await database.query(`UPDATE "Session" SET "expiresAt" = now() WHERE "userId" = $1`, [ran.person.id]);
    const gone = [everywhere, deactivated, erased, ran];
    const [errors, ...codes] = await Promise.all([
      atSeats(inRoom, ({ channel }) => channel.error),
      ...gone.map((victim) => atSeats(victim, ({ socket }) => socket.closed)),
    ]);
    expect(performance.now() - start).toBeLessThan(byRecheck);
    expect(errors.map(({ data }) => data?.reason)).toEqual(both("NOT_FOUND"));
    expect(codes).toEqual(gone.map(() => both(4401)));
    // Not a word to any of them, not even after they came back as nobody.
    for (const victim of [inRoom, ...gone]) await say(victim.channelId, "a-secret");
    await say(inRoom.otherChannelId, "a-greeting");
    await atSeats(inRoom, ({ inbox }) => inbox.until((event) => event.type === "message" && event.message.text === "a-greeting"));
    for (const victim of gone) {
      const ends = await atSeats(victim, ({ channel }) => channel.error);
      expect(ends.map(({ data }) => data?.reason)).toEqual(both("UNAUTHENTICATED"));
    }
    for (const victim of [inRoom, ...gone]) expect(heard(victim, "a-secret")).toEqual([]);
    await expectShutOut(inRoom, { read: "NOT_FOUND", write: "BANNED" });
    for (const victim of gone) await expectShutOut(victim, { read: "UNAUTHENTICATED", write: "UNAUTHENTICATED" });
  });

  test("is refused at the very next call, before any re-check", async () => {
    await using victim = await seatVictim();
    await sanction(victim.person.id, victim.channelId);
    await expectShutOut(victim, { read: "NOT_FOUND", write: "BANNED" });
  });

  test("hears a channel again when the ban is lifted", async () => {
    await using victim = await seatVictim();
    const { person, channelId } = victim;
    await sanction(person.id, channelId);
    await atSeats(victim, ({ channel }) => channel.error);
    await server.database.query(`UPDATE "Sanction" SET "liftedAt" = now() WHERE "userId" = $1`, [person.id]);
    expect(await atSeats(victim, ({ socket }) => socket.closed)).toEqual(both(1012));
    await atSeats(victim, ({ inbox }) => inbox.until((event) => event.type === "start" && inbox.events.indexOf(event) > 0));
    await say(channelId, "welcome-back");
    await atSeats(victim, ({ inbox }) =>
      inbox.until((event) => event.type === "message" && event.message.text === "welcome-back"),
    );
  });

  test("holds a token that ran out", async () => {
    const sub = randomUUID();
    const known = await server.tokenUser(sub);
    // Clocks may differ by a minute: this one has 3 to 4 s left.
    const person = { ...known, headers: { authorization: `Bearer ${await signToken(sub, {}, { exp: -56 })}` } };
    await using victim = await seatVictim(person);
    expect(await atSeats(victim, ({ socket }) => socket.closed)).toEqual(both(4401));
    for (const node of nodes)
      expect((await callHttp(node, person, { path: "user.me", type: "query" }, undefined)).reason).toBe("UNAUTHENTICATED");
  });
});

describe("who signs out, or is signed out", () => {
  const account = (path: string, who: Person, body: object) =>
    fetch(`${server.url}/api/auth/${path}`, {
      method: "POST",
      headers: { ...who.headers, "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  /** The same person on another device. */
  async function signInAgain({ email, password, id, name }: Person): Promise<Person> {
    const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: server.url },
      body: JSON.stringify({ email, password }),
    });
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    return { id, name, email, password, headers: { cookie, origin: server.url } };
  }

  const sessionIdOf = async (who: Person) => {
    const { items } = await (await server.chat.callerFor(new Headers(who.headers))).session.list();
    return items.find(({ current }) => current)?.id ?? "";
  };

  test.each([
    ["by their own word", async ({ person }: Victim) => account("sign-out", person, {})],
    [
      "from another device",
      async ({ person }: Victim, other: Person) =>
        (await server.chat.callerFor(new Headers(other.headers))).session.revoke({ sessionId: await sessionIdOf(person) }),
    ],
    [
      "with all other devices",
      async (_: Victim, other: Person) => (await server.chat.callerFor(new Headers(other.headers))).session.revokeOthers(),
    ],
    [
      "by a new password",
      async ({ person }: Victim, other: Person) =>
        account("change-password", other, { currentPassword: person.password, newPassword: randomUUID() }),
    ],
    ["by a moderator", async ({ person }: Victim) => (await adminsApi()).admin.user.signOut({ userId: person.id })],
    ["by being deactivated", async ({ person }: Victim) => (await adminsApi()).admin.user.deactivate({ userId: person.id })],
    [
      "by being banned",
      async ({ person }: Victim) => (await adminsApi()).admin.sanction.create({ userId: person.id, type: "ban", reason: "x" }),
    ],
  ])("%s has every socket closed at once, at every node, and nothing more is heard or done (S9)", async (_, end) => {
    await using victim = await seatVictim();
    const other = await signInAgain(victim.person);
    const [codes, ms] = await timed(
      () => end(victim, other),
      atSeats(victim, ({ socket }) => socket.closed),
    );
    expect(codes).toEqual(both(4401));
    expect(ms).toBeLessThan(atOnce);
    await say(victim.channelId, "a-secret");
    const ends = await atSeats(victim, ({ channel }) => channel.error);
    expect(ends.map(({ data }) => data?.reason)).toEqual(both("UNAUTHENTICATED"));
    expect(heard(victim, "a-secret")).toEqual([]);
    await expectShutOut(victim, { read: "UNAUTHENTICATED", write: "UNAUTHENTICATED" });
  });

  test("cannot open an event stream with a ticket taken before", async () => {
    const person = await server.signUp("Vic");
    const { ticket } = await takeTicket(server, person);
    await account("sign-out", person, {});
    const response = await fetch(`${server.url}/api/trpc/live.inbox?ticket=${ticket}`);
    expect(response.status).toBe(401);
  });

  test("cannot go on by ignoring the close frame", async () => {
    const person = await server.signUp("Vic");
    const { channel } = await (await ownersApi()).channel.createGroup({ name: "Room", memberIds: [person.id] });
    const socket = new WebSocket(`${server.url.replace("http", "ws")}/api/trpc`, { headers: { ...person.headers } });
    const told = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    const cut = new Promise((resolve) => socket.once("close", resolve));
    socket.on("message", () => answered.resolve());
    await new Promise((resolve) => socket.once("open", resolve));
    const send = (id: number, text: string) => {
      const input = { channelId: channel.id, clientId: text, text };
      socket.send(JSON.stringify({ id, jsonrpc: "2.0", method: "mutation", params: { path: "message.send", input } }));
    };
    send(1, "before");
    await answered.promise;
    // What `ws` would answer a close frame with.
    socket.close = () => told.resolve();
    await account("sign-out", person, {});
    await told.promise;
    for (let id = 2; id < 20; id += 1) send(id, `after-${id}`);
    await cut;
    const stored = await server.database.query<{ text: string }>(`SELECT text FROM "Message" WHERE "authorId" = $1`, [person.id]);
    expect(stored.map(({ text }) => text)).toEqual(["before"]);
  });
});
