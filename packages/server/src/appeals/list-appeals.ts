import type { Appeal, AppealIdInput, listAppealsInput } from "@chat/contract";
import type { Queryable } from "@chat/db";
import type { z } from "zod";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { refSql } from "../reports/case-record.ts";
import { deletesSql } from "../reports/overturn-decision.ts";
import { readPageCursor, writePageCursor } from "../reports/page-cursor.ts";
import { staffSanctionColumns, staffSanctionJoins, toStaffSanction, type StaffSanctionRow } from "../sanctions/staff-record.ts";
import { toMoment, toMomentOrNull } from "../users/record.ts";

interface AppealRow extends Omit<Appeal, "createdAt" | "decidedAt" | "sanction" | "mayDecide"> {
  createdAt: Date;
  decidedAt: Date | null;
  sanction: StaffSanctionRow;
  /** The person is one of the staff. */
  isOfStaff: boolean;
}

const appealSql = `SELECT p.id, p.state, p.text, p.answer, p."createdAt", p."decidedAt", ${refSql("pu")} AS user, pu.role <> 'user' AS "isOfStaff", ${refSql("pd")} AS "decidedBy",
  to_jsonb(x) AS sanction,
  (SELECT r.text FROM "Report" r WHERE r."caseId" = x."caseId" AND r.text <> '' ORDER BY r."createdAt" LIMIT 1) AS "messageText",
  EXISTS (SELECT FROM "CaseDecision" d WHERE d."sanctionId" = x.id AND ${deletesSql("d")}) AS "isMessageDeleted"
FROM "Appeal" p JOIN "User" pu ON pu.id = p."userId" LEFT JOIN "User" pd ON pd.id = p."decidedById"
CROSS JOIN LATERAL (SELECT ${staffSanctionColumns} FROM "Sanction" s ${staffSanctionJoins} WHERE s.id = p."sanctionId") x`;

function toAppeal({ isOfStaff, ...row }: AppealRow, caller: Caller): Appeal {
  const sanction = toStaffSanction(row.sanction);
  const isOther = sanction.by?.id !== caller.userId && row.user.id !== caller.userId;
  return {
    ...row,
    createdAt: toMoment(row.createdAt),
    decidedAt: toMomentOrNull(row.decidedAt),
    sanction,
    mayDecide: row.state === "open" && isOther && (!isOfStaff || caller.role === "admin"),
  };
}

const openSql = `${appealSql} WHERE p.state = 'open' AND ($1::timestamptz IS NULL OR (p."createdAt", p.id) > ($1, $2::uuid))
  ORDER BY p."createdAt", p.id LIMIT $3`;
const decidedSql = `${appealSql} WHERE p.state <> 'open' AND ($1::timestamptz IS NULL OR (p."decidedAt", p.id) < ($1, $2::uuid))
  ORDER BY p."decidedAt" DESC, p.id DESC LIMIT $3`;

/** Open appeals, the oldest first, or decided ones, the latest first. Errors: INVALID_INPUT for a cursor that is not ours. */
export async function listAppeals(
  db: Queryable,
  caller: Caller,
  { state, limit, cursor }: z.output<typeof listAppealsInput>,
): Promise<{ items: Appeal[]; cursor: string | null }> {
  const after = readPageCursor(cursor);
  const sql = state === "open" ? openSql : decidedSql;
  const rows = await db.query<AppealRow>(sql, [after?.at ?? null, after?.id ?? null, limit + 1]);
  const items = rows.slice(0, limit).map((row) => toAppeal(row, caller));
  const last = items.at(-1);
  const at = last?.decidedAt ?? last?.createdAt;
  return { items, cursor: rows.length > limit && last && at ? writePageCursor(at, last.id) : null };
}

/** Errors: NOT_FOUND. */
export async function getAppeal(db: Queryable, caller: Caller, { appealId }: AppealIdInput): Promise<Appeal> {
  const [row] = await db.query<AppealRow>(`${appealSql} WHERE p.id = $1`, [appealId]);
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return toAppeal(row, caller);
}
