import type { OwnAppeal, OwnSanction } from "@chat/contract";
import { toMoment, toMomentOrNull } from "../users/record.ts";

/** SQL of "in force now" for the sanction `s`: a warning until it was seen. */
export const inForceSql = (s = "s") => `(${s}."liftedAt" IS NULL AND (${s}.until IS NULL OR ${s}.until > now())
  AND (${s}.type <> 'warning' OR ${s}."seenAt" IS NULL))`;

export interface OwnSanctionRow {
  id: string;
  type: OwnSanction["type"];
  reason: string;
  channel: OwnSanction["channel"];
  messageText: string | null;
  createdAt: Date;
  until: Date | null;
  seenAt: Date | null;
  liftedAt: Date | null;
  appeal: OwnAppeal | null;
}

/** Columns and joins of an `OwnSanctionRow` for sanctions `s`, with their appeals `p`. */
export const ownSanctionSql = `SELECT s.id, s.type, s.reason, s."createdAt", s.until, s."seenAt", s."liftedAt",
  CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'name', c.name) END AS channel,
  CASE WHEN k.target = 'message' THEN (SELECT r.text FROM "Report" r WHERE r."caseId" = k.id ORDER BY r.id LIMIT 1) END AS "messageText",
  CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'state', p.state, 'text', p.text, 'answer', p.answer,
    'createdAt', p."createdAt", 'decidedAt', p."decidedAt") END AS appeal
  FROM "Sanction" s LEFT JOIN "Channel" c ON c.id = s."channelId" LEFT JOIN "ReportCase" k ON k.id = s."caseId"
  LEFT JOIN "Appeal" p ON p."sanctionId" = s.id`;

export function toOwnSanction(row: OwnSanctionRow): OwnSanction {
  const { appeal } = row;
  return {
    ...row,
    createdAt: toMoment(row.createdAt),
    until: toMomentOrNull(row.until),
    seenAt: toMomentOrNull(row.seenAt),
    liftedAt: toMomentOrNull(row.liftedAt),
    appeal:
      appeal === null ? null : { ...appeal, createdAt: toMoment(appeal.createdAt), decidedAt: toMomentOrNull(appeal.decidedAt) },
  };
}
