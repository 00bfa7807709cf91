import type { AdminUserDetail, AdminUserIdInput } from "@chat/contract";
import { ChatError } from "../../chat-error.ts";
import type { Services } from "../../services.ts";
import { toMoment, toMomentOrNull } from "../record.ts";
import { adminUserColumns, toAdminUser, type AdminUserRow } from "./admin-user-record.ts";

type Dated<T, K extends keyof T> = Omit<T, K> & Record<K, string> & { until?: string | null; liftedAt?: string | null };
type Sanction = AdminUserDetail["sanctions"][number];

interface DetailRow extends AdminUserRow {
  sanctions: Dated<Sanction, "createdAt">[];
  sessions: AdminUserDetail["sessions"];
  memberships: AdminUserDetail["memberships"];
  channels: number;
  reportsBy: number;
  reportsAbout: number;
}

const list = (columns: string, rest: string) =>
  `coalesce((SELECT jsonb_agg(to_jsonb(x)) FROM (SELECT ${columns} ${rest} LIMIT 50) x), '[]')`;

const sanctionsSql = list(
  `s.id, s.type, s."channelId", c.name AS "channelName", s.reason, s.note, b.name AS by, s."createdAt", s.until, s."liftedAt",
   s."liftedAt" IS NULL AND (s.until IS NULL OR s.until > now()) AND (s.type <> 'warning' OR s."seenAt" IS NULL) AS "isInForce"`,
  `FROM "Sanction" s LEFT JOIN "Channel" c ON c.id = s."channelId" LEFT JOIN "User" b ON b.id = s."byId"
   WHERE s."userId" = u.id ORDER BY s."createdAt" DESC`,
);
const sessionsSql = list(
  `e.id, e."userAgent", NULLIF(e."ipAddress", '') AS "ipAddress", e."createdAt", e."updatedAt"`,
  `FROM "Session" e WHERE e."userId" = u.id AND e."expiresAt" > now() ORDER BY e."updatedAt" DESC`,
);
const places = `FROM "Member" mb JOIN "Channel" c ON c.id = mb."channelId" AND c.type <> 'thread'
  WHERE mb."userId" = u.id AND mb."leftAt" IS NULL`;
const membershipsSql = list(
  `mb."channelId", c.name, c.type, mb.role, mb."joinedAt"`,
  `${places.replace("WHERE", `JOIN "ChannelHead" h ON h."channelId" = c.id WHERE`)} ORDER BY h."lastActivityAt" DESC`,
);

/** A person with what staff ask first. Errors: NOT_FOUND. */
export async function getAdminUser({ db, presence }: Services, { userId }: AdminUserIdInput): Promise<AdminUserDetail> {
  const [row] = await db.query<DetailRow>(
    `SELECT ${adminUserColumns(true)}, ${sanctionsSql} AS sanctions, ${sessionsSql} AS sessions, ${membershipsSql} AS memberships,
       (SELECT count(*)::int ${places}) AS channels,
       (SELECT count(*)::int FROM "Report" r WHERE r."reporterId" = u.id) AS "reportsBy",
       (SELECT count(*)::int FROM "ReportCase" rc WHERE rc."userId" = u.id) AS "reportsAbout"
     FROM "User" u WHERE u.id = $1`,
    [userId],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return {
    ...toAdminUser(row, presence.isOnline(userId)),
    sanctions: row.sanctions.map((sanction) => ({
      ...sanction,
      createdAt: toMoment(sanction.createdAt),
      until: toMomentOrNull(sanction.until ?? null),
      liftedAt: toMomentOrNull(sanction.liftedAt ?? null),
    })),
    sessions: row.sessions.map((session) => ({
      ...session,
      createdAt: toMoment(session.createdAt),
      updatedAt: toMoment(session.updatedAt),
    })),
    memberships: row.memberships.map((place) => ({ ...place, joinedAt: toMoment(place.joinedAt) })),
    channels: row.channels,
    reportsBy: row.reportsBy,
    reportsAbout: row.reportsAbout,
  };
}
