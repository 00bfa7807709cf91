import { randomUUID } from "node:crypto";
import type { ChannelLiveEvent, InboxLiveEvent, Message } from "@chat/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeGroup } from "../fixtures/group.ts";
import { Air, startNodes } from "../fixtures/nodes.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { openSocket, watchChannel, watchInbox } from "../fixtures/socket.ts";

let server: TestServer;
let olive: Person;
let ann: Person;
let ben: Person;

beforeAll(async () => {
  server = await startServer();
  await server.signUp("The site's admin");
  [olive, ann, ben] = await Promise.all([server.signUp("Olive"), server.signUp("Ann"), server.signUp("Ben")]);
});
afterAll(() => server[Symbol.asyncDispose]());

type Api = Awaited<ReturnType<TestServer["chat"]["callerFor"]>>;

const apiOf = (person: Person): Promise<Api> => server.chat.callerFor(new Headers(person.headers));
const say = async (person: Person, channelId: string, text = "Words") =>
  (await apiOf(person)).message.send({ channelId, clientId: randomUUID(), text });

/** A group of Olive with Ann and Ben, and a message of Ann's in it. */
async function makeRoom(options: Parameters<typeof makeGroup>[1] = {}) {
  const { channelId } = await makeGroup(server, { owner: olive, ...options });
  await (await apiOf(olive)).member.add({ channelId, userIds: [ann.id, ben.id] });
  return { channelId, parent: await say(ann, channelId, "Who is in?") };
}

async function makeThread(options: Parameters<typeof makeGroup>[1] = {}) {
  const room = await makeRoom(options);
  const { channel } = await (await apiOf(olive)).channel.openThread({ messageId: room.parent.id });
  return { ...room, threadId: channel.id };
}

const parentNow = async ({ parent }: { parent: Message }) => (await apiOf(olive)).message.get({ messageId: parent.id });
const placeOf = async (person: Person, channelId: string) => (await (await apiOf(person)).channel.get({ channelId })).me;
const unreadOf = async (person: Person, channelId: string) => {
  const { head, me } = await (await apiOf(person)).channel.get({ channelId });
  return me === null ? null : { unread: head.messageCount - me.cursorCount, mentions: me.mentionCount };
};
const isMessage = (change: string) => (event: ChannelLiveEvent | InboxLiveEvent) =>
  event.type === "message" && event.change === change;

describe("a thread", () => {
  test("is one, however many open it at once, and following and telling begin with the first reply", async () => {
    const { channelId, parent } = await makeRoom();
    using socket = openSocket(server, ben);
    using live = watchChannel(socket, channelId);
    await live.until((event) => event.type === "synced");
    const apis = await Promise.all([olive, ann, ben].map(apiOf));
    const entries = await Promise.all(
      Array.from({ length: 30 }, (_, i) => apis[i % 3]!.channel.openThread({ messageId: parent.id })),
    );
    const ids = new Set(entries.map((entry) => entry.channel.id));
    expect(ids.size).toBe(1);
    expect(entries[0]).toMatchObject({
      channel: { type: "thread", rootId: channelId, parentMessageId: parent.id, version: 1 },
      head: { seq: 0, version: 1, messageCount: 0, memberCount: 0 },
      lastMessage: null,
      me: null,
      parent: { id: parent.id, text: "Who is in?", myReactions: [] },
    });
    expect((await parentNow({ parent })).thread).toBeUndefined();
    const next = await say(olive, channelId, "next");
    await live.until((event) => event.type === "message" && event.message.id === next.id);
    expect(live.events.filter((event) => event.type === "message").map((event) => event.message.id)).toEqual([next.id]);
    for (const person of [olive, ann, ben]) expect((await (await apiOf(person)).channel.listThreads({})).items).toEqual([]);
  });

  test("is summed up on its parent in the reply's own transaction, for everyone live, deletions too", async () => {
    const { channelId, parent, threadId } = await makeThread();
    using socket = openSocket(server, ben);
    using live = watchChannel(socket, channelId);
    using inbox = watchInbox(socket);
    await Promise.all([live.until((event) => event.type === "synced"), inbox.until((event) => event.type === "start")]);
    const first = await say(olive, threadId, "I am");
    const second = await say(ben, threadId, "So am I");
    const third = await say(olive, threadId, "Good");
    const counted = await live.until((event) => event.type === "message" && event.message.thread?.replyCount === 3);
    expect(counted).toMatchObject({
      channelId,
      change: "replied",
      by: olive.id,
      message: { id: parent.id, text: "Who is in?", thread: { channelId: threadId, lastReplyAt: third.createdAt } },
    });
    const facesOf = (message: Message) => message.thread?.repliers.map(({ name }) => name);
    expect(facesOf(await parentNow({ parent }))).toEqual(["Olive", "Ben"]);
    await (await apiOf(olive)).message.delete({ messageId: third.id });
    expect(await parentNow({ parent })).toMatchObject({ thread: { replyCount: 2, lastReplyAt: second.createdAt } });
    expect(facesOf(await parentNow({ parent }))).toEqual(["Ben", "Olive"]);
    await (await apiOf(olive)).message.delete({ messageId: first.id });
    await (await apiOf(olive)).message.delete({ messageId: first.id });
    expect(await parentNow({ parent })).toMatchObject({ thread: { replyCount: 1 } });
    expect(facesOf(await parentNow({ parent }))).toEqual(["Ben"]);
    await (await apiOf(ben)).message.delete({ messageId: second.id });
    const left = await live.until((event) => isMessage("replied")(event) && event.type === "message" && !event.message.thread);
    expect(left).toMatchObject({ message: await (await apiOf(ben)).message.get({ messageId: parent.id }).then(withoutMine) });
    const versions = live.events.flatMap((event) => (event.type === "message" ? [event.version] : []));
    expect(versions).toEqual(versions.map((_, index) => versions[0]! + index));
    // The list's stream tells nothing of it, since no line shows it.
    expect(inbox.events.filter(isMessage("replied"))).toEqual([]);
  });

  test("of a message that reactions and edits change keeps its summary, and so does a tombstone", async () => {
    const { channelId, parent, threadId } = await makeThread();
    await say(ben, threadId);
    const api = await apiOf(ann);
    const thread = (await parentNow({ parent })).thread;
    expect(thread).toMatchObject({ replyCount: 1, repliers: [{ id: ben.id, name: "Ben" }] });
    expect((await api.reaction.add({ messageId: parent.id, emoji: "👍" })).thread).toEqual(thread);
    expect((await api.message.edit({ messageId: parent.id, text: "Who comes?" })).thread).toEqual(thread);
    expect((await api.message.delete({ messageId: parent.id })).thread).toEqual(thread);
    const [tombstone] = (await api.message.list({ channelId })).items.slice(-1);
    expect(tombstone).toMatchObject({ id: parent.id, text: "", thread });
    expect((await api.channel.openThread({ messageId: parent.id })).channel.id).toBe(threadId);
    await say(olive, threadId, "Still here");
    expect(await parentNow({ parent })).toMatchObject({ text: "", thread: { replyCount: 2 } });
  });

  test("hangs off no reply, no system line, and no message that was deleted before", async () => {
    const { channelId, threadId } = await makeThread();
    const api = await apiOf(ann);
    const reply = await say(ann, threadId);
    await expect(api.channel.openThread({ messageId: reply.id })).rejects.toMatchObject({ reason: "INVALID_INPUT" });
    const line = (await api.message.list({ channelId })).items.find(({ kind }) => kind === "system");
    await expect(api.channel.openThread({ messageId: line?.id ?? "" })).rejects.toMatchObject({ reason: "FORBIDDEN" });
    const gone = await say(ann, channelId);
    await api.message.delete({ messageId: gone.id });
    await expect(api.channel.openThread({ messageId: gone.id })).rejects.toMatchObject({ reason: "MESSAGE_DELETED" });
    await expect(api.message.send({ channelId, clientId: "x", text: "x", replyToId: reply.id })).rejects.toMatchObject({
      reason: "NOT_FOUND",
    });
    expect(
      await server.database.query(`SELECT 1 FROM "Channel" WHERE "rootId" = $1 AND type = 'thread'`, [channelId]),
    ).toHaveLength(1);
  });

  test("is closed for writing with its root, and none is begun there, but may be read", async () => {
    const { channelId, parent, threadId } = await makeThread();
    const other = await say(ann, channelId);
    const reply = await say(ben, threadId);
    const api = await apiOf(olive);
    await api.channel.archive({ channelId });
    expect((await api.channel.openThread({ messageId: parent.id })).channel.id).toBe(threadId);
    const refused = { reason: "CHANNEL_ARCHIVED" };
    await expect(api.channel.openThread({ messageId: other.id })).rejects.toMatchObject(refused);
    await expect(say(olive, threadId)).rejects.toMatchObject(refused);
    await expect(api.reaction.add({ messageId: reply.id, emoji: "👍" })).rejects.toMatchObject(refused);
    expect((await api.message.list({ channelId: threadId })).items).toHaveLength(1);
  });

  test("takes its root's slow mode and its moderators", async () => {
    const { channelId, threadId } = await makeThread();
    await (await apiOf(olive)).channel.update({ channelId, slowModeSeconds: 60 });
    const reply = await say(ben, threadId);
    await expect(say(ben, threadId)).rejects.toMatchObject({ reason: "SLOW_MODE" });
    await say(olive, threadId);
    await say(olive, threadId);
    await expect((await apiOf(ann)).message.delete({ messageId: reply.id })).rejects.toMatchObject({ reason: "FORBIDDEN" });
    expect((await (await apiOf(olive)).message.delete({ messageId: reply.id })).deletedAt).not.toBeNull();
  });
});

describe("following a thread", () => {
  test("begins with writing, with the author of its parent and with a mention, and is unread from there", async () => {
    const { channelId, threadId } = await makeThread();
    await say(olive, threadId, "First");
    expect(await unreadOf(olive, threadId)).toEqual({ unread: 0, mentions: 0 });
    expect(await unreadOf(ann, threadId)).toEqual({ unread: 1, mentions: 0 });
    expect(await unreadOf(ben, threadId)).toBeNull();
    await say(ann, threadId, `[@Ben](mention:${ben.id})`);
    expect(await unreadOf(ann, threadId)).toEqual({ unread: 1, mentions: 0 });
    expect(await unreadOf(ben, threadId)).toEqual({ unread: 1, mentions: 1 });
    const api = await apiOf(ben);
    const { items, unreadTotal, mentionTotal } = await api.channel.listThreads({});
    const mine = items.find(({ channel }) => channel.id === threadId);
    expect(mine).toMatchObject({ parent: { text: "Who is in?", channelId }, lastMessage: { channelId: threadId, seq: 2 } });
    expect(unreadTotal).toBeGreaterThanOrEqual(1);
    expect(mentionTotal).toBeGreaterThanOrEqual(1);
    expect((await api.channel.list({})).items.map(({ channel }) => channel.type)).not.toContain("thread");
    await api.channel.markRead({ channelId: threadId, seq: 2 });
    expect(await unreadOf(ben, threadId)).toEqual({ unread: 0, mentions: 0 });
    const after = await api.channel.listThreads({});
    expect([after.unreadTotal, after.mentionTotal]).toEqual([unreadTotal - 1, mentionTotal - 1]);
    // Its root is another matter: Ben has not read that.
    expect((await unreadOf(ben, channelId))?.unread).toBe(1);
  });

  test("ends at one's wish, and begins again with one's next reply or by name, not by another's reply", async () => {
    const { threadId } = await makeThread();
    await say(olive, threadId);
    const api = await apiOf(ann);
    expect((await api.channel.followThread({ channelId: threadId, following: false })).me).toBeNull();
    await say(olive, threadId);
    expect(await placeOf(ann, threadId)).toBeNull();
    expect((await api.channel.listThreads({ limit: 100 })).items.some(({ channel }) => channel.id === threadId)).toBe(false);
    await say(olive, threadId, `[@Ann](mention:${ann.id})`);
    expect(await unreadOf(ann, threadId)).toEqual({ unread: 1, mentions: 1 });
    await api.channel.followThread({ channelId: threadId, following: false });
    expect((await api.channel.followThread({ channelId: threadId })).me).toMatchObject({ mentionCount: 0 });
    expect(await unreadOf(ann, threadId)).toEqual({ unread: 0, mentions: 0 });
    const again = await api.channel.followThread({ channelId: threadId });
    expect(again.head.memberCount).toBe(2);
  });

  test("is what one's inbox hears, from the very reply that began it", async () => {
    const { threadId } = await makeThread();
    using anns = openSocket(server, ann);
    using bens = openSocket(server, ben);
    using inbox = watchInbox(anns);
    using others = watchInbox(bens);
    await Promise.all([inbox, others].map((watch) => watch.until((event) => event.type === "start")));
    const first = await say(olive, threadId, "First");
    await inbox.until((event) => event.type === "message" && event.message.id === first.id);
    const heard = inbox.events.filter((event) => "channelId" in event && event.channelId === threadId);
    expect(heard.map(({ type }) => type)).toEqual(["member", "message"]);
    await (await apiOf(ann)).channel.followThread({ channelId: threadId, following: false });
    await inbox.until((event) => event.type === "member" && event.channelId === threadId && event.member.leftAt !== null);
    const second = await say(olive, threadId, `[@Ben](mention:${ben.id})`);
    await others.until((event) => event.type === "message" && event.message.id === second.id);
    expect(inbox.events.some((event) => event.type === "message" && event.message.id === second.id)).toBe(false);
    expect(others.events.some((event) => event.type === "message" && event.message.id === first.id)).toBe(false);
  });

  test("does not end when one stops following with the thread open: it may still be read", async () => {
    const { threadId } = await makeThread();
    await say(ben, threadId);
    using socket = openSocket(server, ben);
    using live = watchChannel(socket, threadId);
    await live.until((event) => event.type === "synced");
    await socket.api.channel.followThread.mutate({ channelId: threadId, following: false });
    const next = await say(olive, threadId);
    await live.until((event) => event.type === "message" && event.message.id === next.id);
  });
});

describe("who loses the root", () => {
  test.each(["leaves", "is removed", "is banned"])("loses its threads: one who %s", { timeout: 30_000 }, async (how) => {
    const { channelId, parent, threadId } = await makeThread();
    await say(ben, threadId);
    using socket = openSocket(server, ben);
    using live = watchChannel(socket, threadId);
    using inbox = watchInbox(socket);
    await Promise.all([live.until((event) => event.type === "synced"), inbox.until((event) => event.type === "start")]);
    if (how === "leaves") await socket.api.channel.leave.mutate({ channelId });
    else if (how === "is removed") await (await apiOf(olive)).member.remove({ channelId, userId: ben.id });
    else await ban(ben, channelId);
    expect((await live.error).data).toMatchObject({ reason: "NOT_FOUND" });
    const secret = await say(olive, threadId, `[@Ben](mention:${ben.id}) is not to hear this`);
    const api = await apiOf(ben);
    const none = { reason: "NOT_FOUND" };
    await expect(api.channel.get({ channelId: threadId })).rejects.toMatchObject(none);
    await expect(api.message.list({ channelId: threadId })).rejects.toMatchObject(none);
    await expect(api.message.get({ messageId: secret.id })).rejects.toMatchObject(none);
    await expect(api.message.changes({ channelId: threadId, since: 0 })).rejects.toMatchObject(none);
    await expect(api.message.readers({ messageId: secret.id })).rejects.toMatchObject(none);
    await expect(api.channel.markRead({ channelId: threadId, seq: 1 })).rejects.toMatchObject(none);
    await expect(api.channel.setPreferences({ channelId: threadId, pinned: true })).rejects.toMatchObject(none);
    const refused = { reason: how === "is banned" ? "BANNED" : "NOT_FOUND" };
    await expect(api.channel.openThread({ messageId: parent.id })).rejects.toMatchObject(refused);
    await expect(api.channel.followThread({ channelId: threadId })).rejects.toMatchObject(refused);
    await expect(say(ben, threadId)).rejects.toMatchObject(refused);
    expect((await api.channel.listThreads({ limit: 100 })).items.map(({ channel }) => channel.id)).not.toContain(threadId);
    const own = await say(ben, (await makeGroup(server, { owner: ben })).channelId);
    await inbox.until((event) => event.type === "message" && event.message.id === own.id);
    expect(inbox.events.some((event) => event.type === "message" && event.message.id === secret.id)).toBe(false);
  });

  test("and comes back follows its threads no more, and reads nothing late", async () => {
    const { channelId, threadId } = await makeThread();
    await say(ben, threadId);
    const api = await apiOf(ben);
    await api.channel.leave({ channelId });
    await say(olive, threadId, "While Ben was away");
    await (await apiOf(olive)).member.add({ channelId, userIds: [ben.id] });
    expect(await placeOf(ben, threadId)).toBeNull();
    using socket = openSocket(server, ben);
    using inbox = watchInbox(socket);
    await inbox.until((event) => event.type === "start");
    await say(olive, threadId, "Not followed");
    await say(ben, threadId, "Followed again");
    await inbox.until((event) => event.type === "member" && event.channelId === threadId && event.member.leftAt === null);
    expect(await unreadOf(ben, threadId)).toEqual({ unread: 0, mentions: 0 });
    const next = await say(olive, threadId);
    await inbox.until((event) => event.type === "message" && event.message.id === next.id);
    const heard = inbox.events.flatMap((event) =>
      event.type === "message" && event.channelId === threadId ? [event.message.text] : [],
    );
    expect(heard).toEqual(["Followed again", "Words"]);
  });

  test("and was banned for a while hears them again afterwards, by one reconnect", { timeout: 30_000 }, async () => {
    const { channelId, threadId } = await makeThread();
    await say(ben, threadId);
    await ban(ben, channelId);
    using socket = openSocket(server, ben);
    using inbox = watchInbox(socket);
    await inbox.until((event) => event.type === "start");
    await server.database.query(`UPDATE "Sanction" SET "liftedAt" = now() WHERE "channelId" = $1`, [channelId]);
    expect(await socket.closed).toBe(1012);
    await inbox.until((event) => event.type === "start" && inbox.events.indexOf(event) > 0);
    const next = await say(olive, threadId);
    await inbox.until((event) => event.type === "message" && event.message.id === next.id);
    expect(inbox.events.filter((event) => event.type === "start")).toHaveLength(2);
  });
});

test("newcomers see a thread if and only if they see its parent", async () => {
  const { channelId, parent, threadId } = await makeThread({ hidesHistory: true });
  const reply = await say(ben, threadId, "Old");
  const dan = await server.signUp("Dan");
  await (await apiOf(olive)).member.add({ channelId, userIds: [dan.id] });
  const api = await apiOf(dan);
  const none = { reason: "NOT_FOUND" };
  await expect(api.channel.openThread({ messageId: parent.id })).rejects.toMatchObject(none);
  const answers = await Promise.allSettled([
    api.channel.get({ channelId: threadId }),
    api.channel.followThread({ channelId: threadId }),
    api.message.list({ channelId: threadId }),
    api.message.get({ messageId: reply.id }),
    api.message.changes({ channelId: threadId, since: 0 }),
    api.reaction.add({ messageId: reply.id, emoji: "👍" }),
    api.reaction.list({ messageId: reply.id, emoji: "👍" }),
    api.member.list({ channelId: threadId }),
    api.channel.typing({ channelId: threadId }),
    say(dan, threadId),
  ]);
  expect(answers.map((answer) => answer.status === "rejected" && (answer.reason as { reason: string }).reason)).toEqual(
    answers.map(() => "NOT_FOUND"),
  );
  using socket = openSocket(server, dan);
  using live = watchChannel(socket, threadId);
  expect((await live.error).data).toMatchObject(none);
  expect((await say(ben, threadId, `[@Dan](mention:${dan.id})`)).mentions).toEqual([]);
  const newer = await say(ann, channelId);
  const entry = await api.channel.openThread({ messageId: newer.id });
  await say(dan, entry.channel.id, "Mine to see");
  expect((await api.message.list({ channelId: entry.channel.id })).items.map(({ text }) => text)).toEqual(["Mine to see"]);
});

test("a reply waits for a root that is locked elsewhere, and holds up nobody else", async () => {
  const { channelId, threadId } = await makeThread();
  const free = await makeThread();
  const locker = await server.database.pool.connect();
  await locker.query("BEGIN");
  await locker.query(`SELECT 1 FROM "ChannelHead" WHERE "channelId" = $1 FOR NO KEY UPDATE`, [channelId]);
  // Over one socket, whose writes keep their order.
  using socket = openSocket(server, olive);
  const blocked = ["first", "second"].map((text) =>
    socket.api.message.send.mutate({ channelId: threadId, clientId: text, text }),
  );
  await say(olive, free.threadId, "free");
  await locker.query("COMMIT");
  locker.release();
  const [first, second] = await Promise.all(blocked);
  expect([first?.seq, second?.seq]).toEqual([1, 2]);
});

test("replies, reactions to the parent and messages at once leave contiguous numbers and a right summary", async () => {
  const { channelId, parent, threadId } = await makeThread();
  const people = [olive, ann, ben];
  const replies = await Promise.all(
    Array.from({ length: 60 }, async (_, i) => {
      const person = people[i % 3]!;
      if (i % 5 === 0) await say(person, channelId, `${i}`);
      if (i % 7 === 0) await (await apiOf(person)).reaction.add({ messageId: parent.id, emoji: "🎉" });
      return say(person, threadId, `${i}`);
    }),
  );
  const doomed = replies.filter((_, i) => i % 4 === 0);
  await Promise.all(doomed.map(async ({ id }) => (await apiOf(olive)).message.delete({ messageId: id })));
  const now = await parentNow({ parent });
  const left = replies.filter((reply) => !doomed.includes(reply)).sort((a, b) => b.seq - a.seq);
  expect(now.thread).toMatchObject({ replyCount: 45, lastReplyAt: left[0]?.createdAt });
  expect(now.thread?.repliers.map(({ id }) => id)).toEqual([...new Set(left.map(({ author }) => author.id))]);
  expect(now.reactions).toMatchObject([{ emoji: "🎉", count: 3 }]);
  for (const id of [channelId, threadId]) {
    const [row] = await server.database.query<{ seqs: number; rows: number; head: number; versions: number; changed: number }>(
      `SELECT count(DISTINCT m.seq)::int AS seqs, count(*)::int AS rows, h.seq AS head, count(DISTINCT m.version)::int AS versions
       FROM "Message" m JOIN "ChannelHead" h USING ("channelId") WHERE m."channelId" = $1 GROUP BY h.seq`,
      [id],
    );
    expect(row).toMatchObject({ seqs: row?.head, rows: row?.head, versions: row?.head });
  }
});

test("two nodes make one thread, and each tells its followers of what was replied at the other", async () => {
  const air = new Air();
  await using nodes = await startNodes(() => ({ transport: air.transport() }));
  const { owner, members, channelId } = await makeGroup(nodes.a, { members: 1 });
  const [member = owner] = members;
  using atA = openSocket(nodes.a, owner);
  using atB = openSocket(nodes.b, member);
  using inbox = watchInbox(atB);
  using live = watchChannel(atB, channelId);
  await Promise.all([live.until(({ type }) => type === "synced"), inbox.until(({ type }) => type === "start")]);
  const parent = await atB.api.message.send.mutate({ channelId, clientId: "parent", text: "Who is in?" });
  const opened = await Promise.all(
    Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? atA : atB).api.channel.openThread.mutate({ messageId: parent.id })),
  );
  const ids = [...new Set(opened.map(({ channel }) => channel.id))];
  expect(ids).toHaveLength(1);
  const [threadId = ""] = ids;
  const reply = await atA.api.message.send.mutate({ channelId: threadId, clientId: "reply", text: "I am" });
  await inbox.until((event) => event.type === "message" && event.message.id === reply.id);
  await live.until((event) => event.type === "message" && event.message.thread?.replyCount === 1);
  // Who is removed at one node hears nothing of the thread at the other.
  using thread = watchChannel(atB, threadId);
  await thread.until(({ type }) => type === "synced");
  await atA.api.member.remove.mutate({ channelId, userId: member.id });
  expect((await thread.error).data).toMatchObject({ reason: "NOT_FOUND" });
});

test("a thread's people are found as those of its root are, and by nothing of their own", async () => {
  await using site = await startServer({ directory: "shared" });
  await site.signUp("The site's admin");
  const [owner, leaver, stayer] = await Promise.all(["Owner", "Leaver", "Stayer"].map((name) => site.signUp(name)));
  if (!owner || !leaver || !stayer) throw new Error("Three signed up.");
  const apis = await Promise.all([owner, leaver, stayer].map((person) => site.chat.callerFor(new Headers(person.headers))));
  const { channelId } = await makeGroup(site, { owner, visibility: "public" });
  for (const api of apis) await api.channel.join({ channelId });
  const parent = await apis[0]!.message.send({ channelId, clientId: "1", text: "Words" });
  const { channel } = await apis[0]!.channel.openThread({ messageId: parent.id });
  for (const api of apis) await api.message.send({ channelId: channel.id, clientId: "1", text: "Reply" });
  await apis[1]!.channel.leave({ channelId });
  await expect(apis[1]!.user.get({ userId: stayer.id })).rejects.toMatchObject({ reason: "NOT_FOUND" });
  expect((await apis[2]!.message.list({ channelId: channel.id })).items).toHaveLength(3);
});

function ban(person: Person, channelId: string) {
  return server.database.query(
    `INSERT INTO "Sanction" (id, type, "userId", "channelId") VALUES (gen_random_uuid(), 'ban', $1, $2)`,
    [person.id, channelId],
  );
}

function withoutMine(message: Message) {
  const { myReactions: _, ...same } = message;
  return same;
}
