import type { CaseDetail, CaseIdInput, ContextMessage, PersonHistory, UserRef } from "@chat/contract";
import type { Database } from "@chat/db";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { staffSanctionColumns, staffSanctionJoins, toStaffSanction, type StaffSanctionRow } from "../sanctions/staff-record.ts";
import { toMoment, toMomentOrNull } from "../users/record.ts";
import { aboutOtherSql, loadCase } from "./case-policy.ts";
import { caseTextSql, refSql, toDecision, type DecisionRow } from "./case-record.ts";

/** Messages before and after the one that was reported. */
const around = 20;
/** Reporters whose history is shown. */
const shownReporters = 5;

type ReportRow = Omit<CaseDetail["reports"][number], "createdAt"> & { createdAt: Date };

/** All that one needs to decide a case. Errors: NOT_FOUND, also where it is about the caller. */
export async function getCase(db: Database, caller: Caller, { caseId }: CaseIdInput): Promise<CaseDetail> {
  const found = await loadCase(db, caller, caseId);
  const [reports, decisions, messages] = await Promise.all([
    db.query<ReportRow>(
      `SELECT r.id, r.reason, r.comment, r.text, r."createdAt", ${refSql("u")} AS reporter FROM "Report" r LEFT JOIN "User" u ON u.id = r."reporterId"
       WHERE r."caseId" = $1 ORDER BY r."createdAt", r.id LIMIT 100`,
      [caseId],
    ),
    db.query<DecisionRow>(
      `SELECT d.id, d.action, d.reason, d.note, d."createdAt", d."undoneAt", ${refSql("u")} AS by FROM "CaseDecision" d JOIN "User" u ON u.id = d."byId"
       WHERE d."caseId" = $1 ORDER BY d."createdAt" DESC LIMIT 100`,
      [caseId],
    ),
    found.messageId === null ? [] : readAround(db, found.messageId),
  ]);
  const reporterIds = [...new Set(reports.flatMap(({ reporter }) => reporter?.id ?? []))].slice(0, shownReporters);
  const [person, reporters] = await Promise.all([
    readHistory(db, caller, found.user.id, caseId),
    Promise.all(reporterIds.map((id) => readHistory(db, caller, id, caseId))),
  ]);
  return {
    case: found,
    reports: reports.map((row) => ({ ...row, createdAt: toMoment(row.createdAt) })),
    decisions: decisions.map(toDecision),
    messages,
    person,
    reporters,
  };
}

type ContextRow = Omit<ContextMessage, "createdAt" | "editedAt" | "deletedAt" | "hiddenAt"> & {
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  hiddenAt: Date | null;
};

async function readAround(db: Database, messageId: string): Promise<ContextMessage[]> {
  const rows = await db.query<ContextRow>(
    `SELECT m.id, m.seq, m.text, m."createdAt", m."editedAt", m."deletedAt", m."hiddenAt", m.id = at.id AS "isReported", ${refSql("u")} AS author
     FROM "Message" at JOIN "Message" m ON m."channelId" = at."channelId" AND m.seq BETWEEN at.seq - ${around} AND at.seq + ${around}
       AND m.kind <> 'system'
     JOIN "User" u ON u.id = m."authorId" WHERE at.id = $1 ORDER BY m.seq`,
    [messageId],
  );
  return rows.map((row) => ({
    ...row,
    createdAt: toMoment(row.createdAt),
    editedAt: toMomentOrNull(row.editedAt),
    deletedAt: toMomentOrNull(row.deletedAt),
    hiddenAt: toMomentOrNull(row.hiddenAt),
  }));
}

interface HistoryRow {
  user: UserRef;
  role: PersonHistory["role"];
  joinedAt: Date;
  deactivatedAt: Date | null;
  casesAbout: number;
  casesUpheld: number;
  reportsBy: number;
  reportsUpheld: number;
  sanctions: StaffSanctionRow[] | null;
  cases: PersonHistory["cases"] | null;
}

const upheld = `k."resolvedAt" IS NOT NULL AND k.resolution NOT IN ('dismiss', 'merge')`;

const historySql = `SELECT ${refSql("p")} AS user, p.role, p."createdAt" AS "joinedAt", p."deactivatedAt", about.*, made.*,
  (SELECT jsonb_agg(x) FROM (SELECT ${staffSanctionColumns} FROM "Sanction" s ${staffSanctionJoins} WHERE s."userId" = p.id
    ORDER BY s."createdAt" DESC LIMIT 10) x) AS sanctions,
  (SELECT jsonb_agg(x) FROM (SELECT k.id, k.target, k.resolution, k."resolvedAt", left(${caseTextSql}, 280) AS text
    FROM "ReportCase" k LEFT JOIN "Message" m ON m.id = k."messageId" WHERE k."userId" = p.id AND k.id <> $2 AND ${aboutOtherSql("$3")}
      AND k."resolvedAt" IS NOT NULL
    ORDER BY k."resolvedAt" DESC LIMIT 10) x) AS cases
FROM "User" p
CROSS JOIN LATERAL (SELECT count(*)::int AS "casesAbout", (count(*) FILTER (WHERE ${upheld}))::int AS "casesUpheld"
  FROM "ReportCase" k WHERE k."userId" = p.id AND k.id <> $2 AND ${aboutOtherSql("$3")}) about
CROSS JOIN LATERAL (SELECT count(*)::int AS "reportsBy", (count(*) FILTER (WHERE ${upheld}))::int AS "reportsUpheld"
  FROM "Report" r JOIN "ReportCase" k ON k.id = r."caseId" WHERE r."reporterId" = p.id) made
WHERE p.id = $1`;

/** What is known of somebody, without the case that is looked at, and of the caller, who may have reported it, without those about them. */
async function readHistory(db: Database, caller: Caller, userId: string, caseId: string): Promise<PersonHistory> {
  const [row] = await db.query<HistoryRow>(historySql, [userId, caseId, caller.userId]);
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return {
    ...row,
    joinedAt: toMoment(row.joinedAt),
    deactivatedAt: toMomentOrNull(row.deactivatedAt),
    sanctions: (row.sanctions ?? []).map(toStaffSanction),
    cases: (row.cases ?? []).map((one) => ({ ...one, resolvedAt: toMoment(one.resolvedAt) })),
  };
}
