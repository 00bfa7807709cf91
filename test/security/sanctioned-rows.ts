import { randomUUID } from "node:crypto";
import type { Row, Target } from "./matrix-row.ts";

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
