import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callHttp, callSocket, callStream, proceduresOf, type Answer, type Procedure } from "../fixtures/call.ts";
import type { Person } from "../fixtures/server.ts";
import { signToken } from "../fixtures/sign-token.ts";
import { openSocket, type TestSocket } from "../fixtures/socket.ts";
import { consoleRows } from "./console-rows.ts";
import { addPerson, type Row, type Target } from "./matrix-row.ts";
import { deskRows, sanctionedRows } from "./sanctioned-rows.ts";
import { gatherCast, roles, type Cast, type Role, type Room } from "./roles.ts";

const ok = "ok";
const none = "NOT_FOUND";
const no = "FORBIDDEN";
const ban = "BANNED";
const mute = "MUTED";
const bad = "INVALID_INPUT";

const everyone = [ok, ok, ok, ok, ok, ok, ok, ok];
const local = [ok, ok, ok, ok, ok, ok, none, ok];
/** Reads, and what is one's own in a channel: a channel that one is banned from is not there. */
const insiders = [none, ok, ok, ok, none, ok, ok, none];
/** Changes: one who is banned is told so. */
const members = [none, ok, ok, ok, ban, ok, ok, none];
const unmuted = [none, ok, ok, ok, ban, mute, ok, none];
const managers = [none, no, ok, ok, ban, no, no, none];
const owners = [none, no, no, ok, ban, no, no, none];

/** Of a thread nobody can change more than its messages and what is their own. */
const noGroup = [none, none, none, none, ban, none, none, none];

const inRoom = ({ room }: Target) => ({ channelId: room.channelId });
const onOthers = ({ room }: Target) => ({ messageId: room.othersMessageId });
const onOwn = ({ room, role }: Target) => ({ messageId: room.messageOf(role) });
const onOther = ({ room, cast }: Target) => ({ channelId: room.channelId, userId: cast.other.id });
const bringNewcomer = async ({ room, cast }: Target) => ({ channelId: room.channelId, userIds: [await addPerson(cast)] });
const nothing = () => undefined;

const rows: Row[] = [
  { name: "user.me", input: nothing, expected: everyone },
  { name: "user.get", input: ({ cast }) => ({ userId: cast.other.id }), expected: everyone },
  { name: "user.search", input: () => ({ query: "o" }), expected: everyone },
  { name: "user.updateMe name", input: ({ role }) => ({ name: role }), expected: [ok, ok, ok, ok, ok, ok, no, ok] },
  { name: "user.updateMe custom", input: () => ({ custom: {} }), expected: everyone },
  { name: "user.block", input: async ({ cast }) => ({ userId: await addPerson(cast) }), expected: local },
  { name: "user.unblock", input: ({ cast }) => ({ userId: cast.other.id }), expected: everyone },
  { name: "user.blocked", input: nothing, expected: everyone },
  { name: "channel.list", input: () => ({}), expected: everyone },
  { name: "channel.get", input: inRoom, expected: insiders },
  { name: "channel.get of a public room", visibility: "public", input: inRoom, expected: [ok, ok, ok, ok, none, ok, ok, ok] },
  { name: "channel.browse", input: () => ({}), expected: everyone },
  { name: "channel.openDirect", input: ({ cast }) => ({ userId: cast.other.id }), expected: everyone },
  { name: "channel.createGroup", input: () => ({ name: "Mine" }), expected: everyone },
  {
    name: "channel.createGroup with somebody",
    input: async ({ cast }) => ({ name: "Ours", memberIds: [await addPerson(cast)] }),
    expected: local,
  },
  {
    name: "channel.ensure of this room",
    input: ({ room }) => ({ key: room.key }),
    expected: [none, ok, ok, ok, ban, ok, ok, ok],
  },
  {
    name: "channel.ensure of a new room",
    input: () => ({ key: randomUUID() }),
    expected: [none, none, none, none, none, none, none, ok],
  },
  {
    name: "channel.ensure by the token's word",
    input: () => ({ key: "named-by-the-token" }),
    expected: [none, none, none, none, none, none, ok, ok],
  },
  { name: "channel.update", input: (target) => ({ ...inRoom(target), name: "Renamed" }), expected: managers },
  { name: "channel.join", input: inRoom, expected: members },
  { name: "channel.join of a public room", visibility: "public", input: inRoom, expected: [ok, ok, ok, ok, ban, ok, ok, ok] },
  { name: "channel.leave", input: inRoom, expected: [none, ok, ok, "LAST_OWNER", ban, ok, ok, none] },
  { name: "channel.archive", input: inRoom, expected: owners },
  { name: "channel.markRead", input: (target) => ({ ...inRoom(target), seq: 3 }), expected: insiders },
  { name: "channel.markUnread", input: (target) => ({ ...inRoom(target), seq: 2 }), expected: insiders },
  { name: "channel.setPreferences", input: (target) => ({ ...inRoom(target), pinned: true }), expected: insiders },
  { name: "channel.typing", input: inRoom, expected: insiders },
  { name: "channel.listThreads", input: () => ({}), expected: everyone },
  { name: "channel.openThread", input: onOthers, expected: unmuted },
  {
    name: "channel.openThread that is there",
    inThread: true,
    input: async ({ room, cast }) => ({ messageId: await parentOf(cast, room.channelId) }),
    expected: members,
  },
  {
    name: "channel.openThread of a reply",
    inThread: true,
    input: onOthers,
    expected: [none, bad, bad, bad, ban, bad, bad, none],
  },
  { name: "channel.followThread", inThread: true, input: inRoom, expected: members },
  {
    name: "channel.followThread no more",
    inThread: true,
    input: (target) => ({ ...inRoom(target), following: false }),
    expected: members,
  },
  { name: "channel.followThread of a group", input: inRoom, expected: noGroup },
  { name: "member.list", input: inRoom, expected: insiders },
  { name: "member.add", input: bringNewcomer, expected: [none, no, ok, ok, ban, no, none, none] },
  {
    name: "member.add to a public room",
    visibility: "public",
    input: bringNewcomer,
    expected: [none, ok, ok, ok, ban, ok, none, none],
  },
  { name: "member.remove", input: onOther, expected: managers },
  { name: "member.setRole", input: (target) => ({ ...onOther(target), role: "moderator" }), expected: owners },
  { name: "member.mute", input: (target) => ({ ...onOther(target), reason: "Too loud" }), expected: managers },
  {
    name: "member.mute of the owner",
    input: ({ room, cast }) => ({ channelId: room.channelId, userId: cast.people.owner.id, reason: "Too loud" }),
    expected: [none, no, no, no, ban, no, no, none],
  },
  { name: "member.unmute", input: onOther, expected: managers },
  { name: "member.transferOwnership", input: onOther, expected: owners },
  { name: "message.send", input: (target) => ({ ...inRoom(target), clientId: randomUUID(), text: "Hello" }), expected: unmuted },
  { name: "message.list", input: inRoom, expected: insiders },
  { name: "message.list of a public room", visibility: "public", input: inRoom, expected: insiders },
  { name: "message.get", input: onOthers, expected: insiders },
  { name: "message.get of one's own", input: onOwn, expected: insiders },
  { name: "message.edit of one's own", input: (target) => ({ ...onOwn(target), text: "Better words" }), expected: unmuted },
  {
    name: "message.edit of another's",
    input: (target) => ({ ...onOthers(target), text: "Bent" }),
    expected: [none, no, no, no, ban, mute, no, none],
  },
  { name: "message.delete of one's own", input: onOwn, expected: members },
  { name: "message.delete of another's", input: onOthers, expected: managers },
  { name: "message.changes", input: (target) => ({ ...inRoom(target), since: 0 }), expected: insiders },
  { name: "message.readers", input: onOthers, expected: insiders },
  { name: "message.history", input: onOthers, expected: [none, no, ok, ok, none, no, no, none] },
  { name: "reaction.add", input: (target) => ({ ...onOthers(target), emoji: "👍" }), expected: unmuted },
  { name: "reaction.remove", input: (target) => ({ ...onOthers(target), emoji: "👍" }), expected: members },
  { name: "reaction.list", input: (target) => ({ ...onOthers(target), emoji: "👍" }), expected: insiders },
  { name: "live.channel", input: inRoom, expected: insiders },
  { name: "live.channel of a public room", visibility: "public", input: inRoom, expected: insiders },
  { name: "live.inbox", input: nothing, expected: everyone },
  {
    name: "session.refresh",
    input: async () => ({ token: await signToken("customer") }),
    expected: [no, no, no, no, no, no, ok, no],
  },
  {
    name: "session.refresh by another's token",
    input: async () => ({ token: await signToken("somebody else") }),
    expected: [no, no, no, no, no, no, "UNAUTHENTICATED", no],
  },
  { name: "session.ticket", input: nothing, expected: everyone },
  { name: "session.list", input: nothing, expected: everyone },
  {
    name: "session.revoke",
    input: async ({ cast, role }) => ({ sessionId: await addSession(cast, cast.people[role]) }),
    expected: local,
  },
  {
    name: "session.revoke of another's",
    input: async ({ cast }) => ({ sessionId: await addSession(cast, cast.other) }),
    expected: everyone.map(() => none),
  },
  { name: "session.revokeOthers", input: nothing, expected: local },
  ...sanctionedRows,
  ...deskRows,
  ...consoleRows,
];

/** Asked in a thread, with the same rights as in its root, or with none. */
const asInRoot = [
  "channel.get",
  "channel.join",
  "channel.markRead",
  "channel.markUnread",
  "channel.setPreferences",
  "channel.typing",
  "member.list",
  "message.send",
  "message.list",
  "message.get",
  "message.get of one's own",
  "message.edit of one's own",
  "message.edit of another's",
  "message.delete of one's own",
  "message.delete of another's",
  "message.changes",
  "message.readers",
  "message.history",
  "reaction.add",
  "reaction.remove",
  "reaction.list",
  "live.channel",
];
const ofGroups = [
  "channel.update",
  "channel.leave",
  "channel.archive",
  "member.add",
  "member.remove",
  "member.setRole",
  "member.mute",
  "member.unmute",
  "member.transferOwnership",
];
for (const [names, expected] of [
  [asInRoot, undefined],
  [ofGroups, noGroup],
] as const) {
  for (const name of names) {
    const row = rows.find((one) => one.name === name);
    if (row === undefined) throw new Error(`There is no row ${name}.`);
    rows.push({ ...row, name: `${name} in a thread`, inThread: true, expected: expected ?? row.expected });
  }
}

const bannedRoles: ReadonlySet<string> = new Set<Role>(["bannedEverywhere", "bannedToken"]);
const procedureOf = (name: string) => name.split(" ")[0] ?? "";

let cast: Cast;
const sockets = new Map<Role, TestSocket>();

beforeAll(async () => {
  cast = await gatherCast();
  for (const role of roles) sockets.set(role, openSocket(cast.server, cast.people[role]));
});

afterAll(async () => {
  for (const socket of sockets.values()) socket[Symbol.dispose]();
  await cast[Symbol.asyncDispose]();
});

describe("who may do what", () => {
  test("every procedure has a row, and every row a procedure", () => {
    const named = new Set(rows.map((row) => procedureOf(row.name)));
    expect([...named].sort()).toEqual(
      proceduresOf(cast.server.chat)
        .map(({ path }) => path)
        .sort(),
    );
  });

  test.each(rows)("$name", async (row) => {
    const procedure = proceduresOf(cast.server.chat).find(({ path }) => path === procedureOf(row.name));
    if (procedure === undefined) throw new Error("There is no such procedure.");
    const expected = new Map<Role | "nobody", string>(
      roles.map((role, index) => [role, row.expected[index] ?? "UNAUTHENTICATED"]),
    );
    expected.set("nobody", "UNAUTHENTICATED");
    // In rooms that they are no member of, moderators and admins of the site are as good as each other.
    expected.set("staff", row.staff ?? expected.get("admin") ?? "");
    const makeRoom = async () => {
      const room = await cast.makeRoom({ visibility: row.visibility, hasThread: row.inThread });
      return { ...room, ...(row.inThread && room.thread) };
    };
    const shared = await makeRoom();
    const before = await stateOf(shared);
    const cells = [...expected].flatMap(([role, reason]) =>
      ["http", "socket"].map((via) => ({
        role,
        via,
        reason: via === "http" && bannedRoles.has(role) ? (row.bannedEverywhere ?? reason) : reason,
      })),
    );
    const answers = await Promise.all(
      cells.map(async ({ role, reason, via }): Promise<Answer> => {
        // What is refused changes nothing, so that all who are refused may try at the same room.
        const room = reason === ok && procedure.type === "mutation" ? await makeRoom() : shared;
        const input = await row.input({ role: role === "nobody" ? "outsider" : role, room, cast });
        return via === "http" ? overHttp(role, procedure, input) : overSocket(role, reason, procedure, input);
      }),
    );
    const told = cells.map(({ role, via }, index) => `${role} over ${via}: ${answers[index]?.reason}`);
    expect(told).toEqual(cells.map(({ role, via, reason }) => `${role} over ${via}: ${reason}`));
    if (procedure.type === "mutation") expect(await stateOf(shared)).toEqual(before);
  });

  test("what one is banned from is in no list either", async () => {
    const room = await cast.makeRoom({ visibility: "public" });
    const { channelId } = room;
    const lists = await Promise.all(
      (["member", "banned"] as const).map(async (role) => {
        const [mine, found] = [
          await cast.as(role).channel.list({ limit: 100 }),
          await cast.as(role).channel.browse({ limit: 50, query: "A room" }),
        ];
        return [mine, found].map(({ items }) => items.some((entry) => entry.channel.id === channelId));
      }),
    );
    expect(lists).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  test("a ban that was lifted or ran out bans nobody", async () => {
    const { channelId } = await cast.makeRoom();
    for (const change of [`"liftedAt" = now()`, `"liftedAt" = NULL, until = now() - interval '1 second'`]) {
      await cast.server.database.query(`UPDATE "Sanction" SET ${change} WHERE "channelId" = $1`, [channelId]);
      expect((await cast.as("banned").message.list({ channelId })).items.length).toBeGreaterThan(0);
      await cast.as("banned").message.send({ channelId, clientId: randomUUID(), text: "Back" });
    }
  });

  test.each(["live.channel", "live.inbox", "live%2Einbox"])(
    "%s runs over HTTP by a ticket only, never by what a page sends along",
    async (path) => {
      const { channelId } = await cast.makeRoom();
      const input = path === "live.channel" ? { channelId } : undefined;
      for (const role of roles) {
        const { status } = await callHttp(cast.server, cast.people[role], { path, type: "subscription" }, input);
        expect([role, status]).toEqual([role, 401]);
      }
    },
  );
});

function overHttp(role: Role | "nobody", procedure: Procedure, input: unknown): Promise<Answer> {
  const person = role === "nobody" ? null : cast.people[role];
  if (procedure.type === "subscription") return callStream(cast.server, person, procedure.path, input);
  return callHttp(cast.server, person, procedure, input);
}

async function overSocket(role: Role | "nobody", reason: string, procedure: Procedure, input: unknown): Promise<Answer> {
  const held = role === "nobody" || reason === "UNAUTHENTICATED" ? undefined : sockets.get(role);
  if (held !== undefined) return callSocket(held, procedure, input);
  // A socket that proves nobody is soon closed.
  using fresh = openSocket(cast.server, role === "nobody" ? null : cast.people[role]);
  return await callSocket(fresh, procedure, input);
}

/** Everything in a room that anybody could change. */
async function stateOf({ channelId }: Room): Promise<unknown> {
  return cast.server.database.query(
    `SELECT to_jsonb(h) AS head, to_jsonb(c) AS channel, ARRAY(SELECT to_jsonb(m) FROM "Message" m WHERE m."channelId" = c.id ORDER BY m.seq) AS messages,
       ARRAY(SELECT to_jsonb(mb) FROM "Member" mb WHERE mb."channelId" = c.id ORDER BY mb."userId") AS members
     FROM "Channel" c JOIN "ChannelHead" h ON h."channelId" = c.id
     WHERE c."rootId" = (SELECT "rootId" FROM "Channel" WHERE id = $1) ORDER BY c.id`,
    [channelId],
  );
}

async function parentOf({ server }: Cast, threadId: string): Promise<string> {
  const [row] = await server.database.query<{ id: string }>(`SELECT "parentMessageId" AS id FROM "Channel" WHERE id = $1`, [
    threadId,
  ]);
  return row?.id ?? "";
}

/** A second session, such as another device's. */
async function addSession({ server }: Cast, { id: userId }: Pick<Person, "id">): Promise<string> {
  const id = randomUUID();
  await server.database.query(
    `INSERT INTO "Session" (id, token, "userId", "expiresAt") VALUES ($1::uuid, $1::text, $2, now() + interval '1 day')`,
    [id, userId],
  );
  return id;
}

/** Somebody of this site whom nobody has met. */
