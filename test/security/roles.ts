import { randomUUID } from "node:crypto";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";

/**
 * Every kind of caller but nobody. The sanctioned are members otherwise; `token` is a host's person who is a member, `bannedToken` one who is banned everywhere; `admin` and `staff` (a
 * moderator) are of the site, not of the room.
 */
export const roles = [
  "outsider",
  "member",
  "moderator",
  "owner",
  "banned",
  "muted",
  "token",
  "admin",
  "bannedEverywhere",
  "bannedToken",
  "deactivated",
  "staff",
] as const;
export type Role = (typeof roles)[number];

type Api = Awaited<ReturnType<TestServer["chat"]["callerFor"]>>;

export interface Cast extends AsyncDisposable {
  readonly server: TestServer;
  readonly people: Readonly<Record<Role, Person>>;
  /** A member of every room who is no caller. */
  readonly other: Person;
  as(role: Role): Api;
  makeRoom(options?: RoomOptions): Promise<Room>;
}

interface RoomOptions {
  visibility?: "public" | "private" | undefined;
  /** With a thread at the other's message, in which each who can write has replied, and the other too. */
  hasThread?: boolean | undefined;
}

export interface Room {
  readonly channelId: string;
  readonly key: string;
  /** The first message of each who could write when the room was made; of those who could not, the other's. */
  messageOf(role: Role): string;
  readonly othersMessageId: string;
  /** Of a room that has one; its messages are as those of the room. */
  readonly thread: Pick<Room, "channelId" | "messageOf" | "othersMessageId"> | null;
}

const writers = ["member", "moderator", "owner", "banned", "muted", "token"] as const;

/** A server with somebody of every role. Dispose it with `await using`. */
export async function gatherCast(): Promise<Cast> {
  const server = await startServer();
  // The first to sign up on a new site is its admin.
  const admin = await server.signUp("Ada Admin");
  const local: Person[] = [];
  for (const name of [
    "outsider",
    "member",
    "moderator",
    "owner",
    "banned",
    "muted",
    "bannedEverywhere",
    "deactivated",
    "staff",
    "other",
  ]) {
    local.push(await server.signUp(name));
  }
  const byName = Object.fromEntries(local.map((person) => [person.name, person])) as Record<Role | "other", Person>;
  const people = {
    ...byName,
    admin,
    token: await server.tokenUser("customer", { rooms: ["named-by-the-token"] }),
    bannedToken: await server.tokenUser("banned customer", { rooms: ["named-by-the-token"] }),
  };
  for (const { id } of [people.bannedEverywhere, people.bannedToken])
    await server.database.query(`INSERT INTO "Sanction" (id, type, "userId") VALUES (gen_random_uuid(), 'ban', $1)`, [id]);
  await server.database.query(`UPDATE "User" SET "deactivatedAt" = now() WHERE id = $1`, [people.deactivated.id]);
  await server.database.query(`UPDATE "User" SET role = 'moderator' WHERE id = $1`, [people.staff.id]);
  const apis = new Map<Role, Api>();
  for (const role of roles) apis.set(role, await server.chat.callerFor(new Headers(people[role].headers)));
  const as = (role: Role): Api => {
    const api = apis.get(role);
    if (api === undefined) throw new Error(`Nobody plays ${role}.`);
    return api;
  };
  const cast = { server, people, other: byName.other, as };
  return {
    ...cast,
    makeRoom: (options = {}) => makeRoom(cast, options),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function makeRoom(
  { server, people, other, as }: Pick<Cast, "server" | "people" | "other" | "as">,
  { visibility, hasThread = false }: RoomOptions,
): Promise<Room> {
  const { database } = server;
  const key = randomUUID();
  const found = [people.moderator, people.member, people.banned, people.muted, other].map(({ id }) => id);
  const { channel } = await as("owner").channel.createGroup({
    name: "A room",
    memberIds: found,
    ...(visibility && { visibility }),
  });
  const channelId = channel.id;
  await database.query(`UPDATE "Channel" SET key = $2 WHERE id = $1`, [channelId, key]);
  await as("owner").member.setRole({ channelId, userId: people.moderator.id, role: "moderator" });
  // Whom nobody here can find is put there as if they had come before.
  const put = [people.token, people.bannedToken, people.bannedEverywhere, people.deactivated].map(({ id }) => id);
  await database.query(
    `WITH h AS (UPDATE "ChannelHead" SET version = version + 4, "memberCount" = "memberCount" + 4 WHERE "channelId" = $1 RETURNING version)
     INSERT INTO "Member" ("channelId", "userId", version) SELECT $1, p.id, h.version - 4 + p.place FROM h, unnest($2::uuid[]) WITH ORDINALITY p (id, place)`,
    [channelId, put],
  );
  const others = await server.chat.callerFor(new Headers(other.headers));
  const fill = async (id: string) => {
    const [othersMessage, ...own] = await Promise.all([
      others.message.send({ channelId: id, clientId: randomUUID(), text: "The other's words" }),
      ...writers.map((role) => as(role).message.send({ channelId: id, clientId: randomUUID(), text: `Words of ${role}` })),
    ]);
    const ownIds = new Map<Role, string>(writers.map((role, index) => [role, own[index]?.id ?? ""]));
    return {
      channelId: id,
      othersMessageId: othersMessage.id,
      messageOf: (role: Role) => ownIds.get(role) ?? othersMessage.id,
    };
  };
  const filled = await fill(channelId);
  const opened = hasThread ? await as("owner").channel.openThread({ messageId: filled.othersMessageId }) : null;
  const thread = opened && (await fill(opened.channel.id));
  for (const [type, userId] of [
    ["ban", people.banned.id],
    ["mute", people.muted.id],
  ]) {
    await database.query(
      `INSERT INTO "Sanction" (id, type, "userId", "channelId") VALUES (gen_random_uuid(), $1::"SanctionType", $2, $3)`,
      [type, userId, channelId],
    );
  }
  return { ...filled, key, thread };
}
