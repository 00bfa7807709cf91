import "fake-indexeddb/auto";
import { chatErrorOf, slices } from "@chat/client";
import { describe, expect, it } from "vitest";
import { openClient, type TestClient } from "../fixtures/chat-client.ts";
import { makeGroup } from "../fixtures/group.ts";
import { readOutbox, untilKept, writeOutbox } from "../fixtures/outbox-entries.ts";
import { startServer, type Person } from "../fixtures/server.ts";

const online = (one: TestClient) => one.client.store.read(slices.connection).status === "online";
const offline = (one: TestClient) => one.client.store.read(slices.connection).status === "offline";
const pending = (one: TestClient, channelId: string) =>
  one.timeline(channelId).pending.map(({ text, state }) => ({ text, state }));
const sends = (one: TestClient) => one.frames.filter((frame) => frame.includes("message.send")).length;

async function room() {
  await using stack = new AsyncDisposableStack();
  const server = stack.use(await startServer());
  const { owner, channelId } = await makeGroup(server);
  const caller = await server.chat.callerFor(new Headers(owner.headers));
  const stored = async () =>
    (await caller.message.list({ channelId, limit: 100 })).items.filter(({ kind }) => kind !== "system").map(({ text }) => text);
  const owned = stack.move();
  return { server, owner, channelId, stored, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** A tab that has connected once and is now offline. */
async function offlineTab(server: { url: string }, who: Person) {
  const tab = openClient(server, who);
  await tab.until(() => online(tab));
  const comeBack = tab.goOffline();
  await tab.until(() => offline(tab));
  return { tab, comeBack };
}

describe("what was written and not sent", () => {
  it("is there after a reload, still unsent, and goes in its order once there is a connection", async () => {
    await using chat = await room();
    const { server, owner, channelId } = chat;
    const { tab } = await offlineTab(server, owner);
    for (const text of ["one", "two", "three"]) tab.client.messages.post(channelId, { text });
    const me = tab.client.store.read(slices.me).me;
    await untilKept(server, 3);
    tab[Symbol.dispose]();

    using reloaded = openClient(server, owner, { ...(me && { initial: { me } }), refuseSockets: true, transport: "socket" });
    await reloaded.until(() => pending(reloaded, channelId).length === 3);
    reloaded.client.messages.post(channelId, { text: "four" });
    expect(pending(reloaded, channelId).map(({ text }) => text)).toEqual(["one", "two", "three", "four"]);
    await untilKept(server, 4);
    reloaded[Symbol.dispose]();

    using again = openClient(server, owner);
    again.client.messages.open(channelId);
    await again.until(
      () =>
        again.timeline(channelId).live === "synced" &&
        again.timeline(channelId).pending.length === 0 &&
        again.timeline(channelId).rows.length === 5,
    );
    expect(await chat.stored()).toEqual(["one", "two", "three", "four"]);
    expect(await again.client.outbox.settle()).toBe(0);
    await untilKept(server, 0);
  });

  it("is sent once though the page was closed before the answer came", async () => {
    await using chat = await room();
    const { server, owner, channelId } = chat;
    const { tab, comeBack } = await offlineTab(server, owner);
    tab.client.messages.post(channelId, { text: "only once" });
    await untilKept(server, 1);
    // The server stores it, and this page does not live to hear of it: its entry stays.
    const kept = await readOutbox(server);
    comeBack();
    await tab.until(() => tab.timeline(channelId).pending.length === 0);
    await untilKept(server, 0);
    tab[Symbol.dispose]();
    await writeOutbox(kept);
    using reloaded = openClient(server, owner);
    await reloaded.until(() => online(reloaded) && sends(reloaded) === 1 && pending(reloaded, channelId).length === 0);
    expect(await chat.stored()).toEqual(["only once"]);
    await untilKept(server, 0);
  });

  it("stays on screen over a reload with why it failed, until it is sent again or discarded", async () => {
    await using chat = await room();
    const { server, owner, channelId } = chat;
    {
      using tab = openClient(server, owner);
      await tab.until(() => online(tab));
      await tab.client.channels.archive(channelId, true);
      for (const text of ["keep", "drop"]) {
        const reason = await tab.client.messages.send(channelId, { text }).catch((error: unknown) => chatErrorOf(error).reason);
        expect(reason).toBe("CHANNEL_ARCHIVED");
      }
      await tab.client.channels.archive(channelId, false);
    }
    using reloaded = openClient(server, owner);
    await reloaded.until(() => online(reloaded) && pending(reloaded, channelId).length === 2);
    const [keep, drop] = reloaded.timeline(channelId).pending;
    expect([keep, drop]).toMatchObject([
      { text: "keep", state: "failed", error: { reason: "CHANNEL_ARCHIVED" } },
      { text: "drop", state: "failed" },
    ]);
    expect(Object.values(reloaded.client.store.read(slices.unsent)).flat()).toHaveLength(2);
    expect(await reloaded.client.outbox.settle()).toBe(2);
    reloaded.client.messages.discard(channelId, drop?.clientId ?? "");
    reloaded.client.messages.retry(channelId, keep?.clientId ?? "");
    await reloaded.until(() => reloaded.timeline(channelId).pending.length === 0);
    expect(await chat.stored()).toEqual(["keep"]);
    await untilKept(server, 0);
  });

  it("is not sent by somebody else who signs in on the same device", async () => {
    await using server = await startServer();
    const { owner, members, channelId } = await makeGroup(server, { members: 1 });
    const [other] = members;
    if (other === undefined) throw new Error("The group has no member.");
    const { tab, comeBack } = await offlineTab(server, owner);
    tab.client.messages.post(channelId, { text: "the owner's words" });
    await untilKept(server, 1);
    tab.signInAs(other);
    comeBack();
    await tab.until(() => online(tab) && tab.client.store.read(slices.me).me?.id === other.id);
    expect(tab.timeline(channelId).pending).toEqual([]);
    await tab.client.messages.send(channelId, { text: "the other's words" });
    tab[Symbol.dispose]();
    using back = openClient(server, owner);
    await back.until(() => online(back) && sends(back) === 1 && back.timeline(channelId).pending.length === 0);
    const caller = await server.chat.callerFor(new Headers(owner.headers));
    const { items } = await caller.message.list({ channelId });
    expect(items.filter(({ kind }) => kind === "text").map(({ text, author }) => [text, author.id])).toEqual([
      ["the other's words", other.id],
      ["the owner's words", owner.id],
    ]);
  });

  it("waits for its author's word when the database was restored meanwhile", async () => {
    await using server = await startServer();
    const { owner, members, channelId } = await makeGroup(server, { members: 1 });
    const [member] = members;
    if (member === undefined) throw new Error("The group has no member.");
    const { tab, comeBack } = await offlineTab(server, owner);
    const sent = tab.client.messages.send(channelId, { text: "of before" });
    await untilKept(server, 1);
    using witness = openClient(server, member);
    const epoch = () => witness.client.store.read(slices.connection).epoch;
    const before = await witness.until(epoch);
    await server.database.query(`UPDATE "ServerState" SET value = $1 WHERE key = 'epoch'`, ["restored"]);
    await witness.until(() => epoch() !== before);
    comeBack();
    await expect(sent).rejects.toThrow("restored");
    expect(pending(tab, channelId)).toEqual([{ text: "of before", state: "failed" }]);
    tab[Symbol.dispose]();
    using reloaded = openClient(server, owner);
    const failed = await reloaded.until(() => online(reloaded) && reloaded.timeline(channelId).pending[0]);
    expect(failed).toMatchObject({ text: "of before", state: "failed" });
    expect(sends(reloaded)).toBe(0);
    reloaded.client.messages.retry(channelId, failed.clientId);
    await reloaded.until(() => reloaded.timeline(channelId).pending.length === 0);
    expect(sends(reloaded)).toBe(1);
    await untilKept(server, 0);
  });
});

describe("two tabs of one person", () => {
  it("send each message once, from the tab that leads, and both see how it fares", async () => {
    await using chat = await room();
    const { server, owner, channelId } = chat;
    using first = openClient(server, owner);
    await first.until(() => online(first));
    await first.client.messages.send(channelId, { text: "first" });
    using second = openClient(server, owner);
    await second.until(() => online(second));
    const sent = await second.client.messages.send(channelId, { text: "from the second" });
    expect(sent.text).toBe("from the second");
    expect([sends(first), sends(second)]).toEqual([2, 0]);

    await first.client.channels.archive(channelId, true);
    await expect(second.client.messages.send(channelId, { text: "refused" })).rejects.toThrow();
    await first.until(() => pending(first, channelId)[0]?.state === "failed");
    await first.client.channels.archive(channelId, false);
    second.client.messages.retry(channelId, second.timeline(channelId).pending[0]?.clientId ?? "");
    await second.until(() => pending(second, channelId).length === 0);
    await first.until(() => pending(first, channelId).length === 0);
    expect(await chat.stored()).toEqual(["first", "from the second", "refused"]);
    expect(sends(second)).toBe(0);
  });

  it("go on when the one that leads is closed: the other takes over what it had", async () => {
    await using chat = await room();
    const { server, owner, channelId } = chat;
    const { tab: first } = await offlineTab(server, owner);
    using second = openClient(server, owner);
    await second.until(() => online(second));
    first.client.messages.post(channelId, { text: "one" });
    const two = second.client.messages.send(channelId, { text: "two" });
    await second.until(() => pending(second, channelId).length === 2);
    await first.until(() => pending(first, channelId).length === 2);
    expect([sends(first), sends(second)]).toEqual([0, 0]);
    first[Symbol.dispose]();
    await two;
    expect(await chat.stored()).toEqual(["one", "two"]);
    await untilKept(server, 0);
  });

  it("keep nothing of what the one that was closed had sent and not yet taken out", async () => {
    await using chat = await room();
    const { server, owner, channelId } = chat;
    const { tab: first, comeBack } = await offlineTab(server, owner);
    using second = openClient(server, owner);
    await second.until(() => online(second));
    first.client.messages.post(channelId, { text: "sent by the first" });
    await second.until(() => pending(second, channelId).length === 1);
    const kept = await readOutbox(server);
    expect(kept).toHaveLength(1);
    comeBack();
    await second.until(() => pending(second, channelId).length === 0);
    await untilKept(server, 0);
    await writeOutbox(kept);
    first[Symbol.dispose]();
    await untilKept(server, 0);
    expect(sends(second)).toBe(0);
    expect(await chat.stored()).toEqual(["sent by the first"]);
  });
});
