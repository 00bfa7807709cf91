import type { listOwnReportsInput, OwnReport } from "@chat/contract";
import type { z } from "zod";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { ownReportSql, toOwnReport, type OwnReportRow } from "./record.ts";

/** The caller's reports and what came of them, the latest first. */
export async function listOwnReports(
  { db }: Services,
  caller: Caller,
  { limit, cursor }: z.output<typeof listOwnReportsInput>,
): Promise<{ items: OwnReport[]; cursor: string | null }> {
  const rows = await db.query<OwnReportRow>(
    `${ownReportSql} WHERE r."reporterId" = $1 AND ($2::uuid IS NULL OR r.id < $2) ORDER BY r.id DESC LIMIT $3`,
    [caller.userId, cursor ?? null, limit + 1],
  );
  const items = rows.slice(0, limit).map(toOwnReport);
  return { items, cursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
