import type { StaffSanction } from "@chat/contract";
import { refSql } from "../reports/case-record.ts";
import { toMoment, toMomentOrNull } from "../users/record.ts";
import { inForceSql } from "./record.ts";

type Moments = "createdAt" | "until" | "seenAt" | "liftedAt";
/** A row of columns, or the same as JSON. */
export type StaffSanctionRow = Omit<StaffSanction, Moments> & { createdAt: Date | string } & Record<
    Exclude<Moments, "createdAt">,
    Date | string | null
  >;

export const staffSanctionColumns = `s.id, s.type, s."caseId", s.reason, s.note, s."createdAt", s.until, s."seenAt", s."liftedAt", ${refSql("su")} AS user,
  ${refSql("sb")} AS by, ${refSql("sl")} AS "liftedBy", ${inForceSql("s")} AS "isInForce",
  CASE WHEN sc.id IS NOT NULL THEN jsonb_build_object('id', sc.id, 'name', sc.name) END AS channel,
  CASE WHEN sp.id IS NOT NULL THEN jsonb_build_object('id', sp.id, 'state', sp.state) END AS appeal`;

/** After `"Sanction" s`. */
export const staffSanctionJoins = `JOIN "User" su ON su.id = s."userId" LEFT JOIN "User" sb ON sb.id = s."byId" LEFT JOIN "User" sl ON sl.id = s."liftedById"
  LEFT JOIN "Channel" sc ON sc.id = s."channelId" LEFT JOIN "Appeal" sp ON sp."sanctionId" = s.id`;

export function toStaffSanction(row: StaffSanctionRow): StaffSanction {
  return {
    ...row,
    createdAt: toMoment(row.createdAt),
    until: toMomentOrNull(row.until),
    seenAt: toMomentOrNull(row.seenAt),
    liftedAt: toMomentOrNull(row.liftedAt),
  };
}
