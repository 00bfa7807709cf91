import { describe, expect, test } from "vitest";
import { makeGroup } from "../fixtures/group.ts";
import { startServer } from "../fixtures/server.ts";
import { openSocket, watchChannel } from "../fixtures/socket.ts";

describe("sending a message", () => {
  test("the same clientId is the same message for ever, whatever its text, however often at once", async () => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server);
    using one = openSocket(server, owner);
    using two = openSocket(server, owner);
    const sends = Array.from({ length: 100 }, (_, i) =>
      (i % 2 === 0 ? one : two).api.message.send.mutate({ channelId, clientId: "same", text: `attempt ${i}` }),
    );
    const answers = await Promise.all(sends);
    expect(new Set(answers.map((message) => message.id)).size).toBe(1);
    expect(new Set(answers.map((message) => message.text)).size).toBe(1);
    const rows = await server.database.query<{ text: string }>(`SELECT text FROM "Message" WHERE "clientId" = 'same'`);
    expect(rows).toEqual([{ text: answers[0]?.text }]);
  });

  test("the same clientId in another channel is another message", async () => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server);
    const other = await makeGroup(server, { owner });
    using socket = openSocket(server, owner);
    const first = await socket.api.message.send.mutate({ channelId, clientId: "same", text: "here" });
    const second = await socket.api.message.send.mutate({ channelId: other.channelId, clientId: "same", text: "there" });
    expect(second.id).not.toBe(first.id);
    expect(second.text).toBe("there");
  });

  test("a thousand pipelined sends of one socket are stored in the order sent, without a gap (R9)", async () => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server);
    using socket = openSocket(server, owner);
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, (_, i) => socket.api.message.send.mutate({ channelId, clientId: `c${i}`, text: `${i}` })),
    );
    const first = answers[0]?.seq ?? 0;
    expect(answers.map((message) => message.seq)).toEqual(answers.map((_, i) => first + i));
  });

  test("32 writers on 4 channels leave contiguous seqs and versions", async () => {
    await using server = await startServer();
    const { owner } = await makeGroup(server);
    const groups = await Promise.all(Array.from({ length: 4 }, () => makeGroup(server, { owner })));
    await Promise.all(
      Array.from({ length: 32 }, async (_, writer) => {
        using socket = openSocket(server, owner);
        for (let i = 0; i < 20; i += 1) {
          const channelId = groups[(writer + i) % 4]?.channelId ?? "";
          await socket.api.message.send.mutate({ channelId, clientId: `w${writer}-${i}`, text: "x" });
        }
      }),
    );
    const rows = await server.database.query<{ count: number; high: number; versions: number; head: number }>(
      `SELECT count(*), max(m.seq) AS high, count(DISTINCT m.version) AS versions, h.seq AS head
       FROM "Message" m JOIN "ChannelHead" h USING ("channelId") GROUP BY m."channelId", h.seq`,
    );
    for (const row of rows) expect(row).toMatchObject({ high: row.count, versions: row.count, head: row.count });
    expect(rows.reduce((sum, row) => sum + row.count, 0)).toBeGreaterThanOrEqual(640);
  });

  test("a channel whose row is locked elsewhere holds up nobody else, and its own sends are done in order once it is free", async () => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server);
    const free = await makeGroup(server, { owner });
    using socket = openSocket(server, owner);
    const locker = await server.database.pool.connect();
    await locker.query("BEGIN");
    await locker.query(`SELECT 1 FROM "ChannelHead" WHERE "channelId" = $1 FOR NO KEY UPDATE`, [channelId]);
    const blocked = ["first", "second"].map((text) => socket.api.message.send.mutate({ channelId, clientId: text, text }));
    const passed = await socket.api.message.send.mutate({ channelId: free.channelId, clientId: "free", text: "free" });
    expect(passed.text).toBe("free");
    await locker.query("COMMIT");
    locker.release();
    const [first, second] = await Promise.all(blocked);
    expect(second?.seq).toBe((first?.seq ?? 0) + 1);
  });

  test.each([
    ["NUL", "a\u0000b", "INVALID_TEXT"],
    ["a lone surrogate", "a\ud800b", "INVALID_TEXT"],
    ["10,001 characters", "x".repeat(10_001), "TOO_LONG"],
    ["nothing but spaces", "   ", "INVALID_INPUT"],
  ])("text with %s is refused with a reason, and nothing is stored", async (_, text, reason) => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server);
    using socket = openSocket(server, owner);
    const refused = socket.api.message.send.mutate({ channelId, clientId: "bad", text });
    await expect(refused).rejects.toMatchObject({ data: { code: "BAD_REQUEST", httpStatus: 400, reason } });
    expect(await server.database.query(`SELECT 1 FROM "Message" WHERE "clientId" = 'bad'`)).toEqual([]);
  });

  test("10,000 characters, any Unicode and markdown come back as they went", async () => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server);
    using socket = openSocket(server, owner);
    for (const text of [
      "x".repeat(10_000),
      "\ufeffe\u0301 ﷽ 👩‍👩‍👧‍👦 \u202eabc\u202c \u200b",
      "**a** <b>c</b> [x](javascript:alert(1))",
    ]) {
      const sent = await socket.api.message.send.mutate({ channelId, clientId: `t${text.length}`, text });
      expect(sent.text).toBe(text);
      expect((await socket.api.message.get.query({ messageId: sent.id })).text).toBe(text);
    }
  });

  test("a bad send among good ones fails alone", async () => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server);
    using socket = openSocket(server, owner);
    const results = await Promise.allSettled([
      socket.api.message.send.mutate({ channelId, clientId: "g1", text: "good" }),
      socket.api.message.send.mutate({ channelId, clientId: "b", text: "bad", replyToId: crypto.randomUUID() }),
      socket.api.message.send.mutate({ channelId, clientId: "g2", text: "good" }),
    ]);
    expect(results.map((result) => result.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(results[1]).toMatchObject({ reason: { data: { reason: "NOT_FOUND" } } });
  });

  test("a mention of a member counts for that member only, a mention of an outsider for nobody", async () => {
    await using server = await startServer();
    const { owner, members, channelId } = await makeGroup(server, { members: 2 });
    const [ben, cleo] = members;
    const outsider = await server.signUp("Out Sider");
    using socket = openSocket(server, owner);
    const text = `[@Ben](mention:${ben?.id}) [@Out](mention:${outsider.id}) \`[@Cleo](mention:${cleo?.id})\``;
    const sent = await socket.api.message.send.mutate({ channelId, clientId: "m", text });
    expect(sent.mentions).toEqual([ben?.id]);
    using bens = openSocket(server, ben ?? null);
    using cleos = openSocket(server, cleo ?? null);
    expect((await bens.api.channel.get.query({ channelId })).me?.mentionCount).toBe(1);
    expect((await cleos.api.channel.get.query({ channelId })).me?.mentionCount).toBe(0);
  });

  test("an edit keeps the earlier text for moderators, a deletion takes the text out of every answer", async () => {
    await using server = await startServer();
    const { owner, members, channelId } = await makeGroup(server, { members: 1 });
    const author = members[0];
    if (author === undefined) throw new Error("The group has a member.");
    using socket = openSocket(server, author);
    using owners = openSocket(server, owner);
    const sent = await socket.api.message.send.mutate({ channelId, clientId: "e", text: "first-words" });
    using live = watchChannel(owners, channelId, { since: sent.version });
    const edited = await socket.api.message.edit.mutate({ messageId: sent.id, text: "second-words" });
    expect(edited).toMatchObject({ text: "second-words", editedAt: expect.any(String) });
    const quote = await owners.api.message.send.mutate({ channelId, clientId: "q", text: "so?", replyToId: sent.id });
    expect(quote.replyTo?.text).toBe("second-words");
    await owners.api.message.delete.mutate({ messageId: sent.id });
    const gone = await live.until((event) => event.type === "message" && event.message.deletedAt !== null);
    expect(JSON.stringify(gone)).not.toContain("words");
    const page = await socket.api.message.list.query({ channelId });
    expect(JSON.stringify(page)).not.toContain("words");
    const { items } = await owners.api.message.history.query({ messageId: sent.id });
    expect(items.map((item) => item.text)).toEqual(["first-words", "second-words"]);
    await expect(socket.api.message.history.query({ messageId: sent.id })).rejects.toMatchObject({
      data: { reason: "FORBIDDEN" },
    });
    await expect(socket.api.message.edit.mutate({ messageId: sent.id, text: "third" })).rejects.toMatchObject({
      data: { reason: "MESSAGE_DELETED" },
    });
  });
});
