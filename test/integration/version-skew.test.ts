import { slices } from "@chat/client";
import { PROTOCOL } from "@chat/contract";
import { describe, expect, test } from "vitest";
import { openClient, type TestClient } from "../fixtures/chat-client.ts";
import { makeGroup } from "../fixtures/group.ts";
import { serveOtherVersion } from "../fixtures/other-version.ts";
import { startServer } from "../fixtures/server.ts";

const connection = ({ client }: TestClient) => client.store.read(slices.connection);
const isOnline = (client: TestClient) => connection(client).status === "online";

/** Both write, and see one another's. */
async function talk(a: TestClient, b: TestClient, channelId: string): Promise<void> {
  for (const one of [a, b]) one.client.messages.open(channelId);
  await Promise.all([a, b].map((one) => one.until(() => one.timeline(channelId).live === "synced")));
  const sent = await a.client.messages.send(channelId, { text: "one" });
  await a.client.messages.edit(channelId, sent.id, "one, edited");
  await b.until(() => b.timeline(channelId).rows.some(({ text }) => text === "one, edited"));
  const answer = await b.client.messages.send(channelId, { text: "two" });
  await a.until(() => a.timeline(channelId).rows.some(({ id }) => id === answer.id));
  a.client.channels.markRead(channelId, answer.seq);
}

describe("a server that is a minor version older than the client", () => {
  /** As if all this had come with the last minor version. */
  const newCapabilities = ["threads", "blocks", "reports", "mutes", "head"];
  const newKeys = ["head"];
  const isNew = (path: string) => /^(report|sanction|appeal)\.|block|thread/i.test(path);
  const alter = (event: Record<string, unknown>) => {
    if (event["type"] !== "start") return [event];
    return [{ ...event, capabilities: (event["capabilities"] as string[]).filter((name) => !newCapabilities.includes(name)) }];
  };

  test("is talked to without what it lacks, of which nothing is called, and no reload is asked for", async () => {
    await using server = await startServer();
    await using older = await serveOtherVersion(server, { lacks: isNew, alter });
    const { owner, members, channelId } = await makeGroup(server, { members: 1 });
    using newer = openClient(older, owner, { transport: "socket" });
    using other = openClient(server, members[0] ?? owner);
    await newer.until(() => isOnline(newer));
    await talk(newer, other, channelId);
    await newer.client.channels.loadThreads();
    expect(older.calls.map(({ path }) => path)).toContain("message.edit");
    expect(older.calls.filter(({ path, keys }) => isNew(path) || keys.some((key) => newKeys.includes(key)))).toEqual([]);
    expect(connection(newer).reload).toBe(false);
  });

  test("is not to blame where a product calls what it lacks: a page that is loaded again has the same client", async () => {
    await using server = await startServer();
    await using older = await serveOtherVersion(server, { lacks: isNew, alter });
    using newer = openClient(older, await server.signUp("Ann"), { transport: "socket" });
    await newer.until(() => isOnline(newer));
    await expect(newer.client.trpc.report.mine.query({})).rejects.toThrow("on path");
    expect(older.calls.map(({ path }) => path)).toContain("report.mine");
    expect(connection(newer).reload).toBe(false);
    expect(isOnline(newer)).toBe(true);
  });
});

describe("a server that is newer than the client", () => {
  const alter = (event: Record<string, unknown>) => {
    const { type, version } = event;
    if (type === "start") return [{ ...event, capabilities: [...(event["capabilities"] as string[]), "holograms"], since: 2 }];
    if (type !== "message") return [event];
    const message = { ...(event["message"] as object), hologram: { depth: 3 } };
    return [
      { type: "hologram", version, light: 7 },
      { ...event, message, hologram: true },
    ];
  };

  test("may say and tell more than is understood", async () => {
    await using server = await startServer();
    await using newerServer = await serveOtherVersion(server, { alter });
    const { owner, members, channelId } = await makeGroup(server, { members: 1 });
    using older = openClient(newerServer, owner, { transport: "socket" });
    using other = openClient(server, members[0] ?? owner);
    await older.until(() => isOnline(older));
    await talk(older, other, channelId);
    expect(connection(older)).toMatchObject({ reload: false, status: "online" });
    expect(connection(older).capabilities).toContain("holograms");
  });

  test("and has given something up asks for a reload where that is called", async () => {
    await using server = await startServer();
    await using newerServer = await serveOtherVersion(server, { alter, lacks: (path) => path === "message.get" });
    using older = openClient(newerServer, await server.signUp("Ann"), { transport: "socket" });
    await older.until(() => isOnline(older));
    await expect(older.client.trpc.message.get.query({ messageId: crypto.randomUUID() })).rejects.toThrow("on path");
    expect(connection(older).reload).toBe(true);
    expect(isOnline(older)).toBe(true);
  });
});

test.each([PROTOCOL + 1, PROTOCOL - 1])("a server of protocol %i asks for a reload as soon as it is met", async (protocol) => {
  await using server = await startServer();
  await using changed = await serveOtherVersion(server, {
    alter: (event) => [event["type"] === "start" ? { ...event, protocol } : event],
  });
  using client = openClient(changed, await server.signUp("Ann"), { transport: "socket" });
  await client.until(() => connection(client).reload && isOnline(client));
});
