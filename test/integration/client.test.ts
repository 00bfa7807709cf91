import { chatErrorOf, roomSlices, slices } from "@chat/client";
import type { Message } from "@chat/contract";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { callHttp } from "../fixtures/call.ts";
import { openClient, type TestClient } from "../fixtures/chat-client.ts";
import { makeGroup } from "../fixtures/group.ts";
import { startServer, type TestServer } from "../fixtures/server.ts";

const texts = (one: TestClient, channelId: string) =>
  one
    .timeline(channelId)
    .rows.filter((row) => row.kind !== "system")
    .map((row) => row.text);
const held = (one: TestClient, channelId: string) => one.client.store.read(slices.channels).held[channelId];

async function two() {
  await using stack = new AsyncDisposableStack();
  const server = stack.use(await startServer());
  const { owner, members, channelId } = await makeGroup(server, { members: 1 });
  const [member] = members;
  if (member === undefined) throw new Error("The group has no member.");
  const ann = stack.use(openClient(server, owner));
  const bob = stack.use(openClient(server, member));
  for (const one of [ann, bob]) {
    one.client.messages.open(channelId);
    await one.until(() => one.timeline(channelId).live === "synced" && held(one, channelId));
  }
  const owned = stack.move();
  return { server, owner, member, channelId, ann, bob, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** The database as it was before a channel's last message. */
async function putBack({ database }: TestServer, { id, channelId }: Message): Promise<void> {
  await database.query(`DELETE FROM "Message" WHERE id = $1`, [id]);
  await database.query(
    `UPDATE "ChannelHead" SET seq = seq - 1, version = version - 1, "messageCount" = "messageCount" - 1 WHERE "channelId" = $1`,
    [channelId],
  );
}

describe("two clients on one server", () => {
  it("see each other's messages, edits, reactions and deletions", async () => {
    await using room = await two();
    const { ann, bob, channelId } = room;
    const sent = await ann.client.messages.send(channelId, { text: "hello" });
    await bob.until(() => texts(bob, channelId).includes("hello"));
    expect(bob.unread(channelId)).toBe(1);
    expect(ann.unread(channelId)).toBe(0);
    expect(ann.timeline(channelId).pending).toEqual([]);

    await bob.client.reactions.add(channelId, sent.id, "👍");
    await ann.until(() =>
      ann
        .timeline(channelId)
        .rows.at(-1)
        ?.reactions.some((one) => one.emoji === "👍" && one.count === 1),
    );
    expect(bob.timeline(channelId).rows.at(-1)?.myReactions).toEqual(["👍"]);
    expect(ann.timeline(channelId).rows.at(-1)?.myReactions ?? []).toEqual([]);

    const quote = bob.timeline(channelId).rows.find((row) => row.id === sent.id);
    await bob.client.messages.send(channelId, { text: "a reply", ...(quote && { replyTo: quote }) });
    await ann.client.messages.edit(channelId, sent.id, "hello again");
    await bob.until(() => bob.timeline(channelId).rows.at(-1)?.replyTo?.text === "hello again");

    await ann.client.messages.delete(channelId, sent.id);
    await bob.until(() => bob.timeline(channelId).rows.at(-1)?.replyTo?.deletedAt);
    expect(texts(bob, channelId)).toEqual(["", "a reply"]);
  });

  it("count unread messages and mentions, and agree after a read", async () => {
    await using room = await two();
    const { ann, bob, member, channelId } = room;
    await ann.client.messages.send(channelId, { text: `[@Bob](mention:${member.id}) look` });
    const last = await ann.client.messages.send(channelId, { text: "and here" });
    await bob.until(() => bob.unread(channelId) === 2);
    expect(held(bob, channelId)?.entry.me?.mentionCount).toBe(1);
    bob.client.channels.markRead(channelId, last.seq);
    expect(bob.unread(channelId)).toBe(0);
    await bob.until(() => held(bob, channelId)?.base?.readSeq === last.seq);
    expect(held(bob, channelId)).toMatchObject({ read: null, entry: { me: { mentionCount: 0 } } });
    await bob.client.messages.send(channelId, { text: "mine", readSeq: last.seq });
    await ann.client.messages.send(channelId, { text: "one more" });
    await bob.until(() => bob.unread(channelId) === 1);
    await bob.client.channels.markUnread(channelId, last.seq);
    expect(bob.unread(channelId)).toBe(2);
    expect(held(bob, channelId)?.entry.me?.unreadFrom).toBe(last.seq);
  });

  it("count no mention in messages that were deleted, also when two go at once", async () => {
    await using room = await two();
    const { ann, bob, member, channelId } = room;
    const mentions = () => held(bob, channelId)?.entry.me?.mentionCount;
    const sent = [];
    for (const text of ["one", "two", "three"])
      sent.push(await ann.client.messages.send(channelId, { text: `[@Bob](mention:${member.id}) ${text}` }));
    await bob.until(() => mentions() === 3);
    const [one, two_] = sent;
    await Promise.all([one, two_].map((message) => ann.client.messages.delete(channelId, message?.id ?? "")));
    await bob.until(() => mentions() === 1);
    bob.client.messages.open(channelId)();
    using elsewhere = openClient(room.server, room.member);
    await elsewhere.until(() => held(elsewhere, channelId)?.entry.me?.mentionCount === 1);
    await ann.client.messages.delete(channelId, sent[2]?.id ?? "");
    await elsewhere.until(() => held(elsewhere, channelId)?.entry.me?.mentionCount === 0);
    await bob.until(() => mentions() === 0);
  });

  it("go on after the network was away: what was missed comes, what was written is sent, once and in order", async () => {
    await using room = await two();
    const { ann, bob, channelId } = room;
    const first = await bob.client.messages.send(channelId, { text: "first" });
    await ann.until(() => texts(ann, channelId).length === 1);
    const comeBack = ann.goOffline();
    await ann.until(() => ann.client.store.read(slices.connection).status !== "online");
    const sending = ["offline 1", "offline 2", "offline 3"].map((text) => ann.client.messages.send(channelId, { text }));
    expect(ann.timeline(channelId).pending.map((one) => one.text)).toEqual(["offline 1", "offline 2", "offline 3"]);
    for (let i = 1; i <= 150; i += 1) await bob.client.messages.send(channelId, { text: `missed ${i}` });
    await bob.client.messages.edit(channelId, first.id, "first, edited");
    comeBack();
    await Promise.all(sending);
    await ann.until(() => ann.timeline(channelId).live === "synced" && texts(ann, channelId).length === 154);
    await bob.until(() => texts(bob, channelId).length === 154);
    expect(texts(ann, channelId)).toEqual(texts(bob, channelId));
    expect(texts(ann, channelId)[0]).toBe("first, edited");
    expect(texts(ann, channelId).filter((text) => text.startsWith("offline"))).toEqual(["offline 1", "offline 2", "offline 3"]);
    expect(ann.timeline(channelId).pending).toEqual([]);
    expect(ann.unread(channelId)).toBe(151);
  });

  it("keep a refused message on screen with its reason", async () => {
    await using room = await two();
    const { ann, bob, channelId } = room;
    await ann.client.channels.archive(channelId, true);
    await bob.until(() => held(bob, channelId)?.entry.channel.archivedAt);
    const refusal = await bob.client.messages
      .send(channelId, { text: "too late" })
      .catch((error: unknown) => chatErrorOf(error).reason);
    expect(refusal).toBe("CHANNEL_ARCHIVED");
    const failed = bob.timeline(channelId).pending[0];
    expect(failed).toMatchObject({ text: "too late", state: "failed", error: { reason: "CHANNEL_ARCHIVED" } });
    await ann.client.channels.archive(channelId, false);
    bob.client.messages.retry(channelId, failed?.clientId ?? "");
    await ann.until(() => texts(ann, channelId).includes("too late"));
  });

  it("show who types, and stop by a message", async () => {
    await using room = await two();
    const { ann, bob, channelId, member } = room;
    bob.client.channels.typing(channelId);
    await ann.until(() => ann.client.store.read(slices.typing)[channelId]?.[0]?.user.id === member.id);
    await bob.client.messages.send(channelId, { text: "done" });
    await ann.until(() => texts(ann, channelId).includes("done"));
    expect(ann.client.store.read(slices.typing)[channelId]).toBeUndefined();
  });

  it("see who is online and how far the others have read", async () => {
    await using room = await two();
    const { ann, bob, channelId, member } = room;
    const presence = () => ann.client.store.read(slices.presence)[member.id];
    await ann.until(() => presence()?.online);
    const { seq } = await ann.client.messages.send(channelId, { text: "read this" });
    await bob.until(() => texts(bob, channelId).includes("read this"));
    bob.client.channels.markRead(channelId, seq);
    const cursor = () => ann.client.store.read(roomSlices.cursors(channelId)).items.find((one) => one.userId === member.id);
    await ann.until(() => cursor()?.readSeq === seq);
    bob.client.close();
    await ann.until(() => presence()?.online === false && presence()?.lastSeenAt);
    await ann.client.messages.send(channelId, { text: "while you were away" });
    bob.client.start();
    await bob.until(() => texts(bob, channelId).includes("while you were away") && bob.timeline(channelId).live === "synced");
    expect(bob.unread(channelId)).toBe(1);
    await ann.until(() => presence()?.online);
  });

  it("see that one went while the database was away, once it is back", async () => {
    await using room = await two();
    const { ann, bob, member, server } = room;
    const isOnline = () => ann.client.store.read(slices.presence)[member.id]?.online;
    await ann.until(() => isOnline() === true);
    const owner = new pg.Client({ connectionString: server.databaseUrl });
    await owner.connect();
    await owner.query(`ALTER TABLE "ActiveDay" RENAME TO "Away"`);
    bob.client.close();
    await expect
      .poll(() => server.log.some(({ message }) => message === "presence could not be told"), { timeout: 20_000 })
      .toBe(true);
    await owner.query(`ALTER TABLE "Away" RENAME TO "ActiveDay"`);
    await owner.end();
    await ann.until(() => isOnline() === false);
  });

  it("lose a channel when they are removed, and have it back when they are added again", async () => {
    await using room = await two();
    const { ann, bob, channelId, member } = room;
    await ann.client.members.remove(channelId, member.id);
    await bob.until(() => bob.timeline(channelId).live === "gone" && held(bob, channelId)?.base == null);
    await ann.client.messages.send(channelId, { text: "without you" });
    await ann.client.members.add(channelId, [member.id]);
    await bob.until(() => held(bob, channelId)?.base && bob.timeline(channelId).live === "synced");
    await ann.client.messages.send(channelId, { text: "welcome back" });
    await bob.until(() => texts(bob, channelId).includes("welcome back"));
  });
});

describe("one client", () => {
  it("finds a direct message that somebody else began in its list, with its person", async () => {
    await using room = await two();
    const { ann, bob, owner, member } = room;
    const { channel } = await ann.client.channels.openDirect(member.id);
    await ann.client.messages.send(channel.id, { text: "psst" });
    await bob.until(() => bob.unread(channel.id) === 1);
    expect(held(bob, channel.id)?.entry).toMatchObject({ peer: { id: owner.id }, lastMessage: { text: "psst" } });
    expect(held(ann, channel.id)?.entry).toMatchObject({ peer: { id: member.id } });
  });

  it("pages back and jumps in a long channel, and comes back to its end", async () => {
    await using room = await two();
    const { ann, bob, channelId } = room;
    const all = await Promise.all(
      Array.from({ length: 130 }, (_, i) => bob.client.messages.send(channelId, { text: `line ${i + 1}` })),
    );
    const last = all.at(-1)?.seq ?? 0;
    await ann.until(() => ann.timeline(channelId).endSeq >= last);
    using late = openClient(room.server, room.owner);
    late.client.messages.open(channelId);
    await late.until(() => late.timeline(channelId).live === "synced");
    expect(late.timeline(channelId).rows).toHaveLength(50);
    await late.client.messages.loadOlder(channelId);
    expect(late.timeline(channelId).rows).toHaveLength(100);
    await late.client.messages.jumpTo(channelId, 30);
    expect(late.timeline(channelId)).toMatchObject({ following: false, atStart: false, highlightedSeq: 30 });
    await bob.client.messages.send(channelId, { text: "meanwhile" });
    await late.until(() => (late.timeline(channelId).head?.seq ?? 0) > last);
    expect(texts(late, channelId)).not.toContain("meanwhile");
    while (!late.timeline(channelId).following) await late.client.messages.loadNewer(channelId);
    expect(texts(late, channelId).at(-1)).toBe("meanwhile");
    const seqs = late.timeline(channelId).rows.map((row) => row.seq);
    expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
  });

  it("takes a page of the latest messages after more was missed than is worth mending", async () => {
    await using room = await two();
    const { ann, server, member, channelId } = room;
    await ann.client.messages.send(channelId, { text: "before" });
    const comeBack = ann.goOffline();
    await ann.until(() => ann.client.store.read(slices.connection).status !== "online");
    const bob = await server.chat.callerFor(new Headers(member.headers));
    await Promise.all(
      Array.from({ length: 1_050 }, (_, i) => bob.message.send({ channelId, clientId: `bulk-${i}`, text: `bulk ${i}` })),
    );
    comeBack();
    await ann.until(
      () =>
        ann.timeline(channelId).live === "synced" &&
        ann.timeline(channelId).following &&
        texts(ann, channelId).at(-1) === "bulk 1049",
    );
    const seqs = ann.timeline(channelId).rows.map((row) => row.seq);
    expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
    expect(seqs).toHaveLength(50);
    await ann.until(() => ann.unread(channelId) === 1_050);
  });

  it("drops what it holds when the database was restored to an earlier day", async () => {
    await using room = await two();
    const { ann, bob, server, channelId } = room;
    await ann.client.messages.send(channelId, { text: "kept" });
    const lost = await ann.client.messages.send(channelId, { text: "lost" });
    await bob.until(() => texts(bob, channelId).includes("lost"));
    await putBack(server, lost);
    await server.database.query(`UPDATE "ServerState" SET value = $1 WHERE key = 'epoch'`, ["restored"]);
    await bob.until(() => bob.timeline(channelId).live === "synced" && texts(bob, channelId).join() === "kept");
    const epochOf = (one: TestClient) => one.client.store.read(slices.connection).epoch;
    // What she wrote before she met the restored history would wait for her word.
    await ann.until(() => epochOf(ann) === epochOf(bob) && ann.client.store.read(slices.connection).status === "online");
    await ann.client.messages.send(channelId, { text: "after" });
    await bob.until(() => texts(bob, channelId).join() === "kept,after");
  });

  it("drops what it holds when an image of the database's disk was put back under the server, which the epoch does not tell", async () => {
    await using room = await two();
    const { ann, bob, server, channelId } = room;
    await ann.client.messages.send(channelId, { text: "kept" });
    const lost = await ann.client.messages.send(channelId, { text: "lost" });
    await bob.until(() => texts(bob, channelId).includes("lost"));
    await putBack(server, lost);
    await bob.until(() => bob.timeline(channelId).live === "synced" && texts(bob, channelId).join() === "kept");
    await ann.until(
      () => texts(ann, channelId).join() === "kept" && ann.client.store.read(slices.connection).status === "online",
    );
    await ann.client.messages.send(channelId, { text: "after" });
    await bob.until(() => texts(bob, channelId).join() === "kept,after");
  });

  it("drops what it holds when more was written meanwhile into a database that was put back", async () => {
    await using room = await two();
    const { ann, bob, owner, server, channelId } = room;
    await ann.client.messages.send(channelId, { text: "kept" });
    const lost = await ann.client.messages.send(channelId, { text: "lost" });
    await bob.until(() => texts(bob, channelId).includes("lost"));
    const goOnline = bob.goOffline();
    // Nobody here knows of the lost one by now: the versions are beyond what Bob holds when he is back.
    ann.client.close();
    await putBack(server, lost);
    const write = (input: object) => callHttp(server, owner, { path: "message.send", type: "mutation" }, input);
    await write({ channelId, clientId: "1", text: "other" });
    await write({ channelId, clientId: "2", text: "and more" });
    goOnline();
    await bob.until(() => bob.timeline(channelId).live === "synced" && texts(bob, channelId).join() === "kept,other,and more");
  });

  it("stays offline once its token is refused twice, and says why", async () => {
    await using server = await startServer();
    using stranger = openClient(server, { headers: { authorization: "Bearer not-a-token" } });
    await stranger.until(() => stranger.client.store.read(slices.connection).reason === "UNAUTHENTICATED");
    expect(stranger.client.store.read(slices.connection).status).toBe("offline");
  });

  it("reads a person whom no channel brought, and takes one whom it may not see for unknown", async () => {
    await using server = await startServer();
    const [ann, bob] = [await server.signUp("Ann"), await server.signUp("Bob")];
    using at = openClient(server, ann);
    using other = openClient(server, bob);
    await other.until(() => other.client.store.read(slices.connection).status === "online");
    await at.until(() => at.client.store.read(slices.connection).status === "online");
    const seen = (id: string) => [
      at.client.store.read(slices.people)[id]?.name,
      at.client.store.read(slices.presence)[id]?.online,
    ];
    expect(seen(bob.id)).toEqual([undefined, undefined]);
    await at.client.users.load(bob.id);
    expect(seen(bob.id)).toEqual(["Bob", true]);
    const nobody = "01890000-0000-7000-8000-000000000000";
    await at.client.users.load(nobody);
    expect(seen(nobody)).toEqual([undefined, undefined]);
  });
});
