import type { CaseDecision, ReportCase, UserRef } from "@chat/contract";
import { toMoment, toMomentOrNull } from "../users/record.ts";

/** SQL of a `UserRef`, or null where the joined user `u` is not there. */
export const refSql = (u: string) =>
  `CASE WHEN ${u}.id IS NOT NULL THEN jsonb_build_object('id', ${u}.id, 'name', ${u}.name, 'image', ${u}.image, 'version', ${u}.version) END`;

/** Characters of a case's text in a list. */
const excerpt = 280;

type Moments = "heldUntil" | "dueAt" | "createdAt" | "lastReportedAt" | "resolvedAt";
export type CaseRow = Omit<ReportCase, Moments> & Record<Moments, Date | null>;

/** SQL of what the case `k` is about, in words: the message `m` as it is, or where it is gone as it was reported. */
export const caseTextSql = `coalesce(nullif(m.text, ''), (SELECT r.text FROM "Report" r WHERE r."caseId" = k.id ORDER BY r."createdAt" LIMIT 1), '')`;

/** SQL of "the admins' alone" for the case `k` about the person `u`: one that was escalated, or that is about one of the staff. */
export const forAdminsSql = (u: string) => `(k."isEscalated" OR ${u}.role <> 'user')`;

/** Columns and joins of a `CaseRow` for cases `k`; `FROM` is given before. */
export const caseColumns = `k.id, k.target, k.state, k.priority, k."reportCount", ${forAdminsSql("u")} AS "isEscalated", k."isHidden", k."messageId", k."dueAt", k."createdAt",
  k."lastReportedAt", k."resolvedAt", k.resolution, k.version, ${refSql("u")} AS user, ${refSql("a")} AS assignee, ${refSql("h")} AS holder,
  ${refSql("d")} AS "resolvedBy", CASE WHEN h.id IS NOT NULL THEN k."heldUntil" END AS "heldUntil", left(${caseTextSql}, ${excerpt}) AS text,
  CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'name', c.name, 'type', c.type) END AS channel,
  (SELECT coalesce(jsonb_agg(x ORDER BY x.count DESC, x.reason), '[]') FROM (
    SELECT r.reason, count(*)::int AS count FROM "Report" r WHERE r."caseId" = k.id GROUP BY r.reason
  ) x) AS reasons`;

export const caseJoins = `JOIN "User" u ON u.id = k."userId"
  LEFT JOIN "User" a ON a.id = k."assigneeId"
  LEFT JOIN "User" h ON h.id = k."holderId" AND k."heldUntil" > now()
  LEFT JOIN "User" d ON d.id = k."resolvedById"
  LEFT JOIN "Channel" c ON c.id = k."channelId"
  LEFT JOIN "Message" m ON m.id = k."messageId"`;

export function toCase(row: CaseRow): ReportCase {
  return {
    ...row,
    heldUntil: toMomentOrNull(row.heldUntil),
    dueAt: momentOf(row.dueAt),
    createdAt: momentOf(row.createdAt),
    lastReportedAt: momentOf(row.lastReportedAt),
    resolvedAt: toMomentOrNull(row.resolvedAt),
  };
}

/** Of a column that is never null. */
const momentOf = (at: Date | null) => toMoment(at ?? new Date(0));

export interface DecisionRow {
  id: string;
  by: UserRef;
  action: CaseDecision["action"];
  reason: string;
  note: string;
  createdAt: Date;
  undoneAt: Date | null;
}

export function toDecision(row: DecisionRow): CaseDecision {
  return { ...row, createdAt: toMoment(row.createdAt), undoneAt: toMomentOrNull(row.undoneAt) };
}
