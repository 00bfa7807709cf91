import { slices } from "@chat/client";
import { describe, expect, test } from "vitest";
import { openClient } from "../fixtures/chat-client.ts";
import { makeGroup } from "../fixtures/group.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { openSocket, watchInbox } from "../fixtures/socket.ts";

const as = (server: TestServer, who: Person) => server.chat.callerFor(new Headers(who.headers));

describe("the list of channels", () => {
  test("comes by latest activity in pages, each channel once, with totals over all", async () => {
    await using server = await startServer();
    const [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
    const [reader, writer] = [await as(server, ada), await as(server, ben)];
    const ids: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      const { channel } = await writer.channel.createGroup({ name: `Group ${i}`, memberIds: [ada.id] });
      await writer.message.send({ channelId: channel.id, clientId: "1", text: `Hello [@Ada](mention:${ada.id})` });
      ids.unshift(channel.id);
    }
    await writer.message.send({ channelId: ids[6] ?? "", clientId: "2", text: "[@channel](mention:channel)" });
    const order = [ids[6], ...ids.slice(0, 6)];
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await reader.channel.list({ limit: 3, ...(cursor && { cursor }) });
      expect(page).toMatchObject({ unreadTotal: 8, mentionTotal: 8 });
      seen.push(...page.items.map((entry) => entry.channel.id));
      cursor = page.cursor;
    } while (cursor !== null);
    expect(seen).toEqual(order);
    const mine = await writer.channel.list({});
    expect(mine).toMatchObject({ unreadTotal: 0, mentionTotal: 0, cursor: null });
    await expect(reader.channel.list({ cursor: "bm90IG9uZQ" })).rejects.toMatchObject({ reason: "INVALID_INPUT" });
  });

  test("is empty with totals of zero for newcomers", async () => {
    await using server = await startServer();
    const caller = await as(server, await server.signUp("New"));
    expect(await caller.channel.list({})).toEqual({ items: [], cursor: null, unreadTotal: 0, mentionTotal: 0 });
  });

  test("leaves out what is hidden, until something happens there", async () => {
    await using server = await startServer();
    const { owner, members, channelId } = await makeGroup(server, { members: 1 });
    const [member] = members;
    if (member === undefined) throw new Error("no member");
    const caller = await as(server, member);
    using socket = openSocket(server, member);
    using inbox = watchInbox(socket);
    await inbox.until((event) => event.type === "start");
    const me = await caller.channel.setPreferences({
      channelId,
      hidden: true,
      pinned: true,
      mutedUntil: "2100-01-01T00:00:00.000Z",
    });
    expect(me).toMatchObject({
      stateVersion: 1,
      mutedUntil: "2100-01-01T00:00:00.000Z",
      pinnedAt: expect.any(String),
      hiddenAt: expect.any(String),
    });
    await inbox.until((event) => event.type === "state" && event.me.stateVersion === 1);
    expect((await caller.channel.list({})).items).toEqual([]);
    await (await as(server, owner)).message.send({ channelId, clientId: "1", text: "News" });
    expect((await caller.channel.list({})).items.map((entry) => entry.channel.id)).toEqual([channelId]);
    const shown = await caller.channel.setPreferences({ channelId, hidden: false, mutedUntil: null });
    expect(shown).toMatchObject({ stateVersion: 2, hiddenAt: null, mutedUntil: null, pinnedAt: me.pinnedAt });
  });

  test("is at most 50 KB a page, however long names and texts are, and leaves out nobody", async () => {
    await using server = await startServer();
    const [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
    const [reader, writer] = [await as(server, ada), await as(server, ben)];
    const made: string[] = [];
    for (let i = 0; i < 55; i += 1) {
      const name = `${i} ${"名".repeat(77)}`;
      const description = i % 2 === 0 ? "説".repeat(1_000) : null;
      const { channel } = await writer.channel.createGroup({ name, description, memberIds: [ada.id] });
      const first = await writer.message.send({ channelId: channel.id, clientId: "1", text: "長".repeat(10_000) });
      const text = `${"👍".repeat(70)} [@Ada](mention:${ada.id}) ${"word ".repeat(1_000)}`;
      await writer.message.send({ channelId: channel.id, clientId: "2", text, replyToId: first.id });
      made.unshift(channel.id);
    }
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await reader.channel.list({ limit: 50, ...(cursor && { cursor }) });
      expect(Buffer.byteLength(JSON.stringify({ result: { data: page } }))).toBeLessThanOrEqual(50_000);
      expect(page.items.length).toBeGreaterThan(5);
      for (const { lastMessage } of page.items) {
        // Neither half of an emoji nor half of a mention.
        expect(lastMessage?.text).toBe(`${"👍".repeat(70)} `);
        expect(lastMessage?.replyTo?.text).toBe("長".repeat(160));
      }
      seen.push(...page.items.map((entry) => entry.channel.id));
      cursor = page.cursor;
    } while (cursor !== null);
    expect(seen).toEqual(made);
  });

  test("comes whole to our client, page by page", async () => {
    await using server = await startServer();
    const [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
    const writer = await as(server, ben);
    const ids: string[] = [];
    for (let i = 0; i < 60; i += 1)
      ids.push((await writer.channel.createGroup({ name: `Group ${i}`, memberIds: [ada.id] })).channel.id);
    using device = openClient(server, ada);
    const list = () => device.client.store.read(slices.channels);
    await device.until(() => list().loaded && list().reads === 0);
    expect(Object.keys(list().held).length).toBeLessThan(ids.length);
    await device.client.channels.loadMore();
    expect(list().cursor).toBeNull();
    expect(Object.keys(list().held).toSorted()).toEqual(ids.toSorted());
  });
});
