import { describe, expect, test } from "vitest";
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

  test("fits fifty long conversations into a modest page", async () => {
    await using server = await startServer();
    const [ada, ben] = [await server.signUp("Ada"), await server.signUp("Ben")];
    const [reader, writer] = [await as(server, ada), await as(server, ben)];
    for (let i = 0; i < 50; i += 1) {
      const { channel } = await writer.channel.createGroup({ name: `Group ${i}`, memberIds: [ada.id] });
      await writer.message.send({ channelId: channel.id, clientId: "1", text: "word ".repeat(1_000) });
    }
    const page = await reader.channel.list({});
    expect(page.items).toHaveLength(50);
    expect(page.items[0]?.lastMessage?.text).toHaveLength(200);
    expect(JSON.stringify(page).length).toBeLessThan(80_000);
  });
});
