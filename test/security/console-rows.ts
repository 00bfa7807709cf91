import { randomUUID } from "node:crypto";
import { addPerson, type Row, type Target } from "./matrix-row.ts";
import type { Cast } from "./roles.ts";

const no = "FORBIDDEN";
/** For outsider, member, moderator, owner, banned, muted and token, which are no staff of the site, and admin. */
const staffAlone = [no, no, no, no, no, no, no, "ok"];

/** What moderators and admins of the site may do. */
const forStaff = (name: string, input: Row["input"]): Row => ({ name, input, expected: staffAlone });
/** What admins alone may do. */
const forAdmins = (name: string, input: Row["input"]): Row => ({ name, input, expected: staffAlone, staff: no });

const inRoom = ({ room }: Target) => ({ channelId: room.channelId });
const onOther = ({ room, cast }: Target) => ({ channelId: room.channelId, userId: cast.other.id });

/** One that nothing meets. */
const draft = {
  name: "Rule",
  enabled: true,
  condition: { match: { type: "words", words: ["zzzz"], whole: true }, accountHours: null, channels: ["public"] },
  action: { type: "allow" },
};

async function addRule({ server }: Target["cast"]): Promise<string> {
  const id = randomUUID();
  await server.database.query(
    `INSERT INTO "Rule" (id, name, position, condition, action, "updatedAt") VALUES ($1, 'Rule', 0, $2::jsonb, '{"type":"allow"}', now())`,
    [id, JSON.stringify(draft.condition)],
  );
  return id;
}

/** The console: nothing of it is for anybody but staff. */
export const consoleRows: readonly Row[] = [
  forStaff("admin.counts", () => undefined),
  forStaff("admin.overview.now", () => undefined),
  forStaff("admin.overview.history", () => ({ range: "24h" })),
  forStaff("admin.user.list", () => ({})),
  forStaff("admin.user.get", async ({ cast }) => ({ userId: await addPerson(cast) })),
  forStaff("admin.user.timeline", async ({ cast }) => ({ userId: await addPerson(cast) })),
  forStaff("admin.user.signOut", async ({ cast }) => ({ userId: await addPerson(cast) })),
  forStaff("admin.user.update", async ({ cast }) => ({ userId: await addPerson(cast), name: "Renamed" })),
  forStaff("admin.user.deactivate", async ({ cast }) => ({ userId: await addPerson(cast) })),
  forStaff("admin.user.reactivate", async ({ cast }) => ({ userId: await addPerson(cast) })),
  forStaff("admin.user.bulk", async ({ cast }) => ({ action: "signOut", userIds: [await addPerson(cast)] })),
  forAdmins("admin.user.setRole", async ({ cast }) => ({ userId: await addPerson(cast), role: "moderator" })),
  forAdmins("admin.user.create", () => ({ name: "New", email: `${randomUUID()}@example.com`, password: randomUUID() })),
  forAdmins("admin.user.export", () => ({})),
  forAdmins("admin.user.erase", async ({ cast }) => ({ userId: await addPerson(cast), messages: "keep" })),
  forAdmins("admin.invite.list", () => ({})),
  forAdmins("admin.invite.create", () => ({ role: "user" })),
  forAdmins("admin.invite.revoke", async ({ cast }) => ({ inviteId: await addInvite(cast) })),
  forAdmins("admin.session.list", () => ({})),
  forAdmins("admin.session.revoke", async ({ cast }) => ({ sessionId: await addStaffSession(cast) })),
  forStaff("admin.group.list", () => ({})),
  forStaff("admin.group.get", inRoom),
  forStaff("admin.group.members", inRoom),
  forStaff("admin.group.update", (target) => ({ ...inRoom(target), name: "Renamed" })),
  forAdmins("admin.group.update of a private group to a public one", (target) => ({ ...inRoom(target), visibility: "public" })),
  forStaff("admin.group.setMemberRole", (target) => ({ ...onOther(target), role: "moderator" })),
  forStaff("admin.group.removeMember", onOther),
  forStaff("admin.group.freeze", inRoom),
  forStaff("admin.group.unfreeze", inRoom),
  forStaff("admin.group.archive", inRoom),
  forStaff("admin.group.unarchive", inRoom),
  forStaff("admin.group.transcript", (target) => ({ ...inRoom(target), reason: "Looked into" })),
  forAdmins("admin.group.delete", async ({ room, cast }) => {
    const [group] = await cast.server.database.query<{ name: string }>(`SELECT name FROM "Channel" WHERE id = $1`, [
      room.channelId,
    ]);
    return { channelId: room.channelId, name: group?.name };
  }),
  forAdmins("admin.rule.list", () => undefined),
  forAdmins("admin.rule.create", () => draft),
  forAdmins("admin.rule.update", async ({ cast }) => ({ ruleId: await addRule(cast), name: "Renamed" })),
  forAdmins("admin.rule.delete", async ({ cast }) => ({ ruleId: await addRule(cast) })),
  forAdmins("admin.rule.reorder", async ({ cast: { server } }) => {
    const rules = await server.database.query<{ id: string }>(`SELECT id FROM "Rule"`);
    return { ruleIds: rules.map(({ id }) => id) };
  }),
  forAdmins("admin.rule.test", () => ({ text: "hello", rule: draft })),
  forAdmins("admin.rule.replay", () => ({ rule: draft })),
  forAdmins("admin.rule.importWords", () => ({ csv: "word" })),
  forAdmins("admin.rule.exportWords", async ({ cast }) => ({ ruleId: await addRule(cast) })),
  forAdmins("admin.setting.list", () => undefined),
  forAdmins("admin.setting.set", () => ({ key: "siteName", value: "Ours" })),
  forAdmins("admin.setting.reset", () => ({ key: "siteName" })),
  forAdmins("admin.health.get", () => undefined),
  forAdmins("admin.audit.list", () => ({})),
  forAdmins("admin.audit.get", async ({ cast: { server } }) => {
    const [entry] = await server.database.query<{ id: string }>(`SELECT max(id)::text AS id FROM "AuditLog"`);
    return { entryId: entry?.id };
  }),
  forAdmins("admin.audit.verify", () => undefined),
  forAdmins("admin.audit.export", () => ({})),
];

async function addInvite(cast: Cast): Promise<string> {
  const id = randomUUID();
  await cast.server.database.query(
    `INSERT INTO "Invite" (id, "codeHash", "createdById", "expiresAt") VALUES ($1::uuid, $1::text, $2, now() + interval '1 day')`,
    [id, await addPerson(cast)],
  );
  return id;
}

async function addStaffSession(cast: Cast): Promise<string> {
  const id = randomUUID();
  const userId = await addPerson(cast);
  await cast.server.database.query(`UPDATE "User" SET role = 'moderator' WHERE id = $1`, [userId]);
  await cast.server.database.query(
    `INSERT INTO "Session" (id, token, "userId", "expiresAt", "updatedAt") VALUES ($1::uuid, $1::text, $2, now() + interval '1 day', now())`,
    [id, userId],
  );
  return id;
}
