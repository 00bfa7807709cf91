import { v7 as uuidv7 } from "uuid";
import { insertRows } from "./insert-rows.ts";
import type { SeedQueryable } from "./seed-demo.ts";

interface Complaint {
  /** What the message has in it, as a regular expression of PostgreSQL. */
  readonly about: string;
  readonly priority: number;
  readonly hoursAgo: number;
  readonly reports: readonly { reason: string; comment: string }[];
}

/** What waits for the demo's moderators. Nobody in the conversation did wrong: these are complaints as any queue has them. */
const complaints: readonly Complaint[] = [
  { about: "https?://", priority: 0, hoursAgo: 2, reports: [{ reason: "spam", comment: "Just a link, again." }] },
  {
    about: "\\?\\?|!!",
    priority: 2,
    hoursAgo: 5,
    reports: [
      { reason: "harassment", comment: "No need to shout at people." },
      { reason: "harassment", comment: "" },
      { reason: "other", comment: "Please have a look at the tone here." },
    ],
  },
  {
    about: "windows",
    priority: 0,
    hoursAgo: 22,
    reports: [{ reason: "other", comment: "Off topic: this group is about our own system." }],
  },
  {
    about: "password|passwd",
    priority: 2,
    hoursAgo: 1,
    reports: [{ reason: "privateInformation", comment: "Is that a real password?" }],
  },
];

const hour = 3_600_000;
const dueHours = [24, 24, 4, 1];

interface Found {
  id: string;
  channelId: string;
  authorId: string;
  text: string;
}

/** The latest message of a group that fits, by somebody without an account, and not one that is reported already. */
const findSql = `SELECT m.id, m."channelId", m."authorId", m.text FROM "Message" m JOIN "User" u ON u.id = m."authorId" AND u.email IS NULL
  JOIN "Channel" c ON c.id = m."channelId" AND c.type = 'group' WHERE m.kind = 'text' AND m."deletedAt" IS NULL AND m.text ~* $1
  AND m.id <> ALL($2::uuid[]) ORDER BY m."createdAt" DESC, m.id LIMIT 1`;

/** Members with an account, who can report it. */
const reportersSql = `SELECT u.id FROM "Member" mb JOIN "User" u ON u.id = mb."userId" AND u.email IS NOT NULL AND u.role = 'user'
  WHERE mb."channelId" = $1 AND mb."leftAt" IS NULL ORDER BY u.name LIMIT $2`;

/** Reports for the demo's queue, and a mute that somebody appeals. */
export async function insertDesk(tx: SeedQueryable, { now, moderatorId }: { now: Date; moderatorId: string }): Promise<void> {
  const taken: Found[] = [];
  for (const complaint of complaints) {
    const [message] = await tx.query<Found>(findSql, [complaint.about, taken.map(({ id }) => id)]);
    if (message === undefined) continue;
    taken.push(message);
    await insertCase(tx, complaint, message, now);
  }
  const [last] = taken;
  if (last !== undefined) await insertAppeal(tx, last.authorId, moderatorId, now);
}

async function insertCase(tx: SeedQueryable, complaint: Complaint, message: Found, now: Date): Promise<void> {
  const people = await tx.query<{ id: string }>(reportersSql, [message.channelId, complaint.reports.length]);
  const createdAt = new Date(now.getTime() - complaint.hoursAgo * hour);
  const caseId = uuidv7({ msecs: createdAt.getTime() });
  const dueAt = new Date(createdAt.getTime() + (dueHours[complaint.priority] ?? 24) * hour);
  const reports = people.map(({ id: reporterId }, place) => ({
    id: uuidv7({ msecs: createdAt.getTime() + place * 60_000 }),
    caseId,
    reporterId,
    ...complaint.reports[place],
    text: message.text,
    createdAt: new Date(createdAt.getTime() + place * 60_000),
  }));
  await insertRows(tx, "ReportCase", [
    {
      id: caseId,
      target: "message",
      userId: message.authorId,
      messageId: message.id,
      channelId: message.channelId,
      state: "open",
      priority: complaint.priority,
      reportCount: reports.length,
      isEscalated: false,
      isHidden: false,
      dueAt,
      createdAt,
      lastReportedAt: reports.at(-1)?.createdAt ?? createdAt,
      version: 1,
    },
  ]);
  await insertRows(tx, "Report", reports);
}

async function insertAppeal(tx: SeedQueryable, userId: string, byId: string, now: Date): Promise<void> {
  const createdAt = new Date(now.getTime() - 20 * hour);
  const sanctionId = uuidv7({ msecs: createdAt.getTime() });
  await insertRows(tx, "Sanction", [
    {
      id: sanctionId,
      type: "mute",
      userId,
      reason: "The same link in three groups.",
      note: "First time.",
      byId,
      until: new Date(now.getTime() + 28 * hour),
      createdAt,
    },
  ]);
  await insertRows(tx, "Appeal", [
    {
      id: uuidv7({ msecs: createdAt.getTime() + 2 * hour }),
      sanctionId,
      userId,
      text: "I only wanted to show the page that helped me. I will post such links once from now on.",
      state: "open",
      answer: "",
      createdAt: new Date(createdAt.getTime() + 2 * hour),
    },
  ]);
}
