import { randomUUID } from "node:crypto";
import { addPerson, type Row, type Target } from "./matrix-row.ts";

const ok = "ok";
const none = "NOT_FOUND";

const everyone = [ok, ok, ok, ok, ok, ok, ok, ok];
const nobody = everyone.map(() => none);

/** A warning of the caller, or of somebody else. */
async function warn({ cast: { server, people, other }, role }: Target, isOwn: boolean): Promise<{ sanctionId: string }> {
  const sanctionId = randomUUID();
  const userId = isOwn ? people[role].id : other.id;
  await server.database.query(`INSERT INTO "Sanction" (id, type, "userId") VALUES ($1, 'warning', $2)`, [sanctionId, userId]);
  return { sanctionId };
}

/** What those may do who report, and those who are reported: also one banned everywhere sees why and appeals, over HTTP. */
export const sanctionedRows: readonly Row[] = [
  {
    name: "report.create of a message",
    input: ({ room }) => ({ messageId: room.othersMessageId, reason: "spam" }),
    expected: [none, ok, ok, ok, none, ok, ok, none],
  },
  { name: "report.create of a person", input: ({ cast }) => ({ userId: cast.other.id, reason: "spam" }), expected: everyone },
  {
    name: "report.create of oneself",
    input: ({ cast, role }) => ({ userId: cast.people[role].id, reason: "spam" }),
    expected: everyone.map(() => "FORBIDDEN"),
  },
  { name: "report.mine", input: () => ({}), expected: everyone },
  { name: "sanction.mine", input: () => undefined, expected: everyone, bannedEverywhere: ok },
  { name: "sanction.seen", input: (target) => warn(target, true), expected: everyone, bannedEverywhere: ok },
  { name: "sanction.seen of another's", input: (target) => warn(target, false), expected: nobody, bannedEverywhere: none },
  {
    name: "appeal.create",
    input: async (target) => ({ ...(await warn(target, true)), text: "It was a joke." }),
    expected: everyone,
    bannedEverywhere: ok,
  },
  {
    name: "appeal.create of another's",
    input: async (target) => ({ ...(await warn(target, false)), text: "It was a joke." }),
    expected: nobody,
    bannedEverywhere: none,
  },
];

const no = "FORBIDDEN";
/** What moderators and admins of the site alone may do. */
const forStaff = (name: string, input: Row["input"]): Row => ({ name, input, expected: [no, no, no, no, no, no, no, ok] });

/** A new case about somebody whom nobody has met. */
async function openCase({ cast }: Target): Promise<{ caseId: string }> {
  const caseId = randomUUID();
  await cast.server.database.query(
    `INSERT INTO "ReportCase" (id, target, "userId", "dueAt") VALUES ($1, 'user', $2, now() + interval '1 day')`,
    [caseId, await addPerson(cast)],
  );
  return { caseId };
}

/** A decision that who calls made just now. */
async function decide(target: Target): Promise<{ decisionId: string }> {
  const decisionId = randomUUID();
  const { caseId } = await openCase(target);
  const before = { state: "open", priority: 0, isEscalated: false, isHidden: false, assigneeId: null, dueAt: new Date() };
  await target.cast.server.database.query(
    `INSERT INTO "CaseDecision" (id, "caseId", "byId", action, before) VALUES ($1, $2, $3, 'dismiss', $4)`,
    [decisionId, caseId, target.cast.people[target.role].id, before],
  );
  return { decisionId };
}

/** A warning of somebody new. */
async function warnSomebody({ cast }: Target): Promise<{ sanctionId: string; userId: string }> {
  const [sanctionId, userId] = [randomUUID(), await addPerson(cast)];
  await cast.server.database.query(`INSERT INTO "Sanction" (id, type, "userId") VALUES ($1, 'warning', $2)`, [
    sanctionId,
    userId,
  ]);
  return { sanctionId, userId };
}

async function appeal(target: Target): Promise<{ appealId: string }> {
  const appealId = randomUUID();
  const { sanctionId, userId } = await warnSomebody(target);
  await target.cast.server.database.query(
    `INSERT INTO "Appeal" (id, "sanctionId", "userId", text) VALUES ($1, $2, $3, 'It was a joke.')`,
    [appealId, sanctionId, userId],
  );
  return { appealId };
}

const judged = (name: string): Row => ({
  name,
  input: ({ room }) => ({ messageId: room.othersMessageId, reason: "Enough" }),
  expected: [no, no, no, no, no, no, no, none],
});

/** The desk: the queue of reports, sanctions and appeals. */
export const deskRows: readonly Row[] = [
  forStaff("admin.report.list", () => ({})),
  forStaff("admin.report.pulse", () => undefined),
  forStaff("admin.report.get", openCase),
  forStaff("admin.report.assign", async (target) => ({ ...(await openCase(target)), assigneeId: target.cast.people.staff.id })),
  forStaff("admin.report.hold", openCase),
  forStaff("admin.report.release", openCase),
  forStaff("admin.report.setPriority", async (target) => ({ ...(await openCase(target)), priority: 2 })),
  forStaff("admin.report.act", async (target) => ({ ...(await openCase(target)), action: "mute", reason: "Enough" })),
  forStaff("admin.report.undo", decide),
  forStaff("admin.report.assignees", () => undefined),
  // Staff who are no members of the room do not read it there.
  judged("admin.message.hide"),
  judged("admin.message.delete"),
  forStaff("admin.sanction.list", () => ({})),
  forStaff("admin.sanction.get", async (target) => ({ sanctionId: (await warnSomebody(target)).sanctionId })),
  forStaff("admin.sanction.create", async ({ cast }) => ({ type: "mute", userId: await addPerson(cast), reason: "Enough" })),
  {
    ...forStaff("admin.sanction.create of a moderator", async ({ cast }) => ({
      type: "mute",
      userId: cast.people.staff.id,
      reason: "Enough",
    })),
    staff: no,
  },
  forStaff("admin.sanction.lift", async (target) => ({ sanctionId: (await warnSomebody(target)).sanctionId })),
  forStaff("admin.appeal.list", () => ({})),
  forStaff("admin.appeal.get", appeal),
  forStaff("admin.appeal.decide", async (target) => ({ ...(await appeal(target)), decision: "lift", answer: "You are right." })),
];
