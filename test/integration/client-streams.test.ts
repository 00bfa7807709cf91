import { slices } from "@chat/client";
import { describe, expect, it, vi } from "vitest";
import { openClient, type TestClient } from "../fixtures/chat-client.ts";
import { makeGroup } from "../fixtures/group.ts";
import { startServer } from "../fixtures/server.ts";

const connection = (one: TestClient) => one.client.store.read(slices.connection);
const isOnline = (one: TestClient) => connection(one).status === "online";
const texts = (one: TestClient, channelId: string) =>
  one
    .timeline(channelId)
    .rows.filter((row) => row.kind !== "system")
    .map((row) => row.text);

async function room() {
  await using stack = new AsyncDisposableStack();
  const server = stack.use(await startServer());
  const { owner, members, channelId } = await makeGroup(server, { members: 1 });
  const [member] = members;
  if (member === undefined) throw new Error("The group has no member.");
  const ann = stack.use(openClient(server, owner));
  await ann.until(() => isOnline(ann));
  const owned = stack.move();
  return { server, owner, member, channelId, ann, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

describe("a client whose network lets no socket through", () => {
  it("takes event streams: it sends, hears, types, catches up and keeps a channel beside in step by asking", async () => {
    await using chat = await room();
    const { server, owner, member, channelId, ann } = chat;
    const caller = await server.chat.callerFor(new Headers(owner.headers));
    const { channel } = await caller.channel.createGroup({ name: "Beside", memberIds: [member.id] });
    using bob = openClient(server, member, { refuseSockets: true });
    await bob.until(() => isOnline(bob) && connection(bob).transport === "sse");
    bob.client.messages.open(channel.id);
    bob.client.messages.open(channelId);
    await bob.until(() => bob.timeline(channelId).live === "synced" && bob.timeline(channel.id).live === "synced");
    ann.client.messages.open(channelId);

    await bob.client.messages.send(channelId, { text: "by request" });
    await ann.until(() => texts(ann, channelId).includes("by request"));
    bob.client.channels.typing(channelId);
    await ann.until(() => ann.client.store.read(slices.typing)[channelId]?.[0]?.user.id === member.id);
    const sent = await ann.client.messages.send(channelId, { text: "by stream" });
    await bob.until(() => texts(bob, channelId).includes("by stream"));
    await ann.client.messages.edit(channelId, sent.id, "by stream, edited");
    await bob.until(() => texts(bob, channelId).includes("by stream, edited"));

    await ann.client.messages.send(channel.id, { text: "beside" });
    const beside = await ann.client.messages.send(channel.id, { text: "beside two" });
    await ann.client.messages.edit(channel.id, beside.id, "beside two, edited");
    await bob.until(
      () => texts(bob, channel.id).join() === "beside,beside two, edited" && bob.timeline(channel.id).live === "synced",
    );
    expect(server.log.filter(({ fields }) => fields["path"] === "message.changes").length).toBeGreaterThan(0);

    const comeBack = bob.goOffline();
    for (let i = 1; i <= 120; i += 1) await ann.client.messages.send(channelId, { text: `missed ${i}` });
    comeBack();
    await bob.until(() => texts(bob, channelId).at(-1) === "missed 120" && bob.timeline(channelId).live === "synced");
    expect(texts(bob, channelId)).toHaveLength(122);
    expect(bob.frames).toEqual([]);
  });

  it("holds two streams at most, one of them of the channel opened last", async () => {
    await using chat = await room();
    const { server, owner, member, channelId } = chat;
    const caller = await server.chat.callerFor(new Headers(owner.headers));
    const others = await Promise.all(
      ["One", "Two"].map(async (name) => (await caller.channel.createGroup({ name, memberIds: [member.id] })).channel.id),
    );
    using bob = openClient(server, member, { transport: "sse" });
    const released = [channelId, ...others].map((id) => bob.client.messages.open(id));
    await bob.until(() => [channelId, ...others].every((id) => bob.timeline(id).live === "synced"));
    const live = () => bob.streams().map((url) => /live\.\w+/.exec(url)?.[0]);
    expect(new Set(live())).toEqual(new Set(["live.channel", "live.inbox"]));
    expect(live()).toHaveLength(2);
    const followed = () =>
      bob
        .streams()
        .map((url) => new URL(url).searchParams.get("input") ?? "")
        .join();
    expect(followed()).toContain(others[1]);
    released[2]?.();
    await bob.until(() => followed().includes(others[0] ?? "none"));
    expect(live()).toHaveLength(2);
  });

  it("takes the socket again when it can be opened, and loses nothing on the way", async () => {
    await using chat = await room();
    const { server, member, channelId, ann } = chat;
    using bob = openClient(server, member);
    bob.client.messages.open(channelId);
    await bob.until(() => bob.timeline(channelId).live === "synced" && connection(bob).transport === "socket");
    const letThrough = bob.refuseSockets();
    await bob.until(() => isOnline(bob) && connection(bob).transport === "sse");
    await ann.client.messages.send(channelId, { text: "over streams" });
    await bob.until(() => texts(bob, channelId).includes("over streams"));

    letThrough();
    bob.cutStreams();
    await bob.until(() => !isOnline(bob));
    bob.client.reconnect();
    await ann.client.messages.send(channelId, { text: "meanwhile" });
    await bob.until(() => isOnline(bob) && connection(bob).transport === "socket");
    await ann.client.messages.send(channelId, { text: "over the socket" });
    await bob.until(() => texts(bob, channelId).join() === "over streams,meanwhile,over the socket");
    await bob.until(() => bob.streams().length === 0);
  });

  it("stays with the socket while the server does not answer requests either", async () => {
    await using chat = await room();
    const { member, server } = chat;
    using bob = openClient(server, member, { refuseSockets: true, fetch: () => Promise.reject(new TypeError("no network")) });
    await vi.waitFor(() => expect(bob.opened()).toBeGreaterThan(4), { timeout: 20_000 });
    expect(connection(bob).transport).toBe("socket");
  });
});
