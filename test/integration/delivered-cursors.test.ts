import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { makeGroup } from "../fixtures/group.ts";
import { startServer } from "../fixtures/server.ts";
import { openSocket, watchChannel } from "../fixtures/socket.ts";

test("a cursor whose row is held elsewhere holds up no message and no other cursor, and is written once it is free", async () => {
  await using server = await startServer();
  const { owner, members, channelId } = await makeGroup(server, { members: 2 });
  const [held, free] = members;
  if (held === undefined || free === undefined) throw new Error("The group has two members.");
  using writer = openSocket(server, owner);
  using heldSocket = openSocket(server, held);
  using freeSocket = openSocket(server, free);
  using toHeld = watchChannel(heldSocket, channelId);
  using toFree = watchChannel(freeSocket, channelId);
  await Promise.all([toHeld, toFree].map((watch) => watch.until(({ type }) => type === "synced")));
  const deliveredTo = async (userId: string) => {
    const [row] = await server.database.query<{ seq: number }>(
      `SELECT "deliveredSeq" AS seq FROM "Member" WHERE "channelId" = $1 AND "userId" = $2`,
      [channelId, userId],
    );
    return row?.seq;
  };

  const other = new pg.Client({ connectionString: server.databaseUrl });
  await other.connect();
  await other.query("BEGIN");
  await other.query(`SELECT FROM "Member" WHERE "channelId" = $1 AND "userId" = $2 FOR UPDATE`, [channelId, held.id]);
  const before = await deliveredTo(held.id);
  const { seq } = await writer.api.message.send.mutate({ channelId, clientId: randomUUID(), text: "Delivered to both" });
  await Promise.all(
    [toHeld, toFree].map((watch) => watch.until((event) => event.type === "message" && event.message.seq === seq)),
  );
  await expect.poll(() => deliveredTo(free.id)).toBe(seq);
  expect(await deliveredTo(held.id)).toBe(before);

  await other.query("COMMIT");
  await other.end();
  await expect.poll(() => deliveredTo(held.id)).toBe(seq);
});
