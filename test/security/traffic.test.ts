import { randomUUID } from "node:crypto";
import { liveEventSchema, type ChannelLiveEvent, type InboxLiveEvent } from "@chat/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callSocket, proceduresOf, type Answer } from "../fixtures/call.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { signToken } from "../fixtures/sign-token.ts";
import { openSocket, watchChannel, watchInbox, type TestSocket, type Watch } from "../fixtures/socket.ts";
import { product, type Product } from "./place.ts";

// Everybody's sockets are recorded while every mutation runs. Private texts hold words that nobody else uses, each with those who may read it.
const inside = ["owner", "member", "watcher"] as const;
const outside = ["gone", "banned", "outsider", "admin", "host"] as const;
type Role = (typeof inside)[number] | (typeof outside)[number] | "newcomer" | "returner";

let server: TestServer<Product>;
const people = {} as Record<Role, Person>;
const sockets = {} as Record<Role | "nobody", TestSocket<Product>>;
const inboxes = {} as Record<Role, Watch<InboxLiveEvent>>;
const channels: Watch<ChannelLiveEvent>[] = [];
const words = new Map<string, readonly Role[]>();
const done = new Set<string>();
let room: string;

/** A text with a word that only these may ever receive. */
function secret(readers: readonly Role[]): string {
  const word = `canary${words.size}x${randomUUID().slice(0, 8)}`;
  words.set(word, readers);
  return word;
}

async function act(role: Role, path: string, input: unknown): Promise<Answer> {
  done.add(path);
  const answer = await callSocket(sockets[role], { path, type: "mutation" }, input);
  expect([path, answer.reason]).toEqual([path, "ok"]);
  return answer;
}

const say = async (role: Role, channelId: string, text: string, more: object = {}) =>
  (await act(role, "message.send", { channelId, clientId: randomUUID(), text, ...more })).data as {
    id: string;
    seq: number;
    version: number;
  };

/** Waits until a socket has heard all that was told before: a word in another channel of theirs comes after it. */
async function hearAll(role: Role): Promise<void> {
  const text = `bell ${randomUUID()}`;
  const peer = role === "owner" ? "member" : "owner";
  const { data } = await act(peer, "channel.openDirect", { userId: people[role].id });
  await say(peer, (data as { channel: { id: string } }).channel.id, text);
  await inboxes[role].until((event) => event.type === "message" && event.message.text === text);
}

beforeAll(async () => {
  server = await startServer({ chat: product });
  for (const role of ["admin", "owner", "member", "watcher", "gone", "banned", "outsider", "newcomer", "returner"] as const)
    people[role] = await server.signUp(role);
  people.host = await server.tokenUser("customer");
  for (const role of Object.keys(people) as Role[]) {
    sockets[role] = openSocket(server, people[role]);
    inboxes[role] = watchInbox(sockets[role]);
    await inboxes[role].until((event) => event.type === "start");
  }
  sockets.nobody = openSocket(server, null);
  const members = (["member", "watcher", "gone", "banned"] as const).map((role) => people[role].id);
  const made = await act("owner", "channel.createGroup", {
    name: secret([...inside, "gone", "banned"]),
    description: secret([...inside, "gone", "banned"]),
    custom: { note: secret([...inside, "gone", "banned"]) },
    memberIds: members,
  });
  room = (made.data as { channel: { id: string } }).channel.id;
  await act("owner", "member.remove", { channelId: room, userId: people.gone.id });
  await server.database.query(
    `INSERT INTO "Sanction" (id, type, "userId", "channelId") VALUES (gen_random_uuid(), 'ban', $1, $2)`,
    [people.banned.id, room],
  );
  // The inbox of one who is banned begins anew without the room.
  sockets.banned[Symbol.dispose]();
  sockets.banned = openSocket(server, people.banned);
  inboxes.banned = watchInbox(sockets.banned);
  await inboxes.banned.until((event) => event.type === "start");
  for (const role of ["owner", "member"] as const) {
    const channel = watchChannel(sockets[role], room, { since: 0 });
    channels.push(channel);
    await channel.until((event) => event.type === "synced");
  }
});

afterAll(async () => {
  for (const socket of Object.values(sockets)) socket[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

const framesOf = (role: Role | "nobody", from = 0) => sockets[role].frames.slice(from).join("\n");

interface Target {
  readonly channelId: string;
  readonly messageId: string;
  readonly seq: number;
}

/** All that may be asked about a room or a message of it. */
async function ask(socket: TestSocket<Product>, { channelId, messageId, seq }: Target): Promise<void> {
  const asked: [string, object | undefined][] = [
    ["channel.list", {}],
    ["channel.listThreads", {}],
    ["channel.get", { channelId }],
    ["channel.browse", { query: "canary" }],
    ["user.search", { query: "canary" }],
    ["member.list", { channelId }],
    ["message.list", { channelId }],
    ["message.list", { channelId, before: seq + 1 }],
    ["message.list", { channelId, after: 0 }],
    ["message.list", { channelId, around: seq }],
    ["message.get", { messageId }],
    ["message.changes", { channelId, since: 0 }],
    ["message.readers", { messageId }],
    ["reaction.list", { messageId, emoji: "👍" }],
  ];
  for (const [path, input] of asked) await callSocket(socket, { path, type: "query" }, input);
  using live = watchChannel(socket, channelId, { since: 0 });
  await Promise.race([live.error, live.until((event) => event.type === "synced")]);
}

/** The same, and all that answers something of it when it is allowed. */
async function pry(role: Role | "nobody", target: Target): Promise<void> {
  const { channelId, messageId } = target;
  const emoji = "👍";
  const socket = sockets[role];
  await ask(socket, target);
  for (const [path, input] of [
    ["reaction.add", { messageId, emoji }],
    ["reaction.remove", { messageId, emoji }],
    ["message.edit", { messageId, text: "Mine" }],
    ["message.send", { channelId, clientId: randomUUID(), text: "What was that?", replyToId: messageId }],
    ["channel.markUnread", { channelId, seq: 1 }],
    ["channel.openThread", { messageId }],
    ["channel.followThread", { channelId }],
    ["channel.join", { channelId }],
    ["member.add", { channelId, userIds: [people.outsider.id] }],
  ] as const)
    await callSocket(socket, { path, type: "mutation" }, input);
}

describe("what travels to whom", () => {
  test("nobody receives a word that is not theirs to read, whatever is done and asked", async () => {
    const channelId = room;
    const from = Object.fromEntries(Object.entries(sockets).map(([role, { frames }]) => [role, frames.length]));
    const word = () => secret(inside);
    const first = await say("owner", channelId, word(), { custom: { note: word() }, data: { hidden: word() }, kind: "note" });
    await say(
      "member",
      channelId,
      `${word()} [@w](mention:${people.watcher.id}) [@all](mention:channel) [@g](mention:${people.gone.id})`,
      { replyToId: first.id },
    );
    await act("owner", "message.edit", { messageId: first.id, text: word() });
    await act("member", "reaction.add", { messageId: first.id, emoji: "👍" });
    await act("member", "reaction.remove", { messageId: first.id, emoji: "👍" });
    const thread = (await act("member", "channel.openThread", { messageId: first.id })).data as { channel: { id: string } };
    const reply = await say("member", thread.channel.id, word());
    await act("watcher", "channel.followThread", { channelId: thread.channel.id });
    await say("owner", thread.channel.id, word(), { replyToId: reply.id });
    await act("member", "channel.typing", { channelId });
    await act("watcher", "channel.markRead", { channelId, seq: first.seq });
    await act("watcher", "channel.markUnread", { channelId, seq: first.seq });
    await act("watcher", "channel.setPreferences", { channelId, pinned: true });
    await act("owner", "channel.update", { channelId, name: word(), description: word(), custom: { note: word() } });
    await act("owner", "member.setRole", { channelId, userId: people.member.id, role: "moderator" });
    await act("owner", "member.transferOwnership", { channelId, userId: people.member.id });
    await act("member", "member.transferOwnership", { channelId, userId: people.owner.id });
    // Why somebody is muted is theirs to read, and the group's owners'.
    await act("owner", "member.mute", { channelId, userId: people.member.id, reason: secret(["member", "owner"]) });
    await act("owner", "member.unmute", { channelId, userId: people.member.id });
    await act("owner", "channel.archive", { channelId });
    await act("owner", "channel.archive", { channelId, archived: false });
    await act("owner", "channel.createGroup", { name: secret(["owner"]) });
    const pair = (await act("owner", "channel.openDirect", { userId: people.member.id })).data as { channel: { id: string } };
    await say("owner", pair.channel.id, secret(["owner", "member"]));
    const kept = (await act("admin", "channel.ensure", { key: "a-key", name: secret(["admin"]) })).data as {
      channel: { id: string };
    };
    await say("admin", kept.channel.id, secret(["admin"]));
    const open = (await act("owner", "channel.createGroup", { name: "An open group", visibility: "public" })).data as {
      channel: { id: string };
    };
    const inOpen = await say("owner", open.channel.id, secret(["owner", "outsider"]));
    await pry("newcomer", { channelId: channelId, messageId: inOpen.id, seq: inOpen.seq });
    await act("outsider", "channel.join", { channelId: open.channel.id });
    await act("outsider", "channel.leave", { channelId: open.channel.id });
    await say("owner", open.channel.id, secret(["owner"]));
    await act("member", "user.updateMe", { name: "Member, renamed", custom: { note: "no secret" } });
    // Of a report the reported hears nothing; what staff hear they ask for.
    await act("watcher", "report.create", { messageId: first.id, reason: "other", comment: secret(["watcher"]) });
    await act("outsider", "user.block", { userId: people.newcomer.id });
    await act("outsider", "user.unblock", { userId: people.newcomer.id });
    const sanctionId = randomUUID();
    await server.database.query(`INSERT INTO "Sanction" (id, type, "userId", reason) VALUES ($1, 'warning', $2, $3)`, [
      sanctionId,
      people.outsider.id,
      secret(["outsider"]),
    ]);
    await act("outsider", "appeal.create", { sanctionId, text: secret(["outsider"]) });
    await act("outsider", "sanction.seen", { sanctionId });
    await act("owner", "message.delete", { messageId: first.id });
    await act("host", "session.refresh", { token: await signToken("customer") });
    await act("owner", "session.ticket", undefined);
    await act("outsider", "session.revokeOthers", undefined);
    const sessionId = randomUUID();
    await server.database.query(
      `INSERT INTO "Session" (id, token, "userId", "expiresAt") VALUES ($1::uuid, $1::text, $2, now() + interval '1 day')`,
      [sessionId, people.outsider.id],
    );
    await act("outsider", "session.revoke", { sessionId });
    for (const role of [...outside, "nobody"] as const) {
      await pry(role, { channelId, messageId: first.id, seq: first.seq });
      await pry(role, { channelId: thread.channel.id, messageId: reply.id, seq: reply.seq });
    }
    for (const role of ["member", "watcher", "gone", "banned", "outsider", "admin"] as const) await hearAll(role);
    for (const [role, start] of Object.entries(from) as [Role | "nobody", number][]) {
      const heard = framesOf(role, start);
      const leaked = [...words].filter(([one, readers]) => heard.includes(one) && !(readers as readonly string[]).includes(role));
      expect([role, leaked]).toEqual([role, []]);
    }
    for (const role of [...outside, "nobody"] as const)
      expect([role, framesOf(role, from[role]).includes(channelId)]).toEqual([role, false]);
    // The words were on the way at all.
    for (const role of inside) expect(framesOf(role)).toMatch(/canary\d+x/);
  });

  test("every mutation was among what was done", () => {
    const mutations = proceduresOf(server.chat)
      // What staff do, each sees by right; who else asks is told nothing at all (the authorization matrix).
      .filter(({ type, path }) => type === "mutation" && !path.startsWith("admin."))
      .map(({ path }) => path);
    expect(mutations.filter((path) => !done.has(path) && path !== "member.add")).toEqual([]);
  });

  test("an earlier text is gone after the edit, and every text after the deletion, from replays and reads too", async () => {
    const channelId = room;
    const [before, after, quoting] = [secret(inside), secret(inside), secret(inside)];
    const sent = await say("owner", channelId, before, { data: { note: before } });
    const quote = await say("member", channelId, quoting, { replyToId: sent.id });
    /** All that a member is told from now on, by what is open, by a replay from before it, and by every question. */
    const tellAgain = async (role: (typeof inside)[number]) => {
      await hearAll(role);
      const start = sockets[role].frames.length;
      using fresh = openSocket(server, people[role]);
      for (const messageId of [sent.id, quote.id]) await ask(fresh, { channelId, messageId, seq: sent.seq });
      using replay = watchChannel(fresh, channelId, { since: sent.version - 1 });
      await replay.until((event) => event.type === "synced");
      await hearAll(role);
      return framesOf(role, start) + fresh.frames.join("\n");
    };
    await act("owner", "message.edit", { messageId: sent.id, text: after });
    for (const role of inside) {
      const told = await tellAgain(role);
      expect([role, told.includes(`"text":"${before}"`), told.includes(after)]).toEqual([role, false, true]);
    }
    await act("owner", "message.delete", { messageId: sent.id });
    for (const role of inside) {
      const told = await tellAgain(role);
      expect([role, told.includes(before), told.includes(after), told.includes(quoting)]).toEqual([role, false, false, true]);
    }
  });

  test("what was said before somebody came, or came back, stays hidden where the channel hides it", async () => {
    const hidden = () => secret(["owner", "member"]);
    const made = await act("owner", "channel.createGroup", {
      name: "Veiled",
      hidesHistory: true,
      memberIds: [people.member.id, people.returner.id],
    });
    const channelId = (made.data as { channel: { id: string } }).channel.id;
    const seen = await say("owner", channelId, secret(["owner", "member", "returner"]));
    await act("returner", "channel.leave", { channelId });
    const old = await say("owner", channelId, `${hidden()} [@m](mention:${people.member.id})`, { data: { note: hidden() } });
    const mark = { newcomer: sockets.newcomer.frames.length, returner: sockets.returner.frames.length };
    await act("owner", "member.add", { channelId, userIds: [people.newcomer.id, people.returner.id] });
    const lives = (["newcomer", "returner"] as const).map((role) => watchChannel(sockets[role], channelId, { since: 0 }));
    for (const live of lives) await live.until((event) => event.type === "synced");
    await say("member", channelId, "See above", { replyToId: old.id });
    await act("member", "reaction.add", { messageId: old.id, emoji: "👍" });
    await act("owner", "message.edit", { messageId: old.id, text: `${hidden()} [@n](mention:${people.newcomer.id})` });
    const last = await say("owner", channelId, "The last");
    for (const [index, role] of (["newcomer", "returner"] as const).entries()) {
      await lives[index]?.until((event) => event.type === "message" && event.message.id === last.id);
      await hearAll(role);
      for (const message of [old, seen]) await pry(role, { channelId, messageId: message.id, seq: message.seq });
      const heard = framesOf(role, mark[role]);
      expect([role, [...words.keys()].filter((word) => heard.includes(word))]).toEqual([role, []]);
      expect([role, heard.includes("See above")]).toEqual([role, true]);
      const { data } = await callSocket(sockets[role], { path: "channel.get", type: "query" }, { channelId });
      expect([role, (data as { me: { mentionCount: number } }).me.mentionCount]).toEqual([role, 0]);
    }
    channels.push(...lives);
  });

  test("what was hidden cannot be shown to newcomers by a change of mind", async () => {
    const made = await act("owner", "channel.createGroup", { name: "Veiled", hidesHistory: true });
    const { id: channelId } = (made.data as { channel: { id: string } }).channel;
    const update = { path: "channel.update", type: "mutation" } as const;
    expect((await callSocket(sockets.owner, update, { channelId, hidesHistory: false })).reason).toBe("INVALID_INPUT");
    const { data } = await callSocket(sockets.owner, update, { channelId, hidesHistory: true });
    expect((data as { hidesHistory: boolean }).hidesHistory).toBe(true);
  });

  test("every event is one of the contract's, with no key too many", async () => {
    const visitor = await server.signUp("visitor");
    await act("owner", "channel.openDirect", { userId: visitor.id });
    using _visit = openSocket(server, visitor);
    using _inbox = watchInbox(_visit);
    await inboxes.owner.until((event) => event.type === "presence" && event.userId === visitor.id);
    const events = [...Object.values(inboxes), ...channels].flatMap(
      (watch) => watch.events as (ChannelLiveEvent | InboxLiveEvent)[],
    );
    for (const event of events) expect(liveEventSchema.parse(event)).toEqual(event);
    const types = new Set(events.map(({ type }) => type));
    for (const type of [
      "start",
      "synced",
      "message",
      "member",
      "channel",
      "skip",
      "user",
      "read",
      "typing",
      "presence",
      "state",
    ] as const) {
      expect([type, types.has(type)]).toEqual([type, true]);
    }
  });
});
