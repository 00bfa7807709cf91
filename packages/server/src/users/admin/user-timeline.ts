import type { TimelineEntry, userTimelineInput } from "@chat/contract";
import type { z } from "zod";
import type { Caller } from "../../context.ts";
import type { Services } from "../../services.ts";
import { toMoment } from "../record.ts";
import { readMomentCursor, toCursor } from "./page-cursor.ts";

type Row = Omit<TimelineEntry, "at"> & { at: Date };

interface Source {
  kind: string;
  /** SQL of a unique id, a moment, and what it was about. */
  id: string;
  at: string;
  text: string;
  channelId?: string;
  caseId?: string;
  /** SQL with the person as `$1` and the caller, who does not see cases about themselves, as `$5`. */
  from: string;
}

/** The case of a sanction `s`. */
const ownCase = `CASE WHEN s."userId" <> $5 THEN s."caseId" END`;
const channel = `JOIN "Channel" c ON c.id = mb."channelId" AND c.type <> 'thread'`;
const sources: readonly Source[] = [
  { kind: "signed-up", id: "u.id", at: `u."createdAt"`, text: "u.issuer", from: `"User" u WHERE u.id = $1` },
  {
    kind: "joined",
    id: `mb."channelId"`,
    at: `mb."joinedAt"`,
    text: `coalesce(c.name, '')`,
    channelId: "c.id",
    from: `"Member" mb ${channel} WHERE mb."userId" = $1`,
  },
  {
    kind: "left",
    id: `mb."channelId"`,
    at: `mb."leftAt"`,
    text: `coalesce(c.name, '')`,
    channelId: "c.id",
    from: `"Member" mb ${channel} WHERE mb."userId" = $1 AND mb."leftAt" IS NOT NULL`,
  },
  {
    kind: "reported",
    id: "r.id",
    at: `r."createdAt"`,
    text: "r.reason",
    caseId: `r."caseId"`,
    from: `"Report" r JOIN "ReportCase" rc ON rc.id = r."caseId" AND rc."userId" <> $5 WHERE r."reporterId" = $1`,
  },
  {
    kind: "was-reported",
    id: "r.id",
    at: `r."createdAt"`,
    text: "r.reason",
    caseId: `r."caseId"`,
    from: `"ReportCase" rc JOIN "Report" r ON r."caseId" = rc.id WHERE rc."userId" = $1 AND rc."userId" <> $5`,
  },
  {
    kind: "case-resolved",
    id: "rc.id",
    at: `rc."resolvedAt"`,
    text: `coalesce(rc.resolution, '')`,
    caseId: "rc.id",
    from: `"ReportCase" rc WHERE rc."userId" = $1 AND rc."userId" <> $5 AND rc."resolvedAt" IS NOT NULL`,
  },
  {
    kind: "sanctioned",
    id: "s.id",
    at: `s."createdAt"`,
    text: `s.type || CASE WHEN s.reason = '' THEN '' ELSE ': ' || s.reason END`,
    channelId: `s."channelId"`,
    caseId: ownCase,
    from: `"Sanction" s WHERE s."userId" = $1`,
  },
  {
    kind: "sanction-lifted",
    id: "s.id",
    at: `s."liftedAt"`,
    text: "s.type::text",
    channelId: `s."channelId"`,
    caseId: ownCase,
    from: `"Sanction" s WHERE s."userId" = $1 AND s."liftedAt" IS NOT NULL`,
  },
  {
    kind: "session",
    id: "e.id",
    at: `e."createdAt"`,
    text: `coalesce(e."userAgent", '')`,
    from: `"Session" e WHERE e."userId" = $1 AND e."expiresAt" > now()`,
  },
];

/** Of each source one page at most is read. */
const sql = sources
  .map(({ kind, id, at, text, channelId = "NULL::uuid", caseId = "NULL::uuid", from }) => {
    const key = `'${kind} ' || ${id}`;
    return `(SELECT ${key} AS id, '${kind}' AS kind, ${at} AS at, ${text} AS text, ${channelId} AS "channelId", ${caseId} AS "caseId"
      FROM ${from} AND ($2::timestamptz IS NULL OR (${at}, ${key}) < ($2, $3::text)) ORDER BY ${at} DESC, ${key} DESC LIMIT $4)`;
  })
  .join(" UNION ALL ");

/** What happened with somebody, the latest first, without cases about the caller. Nobody's is empty. Errors: INVALID_INPUT (a cursor of another list). */
export async function userTimeline(
  { db }: Services,
  caller: Caller,
  { userId, cursor, limit }: z.output<typeof userTimelineInput>,
): Promise<{ items: TimelineEntry[]; cursor: string | null }> {
  const [at, id] = cursor === undefined ? [null, null] : readMomentCursor(cursor);
  const rows = await db.query<Row>(`SELECT * FROM (${sql}) t ORDER BY at DESC, id DESC LIMIT $4`, [
    userId,
    at,
    id,
    limit + 1,
    caller.userId,
  ]);
  const items = rows.slice(0, limit).map((row) => ({ ...row, at: toMoment(row.at) }));
  const last = items.at(-1);
  return { items, cursor: rows.length > limit && last !== undefined ? toCursor(last.at, last.id) : null };
}
