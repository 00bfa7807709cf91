import { randomUUID } from "node:crypto";
import { defineChat } from "@chat/contract";
import { z } from "zod";
import type { Person, TestServer } from "../fixtures/server.ts";

/** A product with a text of its own on each entity that takes one. */
export const product = defineChat({
  custom: {
    user: z.object({ note: z.string().optional() }),
    channel: z.object({ note: z.string().optional() }),
    message: z.object({ note: z.string().optional() }),
  },
});
export type Product = typeof product;

/** People who know one another, and nobody else. */
export interface Circle {
  readonly owner: Person;
  readonly member: Person;
  readonly other: Person;
  /** Known to the three from a channel of theirs, and in no other. */
  readonly friend: Person;
}

/** A private group of a circle, with what an input may name of it. */
export interface Place {
  readonly circle: Circle;
  readonly channelId: string;
  readonly key: string;
  readonly messageOf: ReadonlyMap<string, string>;
  /** The thread of the owner's message, and a reply in it. */
  readonly threadId: string;
  readonly replyId: string;
  readonly sessionOf: ReadonlyMap<string, string>;
  /** A warning to each who has a session here. */
  readonly sanctionOf: ReadonlyMap<string, string>;
}

type Server = Pick<TestServer<Product>, "chat" | "database" | "signUp">;

export const apiOf = (server: Pick<TestServer<Product>, "chat">, who: Person) => server.chat.callerFor(new Headers(who.headers));

export async function makeCircle(server: Server): Promise<Circle> {
  const [owner, member, other, friend] = [
    await server.signUp("Olive"),
    await server.signUp("Mia"),
    await server.signUp("Otto"),
    await server.signUp("Finn"),
  ];
  const circle = { owner, member, other, friend };
  // A closed directory finds those only whom one shares a channel with.
  await server.database.query(
    `WITH c AS (INSERT INTO "Channel" (id, type, "rootId", version) SELECT id, 'group', id, 1 FROM (SELECT gen_random_uuid() AS id) x RETURNING id),
       h AS (INSERT INTO "ChannelHead" ("channelId", version, "memberCount") SELECT id, 5, 4 FROM c)
     INSERT INTO "Member" ("channelId", "userId", version, role) SELECT c.id, p.id, 1 + p.place, CASE p.place WHEN 1 THEN 'owner' ELSE 'member' END::"MemberRole"
     FROM c, unnest($1::uuid[]) WITH ORDINALITY p (id, place)`,
    [Object.values(circle).map(({ id }) => id)],
  );
  return circle;
}

export async function makePlace(server: Server, circle: Circle): Promise<Place> {
  const { owner, member, other } = circle;
  const key = randomUUID();
  const api = await apiOf(server, owner);
  const { channel } = await api.channel.createGroup({ name: "A place", memberIds: [member.id, other.id] });
  await server.database.query(`UPDATE "Channel" SET key = $2 WHERE id = $1`, [channel.id, key]);
  const messageOf = new Map<string, string>();
  const sessionOf = new Map<string, string>();
  const sanctionOf = new Map<string, string>();
  for (const person of [owner, member]) {
    const { id } = await (
      await apiOf(server, person)
    ).message.send({ channelId: channel.id, clientId: randomUUID(), text: "Words" });
    messageOf.set(person.id, id);
    const sessionId = randomUUID();
    await server.database.query(
      `INSERT INTO "Session" (id, token, "userId", "expiresAt") VALUES ($1::uuid, $1::text, $2, now() + interval '1 day')`,
      [sessionId, person.id],
    );
    sessionOf.set(person.id, sessionId);
    const sanctionId = randomUUID();
    await server.database.query(
      `INSERT INTO "Sanction" (id, type, "userId", reason) VALUES ($1, 'warning', $2, 'Mind the tone.')`,
      [sanctionId, person.id],
    );
    sanctionOf.set(person.id, sanctionId);
  }
  const thread = await api.channel.openThread({ messageId: messageOf.get(owner.id) ?? "" });
  const reply = await api.message.send({ channelId: thread.channel.id, clientId: randomUUID(), text: "Reply" });
  const { id: threadId } = thread.channel;
  return { circle, channelId: channel.id, key, messageOf, sessionOf, sanctionOf, threadId, replyId: reply.id };
}

const pixel =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPj/HwADAgH/p+FDpQAAAABJRU5ErkJggg==";

/** An input of every procedure that takes one, full and valid: as the owner or, where the last owner may not, a member would send it. */
export function sampleInputs(
  { circle, channelId, key, messageOf, sessionOf, sanctionOf, threadId }: Place,
  who: Person,
): Record<string, unknown> {
  const userId = circle.other.id;
  const messageId = messageOf.get(who.id) ?? messageOf.get(circle.owner.id);
  const look = {
    description: "A description",
    image: pixel,
    visibility: "private",
    hidesHistory: false,
    slowModeSeconds: 0,
    custom: { note: "Mine" },
  };
  const emoji = "👍";
  return {
    "user.get": { userId },
    "user.search": { query: "a", limit: 10 },
    "user.updateMe": { name: who.name, image: pixel, custom: { note: "Mine" } },
    "user.block": { userId: circle.friend.id },
    "user.unblock": { userId: circle.friend.id },
    "channel.list": { limit: 10 },
    "channel.get": { channelId },
    "channel.browse": { query: "a", limit: 10 },
    "channel.openDirect": { userId },
    "channel.createGroup": { name: "New", memberIds: [userId], ...look },
    "channel.ensure": { key, name: "Room", ...look },
    "channel.listThreads": { limit: 10 },
    "channel.openThread": { messageId },
    "channel.followThread": { channelId: threadId, following: true },
    "channel.update": { channelId, name: "Renamed", ...look },
    "channel.join": { channelId },
    "channel.leave": { channelId },
    "channel.archive": { channelId, archived: false },
    "channel.markRead": { channelId, seq: 1 },
    "channel.markUnread": { channelId, seq: 1 },
    "channel.setPreferences": { channelId, pinned: true, hidden: false, mutedUntil: null },
    "channel.typing": { channelId },
    "member.list": { channelId, query: "", limit: 10 },
    "member.add": { channelId, userIds: [circle.friend.id] },
    "member.remove": { channelId, userId },
    "member.setRole": { channelId, userId, role: "moderator" },
    "member.transferOwnership": { channelId, userId },
    "member.mute": { channelId, userId, reason: "Too loud", durationMinutes: 60 },
    "member.unmute": { channelId, userId },
    "message.send": {
      channelId,
      clientId: randomUUID(),
      text: "Text",
      kind: "note",
      data: { a: 1 },
      replyToId: messageId,
      readSeq: 1,
      custom: { note: "Mine" },
    },
    "message.list": { channelId, limit: 10 },
    "message.get": { messageId },
    "message.edit": { messageId, text: "Other text" },
    "message.delete": { messageId },
    "message.changes": { channelId, since: 0, limit: 10, head: { seq: 1, id: messageId } },
    "message.readers": { messageId, limit: 10 },
    "message.history": { messageId },
    "reaction.add": { messageId, emoji },
    "reaction.remove": { messageId, emoji },
    "reaction.list": { messageId, emoji, limit: 10 },
    "live.channel": { channelId, since: 0, epoch: "0", head: { seq: 1, id: messageId } },
    "live.inbox": {},
    "session.refresh": { token: "a.b.c" },
    "report.create": {
      messageId: messageOf.get(who.id === circle.owner.id ? circle.member.id : circle.owner.id),
      reason: "spam",
    },
    "sanction.seen": { sanctionId: sanctionOf.get(who.id) },
    "appeal.create": { sanctionId: sanctionOf.get(who.id), text: "It was meant as a joke." },
    "session.revoke": { sessionId: sessionOf.get(who.id) },
  };
}
