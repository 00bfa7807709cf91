import type { OwnReport, UserRef } from "@chat/contract";
import { toMoment, toMomentOrNull } from "../users/record.ts";

export interface OwnReportRow {
  id: string;
  target: "message" | "user";
  user: UserRef;
  messageId: string | null;
  channelId: string | null;
  text: string;
  reason: string;
  comment: string;
  createdAt: Date;
  resolution: string | null;
  resolvedAt: Date | null;
}

/** Columns and joins of an `OwnReportRow` for reports `r`. */
export const ownReportSql = `SELECT r.id, k.target, k."messageId", k."channelId", r.text, r.reason, r.comment, r."createdAt", k.resolution, k."resolvedAt",
  jsonb_build_object('id', u.id, 'name', u.name, 'image', u.image, 'version', u.version) AS user
  FROM "Report" r JOIN "ReportCase" k ON k.id = r."caseId" JOIN "User" u ON u.id = k."userId"`;

export function toOwnReport({ createdAt, resolution, resolvedAt, ...row }: OwnReportRow): OwnReport {
  return {
    ...row,
    createdAt: toMoment(createdAt),
    outcome: resolvedAt === null ? "open" : resolution === "dismiss" ? "noAction" : "actionTaken",
    decidedAt: toMomentOrNull(resolvedAt),
  };
}
