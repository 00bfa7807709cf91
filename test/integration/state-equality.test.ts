import { randomUUID } from "node:crypto";
import { roomSlices, slices, type ChatClient } from "@chat/client";
import type { ChannelEntry, ListedMember, Message } from "@chat/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { proceduresOf } from "../fixtures/call.ts";
import { openClient, type TestClient } from "../fixtures/chat-client.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";

// Zulip's `verify_action`: for every mutation, old state + what came of it = what is read anew. `owner` and `member` have the channel and
// its members open; `watcher` is a member with nothing but the inbox; `joiner` is none at first.
const names = ["owner", "member", "watcher", "joiner"] as const;
type Name = (typeof names)[number];
type Clients = Readonly<Record<Name, ChatClient>>;

let server: TestServer;
const people = {} as Record<Name | "bell", Person>;
const opened = {} as Record<Name, TestClient>;
const clients = {} as Record<Name, ChatClient>;
let channelId: string;
/** Once it was opened: the owner and the member have it open from then on, as they have the room. */
let threadId: string | undefined;
let parentId = "";
let rings = 0;

beforeAll(async () => {
  server = await startServer({ lockedSettings: { hideAtReports: 1 } });
  // The owner, who is the first here, is of the site's staff, and so may open rooms by a key of their own.
  for (const name of [...names, "bell"] as const) people[name] = await server.signUp(name);
  const api = await server.chat.callerFor(new Headers(people.owner.headers));
  const { channel } = await api.channel.createGroup({ name: "The room", memberIds: [people.member.id, people.watcher.id] });
  channelId = channel.id;
  const everybody = Object.values(people).map(({ id }) => id);
  await api.channel.createGroup({ name: "Where the bell is heard", memberIds: everybody.filter((id) => id !== people.owner.id) });
  for (const name of names) {
    opened[name] = openClient(server, people[name]);
    clients[name] = opened[name].client;
    await opened[name].until(() => clients[name].store.read(slices.channels).loaded);
  }
  for (const name of ["owner", "member"] as const) {
    clients[name].messages.open(channelId);
    await clients[name].members.load(channelId);
  }
  await settle();
});

afterAll(async () => {
  for (const client of Object.values(opened)) client[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

interface Case {
  readonly path: string;
  readonly what?: string;
  run(clients: Clients): unknown;
}

/** The newest message of the room that is not a system line. */
const latest = (client: ChatClient) =>
  client.store.read(roomSlices.timeline(channelId)).rows.findLast((row) => row.kind !== "system" && row.deletedAt === null)?.id ??
  "";
const firstOf = (client: ChatClient) =>
  client.store.read(roomSlices.timeline(channelId)).rows.find((row) => row.kind !== "system")?.id ?? "";
const repliesOf = (client: ChatClient) => client.store.read(roomSlices.timeline(threadId ?? "")).rows;
const inThread = () => threadId ?? "";
const headSeq = (client: ChatClient) => client.store.read(slices.channels).held[channelId]?.entry.head.seq ?? 0;

const cases: Case[] = [
  { path: "message.send", run: ({ owner }) => owner.messages.send(channelId, { text: "First" }) },
  {
    path: "message.send",
    what: "with mentions and a quote",
    run: ({ member }) => {
      const text = `[@Watcher](mention:${people.watcher.id}) [@Owner](mention:${people.owner.id}) [@all](mention:channel)`;
      return member.messages.send(channelId, { text, replyToId: latest(member) } as Parameters<typeof member.messages.send>[1]);
    },
  },
  {
    path: "message.send",
    what: "many at once by two",
    run: ({ owner, member }) =>
      Promise.all([owner, member, owner, member].map((one, index) => one.messages.send(channelId, { text: `${index}` }))),
  },
  { path: "message.edit", run: ({ owner }) => owner.messages.edit(channelId, firstOf(owner), "First, edited, which is quoted") },
  { path: "message.edit", what: "that takes a mention", run: editMention },
  {
    path: "message.edit",
    what: "of the last",
    run: ({ member }) => member.messages.edit(channelId, latest(member), "The last, edited"),
  },
  {
    path: "reaction.add",
    run: ({ owner, member }) => Promise.all([owner, member].map((one) => one.reactions.add(channelId, firstOf(owner), "👍"))),
  },
  { path: "reaction.add", what: "of another emoji", run: ({ member }) => member.reactions.add(channelId, firstOf(member), "🎉") },
  { path: "reaction.remove", run: ({ owner }) => owner.reactions.remove(channelId, firstOf(owner), "👍") },
  { path: "channel.markRead", run: ({ watcher }) => watcher.channels.markRead(channelId, headSeq(watcher) - 1) },
  {
    path: "channel.markRead",
    what: "up to the end",
    run: ({ watcher, member }) => [watcher, member].forEach((one) => one.channels.markRead(channelId, headSeq(one))),
  },
  { path: "channel.markUnread", run: ({ watcher }) => watcher.channels.markUnread(channelId, 3) },
  {
    path: "channel.setPreferences",
    run: ({ watcher }) => watcher.channels.setPreferences({ channelId, pinned: true, mutedUntil: "2999-01-01T00:00:00.000Z" }),
  },
  {
    path: "channel.setPreferences",
    what: "that hide",
    run: ({ watcher }) => watcher.channels.setPreferences({ channelId, hidden: true, pinned: false }),
  },
  {
    path: "message.send",
    what: "that brings a hidden channel back",
    run: ({ owner }) => owner.messages.send(channelId, { text: "Still here?" }),
  },
  {
    path: "message.send",
    what: "that somebody answers in a thread",
    run: ({ watcher }) => watcher.messages.send(channelId, { text: "What do you think?" }),
  },
  { path: "channel.openThread", run: openThread },
  {
    path: "message.send",
    what: "to a thread, which its parent's author then follows",
    run: ({ owner }) => owner.messages.send(inThread(), { text: "A lot" }),
  },
  {
    path: "message.send",
    what: "to a thread, with mentions and a quote, by three at once",
    run: ({ owner, member, watcher }) =>
      Promise.all([
        owner.messages.send(inThread(), { text: `[@Watcher](mention:${people.watcher.id})` }),
        member.messages.send(inThread(), { text: "Me too", replyTo: repliesOf(member)[0] }),
        watcher.messages.send(inThread(), { text: `[@Owner](mention:${people.owner.id})` }),
      ]),
  },
  {
    path: "message.edit",
    what: "of a reply",
    run: ({ owner }) => owner.messages.edit(inThread(), repliesOf(owner)[0]?.id ?? "", "A lot, really"),
  },
  {
    path: "reaction.add",
    what: "to a thread's parent and to a reply",
    run: ({ owner, member }) =>
      Promise.all([
        member.reactions.add(channelId, parentId, "👀"),
        owner.reactions.add(inThread(), repliesOf(owner)[0]?.id ?? "", "👍"),
      ]),
  },
  {
    path: "message.delete",
    what: "of the last reply, by a moderator",
    run: ({ owner }) => owner.messages.delete(inThread(), repliesOf(owner).at(-1)?.id ?? ""),
  },
  { path: "channel.markRead", what: "in a thread", run: ({ member }) => member.channels.markRead(inThread(), 4) },
  { path: "channel.markUnread", what: "in a thread", run: ({ watcher }) => watcher.channels.markUnread(inThread(), 2) },
  { path: "channel.followThread", what: "no more", run: ({ member }) => member.channels.followThread(inThread(), false) },
  {
    path: "message.send",
    what: "to a thread that one follows no more",
    run: ({ owner }) => owner.messages.send(inThread(), { text: "And you?" }),
  },
  { path: "channel.followThread", run: ({ member }) => member.channels.followThread(inThread(), true) },
  {
    path: "message.delete",
    what: "of a thread's parent",
    run: ({ watcher }) => watcher.messages.delete(channelId, parentId),
  },
  {
    path: "report.create",
    what: "that hides the first, which is quoted and has reactions",
    run: async ({ member }) => {
      const messageId = firstOf(member);
      await member.trpc.report.create.mutate({ messageId, reason: "spam" });
      expect((await member.trpc.message.get.query({ messageId })).hiddenAt).toBeDefined();
    },
  },
  { path: "admin.report.act", what: "that finds it good", run: dismissAll },
  {
    path: "report.create",
    what: "that hides the last, which mentions",
    run: async ({ owner, member }) => {
      const { id } = await owner.messages.send(channelId, {
        text: `[@Watcher](mention:${people.watcher.id}) [@all](mention:channel)`,
      });
      await opened.member.until(() => opened.member.timeline(channelId).rows.some((row) => row.id === id));
      await member.trpc.report.create.mutate({ messageId: id, reason: "hate" });
    },
  },
  { path: "admin.report.act", what: "that finds it good, too", run: dismissAll },
  {
    path: "appeal.create",
    run: async ({ joiner }) => joiner.trpc.appeal.create.mutate({ ...(await warnJoiner()), text: "Why?" }),
  },
  { path: "sanction.seen", run: async ({ joiner }) => joiner.trpc.sanction.seen.mutate(await warnJoiner()) },
  { path: "channel.typing", run: ({ member }) => member.channels.typing(channelId) },
  {
    path: "message.delete",
    what: "of the first, which is quoted",
    run: ({ owner }) => owner.messages.delete(channelId, firstOf(owner)),
  },
  {
    path: "message.delete",
    what: "of the last, by another",
    run: ({ owner }) => owner.messages.delete(channelId, latest(owner)),
  },
  {
    path: "member.mute",
    run: ({ owner }) => owner.members.mute(channelId, people.watcher.id, { reason: "Too loud", durationMinutes: 60 }),
  },
  { path: "member.unmute", run: ({ owner }) => owner.members.unmute(channelId, people.watcher.id) },
  { path: "member.setRole", run: ({ owner }) => owner.members.setRole(channelId, people.member.id, "moderator") },
  { path: "member.add", run: ({ member }) => member.members.add(channelId, [people.joiner.id]) },
  {
    path: "message.send",
    what: "to one who has just come",
    run: ({ owner }) => owner.messages.send(channelId, { text: `[@J](mention:${people.joiner.id})` }),
  },
  { path: "member.remove", run: ({ owner }) => owner.members.remove(channelId, people.joiner.id) },
  {
    path: "channel.update",
    run: ({ owner }) =>
      owner.channels.update({
        channelId,
        name: "The open room",
        description: "For all",
        visibility: "public",
        slowModeSeconds: 5,
      }),
  },
  { path: "channel.join", run: ({ joiner }) => joiner.channels.join(channelId) },
  { path: "channel.leave", run: ({ joiner }) => joiner.channels.leave(channelId) },
  { path: "member.transferOwnership", run: ({ owner }) => owner.members.transferOwnership(channelId, people.member.id) },
  { path: "channel.archive", run: ({ member }) => member.channels.archive(channelId, true) },
  { path: "channel.archive", what: "undone", run: ({ member }) => member.channels.archive(channelId, false) },
  {
    path: "channel.createGroup",
    run: ({ owner }) => owner.channels.createGroup({ name: "Another room", memberIds: [people.watcher.id] }),
  },
  { path: "channel.openDirect", run: ({ owner }) => owner.channels.openDirect(people.watcher.id) },
  {
    path: "channel.openDirect",
    what: "by both at once",
    run: ({ member, joiner }) =>
      Promise.all([member.channels.openDirect(people.joiner.id), joiner.channels.openDirect(people.member.id)]),
  },
  { path: "channel.ensure", run: ({ owner }) => owner.channels.ensure({ key: "order:1", name: "Order 1" }) },
  { path: "user.updateMe", run: ({ member }) => member.users.updateMe({ name: "Member, renamed" }) },
  { path: "user.block", run: ({ member }) => member.users.block(people.bell.id) },
  {
    path: "user.block",
    what: "past the client, as on another device",
    run: async ({ member }) => {
      await Promise.all([people.bell, people.joiner].map(({ id: userId }) => member.trpc.user.block.mutate({ userId })));
      await opened.member.until(() => member.store.read(slices.blocks).items.length === 2);
    },
  },
  { path: "user.unblock", run: ({ member }) => member.users.unblock(people.joiner.id) },
  { path: "session.ticket", run: ({ joiner }) => joiner.trpc.session.ticket.mutate() },
  {
    path: "session.refresh",
    what: "which is for tokens",
    run: ({ joiner }) => expect(joiner.trpc.session.refresh.mutate({ token: "a.b.c" })).rejects.toThrow(),
  },
  {
    path: "session.revoke",
    run: async ({ joiner }) => joiner.trpc.session.revoke.mutate({ sessionId: await addSession(people.joiner) }),
  },
  { path: "session.revokeOthers", run: ({ joiner }) => joiner.trpc.session.revokeOthers.mutate() },
];

test("every mutation has a case", () => {
  const mutations = proceduresOf(server.chat)
    // The console's clients hold nothing of a channel: of its calls those have a case that change one.
    .filter(({ type, path }) => type === "mutation" && !path.startsWith("admin."))
    .map(({ path }) => path);
  const named = new Set(cases.map(({ path }) => path).filter((path) => !path.startsWith("admin.")));
  expect([...named].sort()).toEqual(mutations.sort());
});

test.each(cases.map((one) => ({ ...one, name: [one.path, one.what].filter(Boolean).join(" ") })))(
  "$name leaves everybody where a fresh read would",
  async ({ run }) => {
    await run(clients);
    await settle();
    for (const name of names) expect([name, heldBy(name)]).toEqual([name, await readFresh(name)]);
  },
);

async function openThread({ owner, member }: Pick<Clients, "owner" | "member">): Promise<void> {
  parentId = latest(owner);
  const entries = await Promise.all([owner, member].map((one) => one.channels.openThread(parentId)));
  const ids = entries.map(({ channel }) => channel.id);
  expect(new Set(ids).size).toBe(1);
  for (const id of ids) threadId = id;
  for (const one of [owner, member]) one.messages.open(inThread());
}

/** By an admin whom no case is about: some are about staff, which moderators leave to admins. */
async function dismissAll(): Promise<void> {
  await server.database.query(`UPDATE "User" SET role = 'admin' WHERE id = $1`, [people.bell.id]);
  const api = await server.chat.callerFor(new Headers(people.bell.headers));
  const { items } = await api.admin.report.list({ state: "open" });
  expect(items.length).toBeGreaterThan(0);
  for (const { id } of items) await api.admin.report.act({ caseId: id, action: "dismiss" });
}

async function warnJoiner(): Promise<{ sanctionId: string }> {
  const sanctionId = randomUUID();
  await server.database.query(`INSERT INTO "Sanction" (id, type, "userId") VALUES ($1, 'warning', $2)`, [
    sanctionId,
    people.joiner.id,
  ]);
  return { sanctionId };
}

async function editMention({ member }: Pick<Clients, "member">): Promise<void> {
  const { id } = await member.messages.send(channelId, { text: `[@Watcher](mention:${people.watcher.id})` });
  await opened.owner.until(() => opened.owner.timeline(channelId).rows.some((row) => row.id === id));
  await member.messages.edit(channelId, id, "Nobody is meant");
}

async function addSession({ id: userId }: Person): Promise<string> {
  const id = randomUUID();
  await server.database.query(
    `INSERT INTO "Session" (id, token, "userId", "expiresAt") VALUES ($1::uuid, $1::text, $2, now() + interval '1 day')`,
    [id, userId],
  );
  return id;
}

/**
 * All that was told before has come. A rename that everybody hears comes after it in each inbox, and open channels tell their versions; then
 * what the client asks for because of it has to be answered.
 */
async function settle(): Promise<void> {
  const bell = await server.chat.callerFor(new Headers(people.bell.headers));
  rings += 1;
  const { id, name } = await bell.user.updateMe({ name: `Ring ${rings}` });
  for (const { client, until } of Object.values(opened)) await until(() => client.store.read(slices.people)[id]?.name === name);
  const heads = await server.database.query<{ id: string; version: number }>(
    `SELECT "channelId" AS id, version FROM "ChannelHead" WHERE "channelId" = ANY($1::uuid[])`,
    [[channelId, threadId ?? channelId]],
  );
  for (const head of heads) {
    for (const { timeline, until } of [opened.owner, opened.member]) {
      await until(() => {
        const { version, live, reads } = timeline(head.id);
        return version === head.version && live === "synced" && reads.length === 0;
      });
    }
  }
  for (const { client, until } of Object.values(opened)) {
    await until(() => {
      const { reads, held } = client.store.read(slices.channels);
      return reads === 0 && Object.values(held).every(({ read }) => read === null);
    });
  }
}

/** What of a channel a list shows; its lists hear nothing of reactions and replies, which no line shows. */
function lineOf({ channel, head, lastMessage, me, peer, parent }: ChannelEntry) {
  const { countedSeq: _, ...place } = me ?? {};
  return {
    channel,
    // How many follow a thread no line shows either.
    head: { ...head, version: undefined, ...(channel.type === "thread" && { memberCount: undefined }) },
    lastMessage: lastMessage && { ...withIds(lastMessage), version: undefined, reactions: undefined, thread: undefined },
    me: me && place,
    peer: peer?.id,
    // Who has not got its room open hears nothing of what the list does not show of it.
    parent: parent && { id: parent.id, text: parent.text },
  };
}

/** People are shown by their newest name, whatever a message was sent with. */
function withIds({ author, replyTo, thread, ...message }: Message) {
  return {
    ...message,
    myReactions: undefined,
    author: author.id,
    replyTo: replyTo && { ...replyTo, author: replyTo.author.id },
    thread: thread && { ...thread, repliers: thread.repliers.map(({ id }) => id) },
  };
}

const rowOf = (message: Message) => ({ ...withIds(message), myReactions: message.myReactions ?? [] });
const memberOf = ({ user, ...member }: ListedMember) => ({ ...member, online: undefined, lastSeenAt: undefined, user: user.id });

function heldBy(name: Name) {
  const { store } = clients[name];
  const entries = Object.values(store.read(slices.channels).held).map(({ entry }) => entry);
  const mine = entries.filter(({ me, head }) => me !== null && (me.hiddenAt === null || head.lastActivityAt > me.hiddenAt));
  const [list, threads] = [false, true].map((isThread) => mine.filter(({ channel }) => (channel.type === "thread") === isThread));
  const { rows, head, pending, transforms } = store.read(roomSlices.timeline(channelId));
  const isOpen = name === "owner" || name === "member";
  return {
    list: byId((list ?? []).map(lineOf)),
    threads: byId((threads ?? []).map(lineOf)),
    me: store.read(slices.me).me?.name,
    blocked: store
      .read(slices.blocks)
      .items.map(({ userId }) => userId)
      .sort(),
    people: Object.values(store.read(slices.people))
      .map((user) => user.name)
      .sort(),
    room: isOpen
      ? {
          rows: rows.map(rowOf),
          head,
          members: store.read(roomSlices.members(channelId))[""]?.items.map(memberOf),
          waiting: [...pending, ...transforms],
        }
      : null,
    thread: isOpen && threadId !== undefined ? threadHeldBy(name, threadId) : null,
  };
}

function threadHeldBy(name: Name, id: string) {
  const { store } = clients[name];
  const { rows, head } = store.read(roomSlices.timeline(id));
  const parent = store.read(slices.channels).held[id]?.entry.parent;
  return { rows: rows.map(rowOf), head, parent: parent && rowOf(parent) };
}

async function readFresh(name: Name): Promise<ReturnType<typeof heldBy>> {
  const { trpc, store } = clients[name];
  const [list, threads, me, blocked] = await Promise.all([
    trpc.channel.list.query({ limit: 100 }),
    trpc.channel.listThreads.query({ limit: 100 }),
    trpc.user.me.query(),
    trpc.user.blocked.query(),
  ]);
  const known = Object.keys(store.read(slices.people));
  const rows = await server.database.query<{ name: string }>(`SELECT name FROM "User" WHERE id = ANY($1::uuid[]) ORDER BY name`, [
    known,
  ]);
  const isOpen = name === "owner" || name === "member";
  const room = isOpen
    ? await Promise.all([trpc.message.list.query({ channelId, limit: 100 }), trpc.member.list.query({ channelId })])
    : null;
  return {
    list: byId(list.items.map(lineOf)),
    threads: byId(threads.items.map(lineOf)),
    me: me.name,
    blocked: blocked.items.map(({ userId }) => userId).sort(),
    people: rows.map((user) => user.name).sort(),
    room: room && { rows: room[0].items.map(rowOf), head: room[0].head, members: room[1].items.map(memberOf), waiting: [] },
    thread: isOpen && threadId !== undefined ? await readThread(name, threadId) : null,
  };
}

async function readThread(name: Name, id: string): Promise<ReturnType<typeof threadHeldBy>> {
  const { trpc } = clients[name];
  const [{ items, head }, { parent }] = await Promise.all([
    trpc.message.list.query({ channelId: id, limit: 100 }),
    trpc.channel.get.query({ channelId: id }),
  ]);
  return { rows: items.map(rowOf), head, parent: parent && rowOf(parent) };
}

function byId(lines: ReturnType<typeof lineOf>[]): Record<string, ReturnType<typeof lineOf>> {
  return Object.fromEntries(lines.map((line) => [line.channel.id, line]));
}
