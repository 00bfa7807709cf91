import type { ChannelLiveEvent } from "@chat/contract";
import { describe, expect, test } from "vitest";
import { makeGroup } from "../fixtures/group.ts";
import { openRawSocket, type RawSocket } from "../fixtures/raw-socket.ts";
import { startServer } from "../fixtures/server.ts";
import { openSocket, watchChannel } from "../fixtures/socket.ts";

const versionOf = (event: ChannelLiveEvent) => ("version" in event ? (event.version ?? 0) : 0);
const messages = (events: ChannelLiveEvent[]) => events.flatMap((event) => (event.type === "message" ? [event.message] : []));

describe("resuming a channel", () => {
  test.each([0, 1, 1_000])(
    "after %i missed changes, edits and deletes included, a dropped stock client is where it would have been",
    async (missed) => {
      await using server = await startServer();
      const { owner, members, channelId } = await makeGroup(server, { members: 1 });
      using writer = openSocket(server, owner);
      using reader = openSocket(server, members[0] ?? null);
      const before = await writer.api.message.send.mutate({ channelId, clientId: "before", text: "before" });
      using live = watchChannel(reader, channelId, { since: before.version });
      await live.until((event) => event.type === "synced");
      const sends = Math.ceil(missed / 2);
      const goOnline = reader.goOffline();
      const sent = await sendMany(writer, channelId, sends);
      await Promise.all(
        sent
          .slice(0, missed - sends)
          .map((message, i) =>
            i % 2 === 0
              ? writer.api.message.edit.mutate({ messageId: message.id, text: `edited ${i}` })
              : writer.api.message.delete.mutate({ messageId: message.id }),
          ),
      );
      const last = await writer.api.message.send.mutate({ channelId, clientId: "last", text: "last" });
      expect(messages(live.events)).toEqual([]);
      goOnline();
      await live.until((event) => versionOf(event) === last.version);
      const byId = new Map(messages(live.events).map((message) => [message.id, message]));
      const all = await allMessages(writer, channelId, before.seq);
      expect(all.length).toBe(sends + 1);
      expect([...byId.values()].sort((a, b) => a.seq - b.seq).map(withoutMine)).toEqual(all.map(withoutMine));
      const versions = live.events.filter((event) => event.type === "message").map(versionOf);
      expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    },
  );

  test("every frame has an id, and any of them is a resume point that neither loses nor repeats", async () => {
    await using server = await startServer();
    const { owner, members, channelId } = await makeGroup(server, { members: 1 });
    using writer = openSocket(server, owner);
    using reader = openSocket(server, members[0] ?? null);
    const first = await writer.api.message.send.mutate({ channelId, clientId: "1", text: "1" });
    using live = watchChannel(reader, channelId, { since: 0 });
    await live.until((event) => event.type === "synced");
    await writer.api.channel.typing.mutate({ channelId });
    await live.until((event) => event.type === "typing");
    await writer.api.channel.markRead.mutate({ channelId, seq: first.seq });
    await live.until((event) => event.type === "read");
    expect(live.ids.every((id) => /^[0-9a-f]+\.\d+$/.test(id))).toBe(true);
    const goOnline = reader.goOffline();
    const second = await writer.api.message.send.mutate({ channelId, clientId: "2", text: "2" });
    goOnline();
    await live.until((event) => event.type === "message" && event.message.id === second.id);
    const seen = messages(live.events).map((message) => message.id);
    expect(seen).toEqual([...new Set(seen)]);
    for (const [index, event] of live.events.entries()) {
      if (event.type === "message") expect(live.ids[index]?.endsWith(`.${event.version}`)).toBe(true);
    }
  });

  test.each([
    ["a version of the future", { since: 1_000_000 }],
    ["another epoch", { since: 1, epoch: "0123456789abcdef" }],
  ])("%s answers reset, and goes on live from there", async (_, from) => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server);
    using socket = openSocket(server, owner);
    using live = watchChannel(socket, channelId, from);
    await live.until((event) => event.type === "reset");
    await live.until((event) => event.type === "synced");
    const sent = await socket.api.message.send.mutate({ channelId, clientId: "x", text: "x" });
    await live.until((event) => event.type === "message" && event.message.id === sent.id);
  });

  test.each([
    ["of the future", (epoch: string) => `${epoch}.1000000`],
    ["of another epoch", () => "0123456789abcdef.1"],
    ["of another epoch and the future", () => "0123456789abcdef.1000000"],
    ["that is below nothing", (epoch: string) => `${epoch}.-1`],
    ["beyond all numbers", (epoch: string) => `${epoch}.99999999999999999999`],
    ["without an epoch", () => ".1"],
    ["that is none", () => "' OR 1=1 --"],
  ])("a lastEventId %s, as a client may send it, answers reset and then only what is new (R6)", async (_, forge) => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server);
    using writer = openSocket(server, owner);
    await writer.api.message.send.mutate({ channelId, clientId: "before", text: "before" });
    using live = watchChannel(writer, channelId);
    const { type, ...start } = await live.until((event) => event.type === "start");
    using forger = await openRawSocket(server, owner.headers);
    const lastEventId = forge("epoch" in start ? start.epoch : type);
    forger.send({ id: 1, method: "subscription", params: { path: "live.channel", input: { channelId }, lastEventId } });
    await forger.until(4);
    const sent = await writer.api.message.send.mutate({ channelId, clientId: "after", text: "after" });
    await expect.poll(() => eventsOf(forger).at(-1)).toMatchObject({ type: "message", message: { id: sent.id } });
    expect(eventsOf(forger).map(({ type }) => type)).toEqual(["start", "reset", "synced", "message"]);
  });

  test("more than 1,000 changed rows behind answers reset, 1,000 do not", async () => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server);
    using socket = openSocket(server, owner);
    const sent = await sendMany(socket, channelId, 1_001);
    const first = sent[0]?.version ?? 0;
    const behind = await socket.api.message.changes.query({ channelId, since: first - 1 });
    expect(behind.reset).toBe(true);
    const near = await socket.api.message.changes.query({ channelId, since: first });
    expect(near.reset).toBeFalsy();
  });

  test(
    "90 subscriptions opened while 500 messages are sent each see each of them once, in order",
    { timeout: 90_000 },
    async () => {
      await using server = await startServer();
      const { owner, channelId } = await makeGroup(server);
      using writer = openSocket(server, owner);
      using reader = openSocket(server, owner);
      const sending = sendMany(writer, channelId, 500);
      const watches = Array.from({ length: 90 }, () => watchChannel(reader, channelId, { since: 0 }));
      const sent = await sending;
      const last = sent.at(-1);
      for (const live of watches) {
        // 45,000 messages over one socket, which outlast the sends on a busy machine.
        await live.until((event) => event.type === "message" && event.message.id === last?.id, 60_000);
        const seen = messages(live.events)
          .filter((message) => message.kind === "text")
          .map((message) => message.seq);
        expect(seen).toEqual(sent.map((message) => message.seq));
        live[Symbol.dispose]();
      }
    },
  );

  test("a hole in what the node hears is read from the database, in order", async () => {
    await using server = await startServer();
    const { owner, channelId } = await makeGroup(server);
    using socket = openSocket(server, owner);
    const start = await socket.api.message.send.mutate({ channelId, clientId: "s", text: "s" });
    using live = watchChannel(socket, channelId, { since: start.version });
    await live.until((event) => event.type === "synced");
    // Another node's change that its publish did not reach us: written by SQL, told by nobody.
    await server.database.query(
      `WITH h AS (UPDATE "ChannelHead" SET seq = seq + 1, version = version + 1, "messageCount" = "messageCount" + 1 WHERE "channelId" = $1 RETURNING *)
       INSERT INTO "Message" (id, "channelId", seq, version, "authorId", "clientId", text, "messageCount", "broadcastCount")
       SELECT gen_random_uuid(), h."channelId", h.seq, h.version, $2, 'silent', 'silent', h."messageCount", 0 FROM h`,
      [channelId, owner.id],
    );
    await socket.api.message.send.mutate({ channelId, clientId: "after", text: "after" });
    await live.until((event) => event.type === "message" && event.message.text === "after");
    expect(messages(live.events).map((message) => message.text)).toEqual(["silent", "after"]);
  });
});

const sendMany = (socket: ReturnType<typeof openSocket>, channelId: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, i) => socket.api.message.send.mutate({ channelId, clientId: `m${i}`, text: `text ${i}` })),
  );

/** Of the channel; whoever is online or typing is left out. */
const eventsOf = ({ frames }: Pick<RawSocket, "frames">) =>
  frames.flatMap((frame) => {
    const data = typeof frame === "string" ? undefined : (frame.result?.data as { data: ChannelLiveEvent } | undefined)?.data;
    return data === undefined || data.type === "presence" || data.type === "read" ? [] : [data];
  });

/** A reader's own reactions are in answers, never in events. */
function withoutMine<T extends { myReactions?: string[] | undefined }>(message: T): T {
  return { ...message, myReactions: undefined };
}

async function allMessages(socket: ReturnType<typeof openSocket>, channelId: string, after: number) {
  const items = [];
  for (let seq = after; ;) {
    const page = await socket.api.message.list.query({ channelId, after: seq, limit: 100 });
    items.push(...page.items);
    const last = page.items.at(-1);
    if (last === undefined) return items;
    seq = last.seq;
  }
}
