import type { ExportAdminUsers } from "@chat/contract";
import { bannedSql } from "../../auth/may-call.ts";
import { containsPattern } from "../../contains-pattern.ts";

/** SQL of "muted everywhere" for the user `u`. */
export const mutedSql = `EXISTS (SELECT FROM "Sanction" s WHERE s."userId" = u.id AND s."channelId" IS NULL AND s.type = 'mute'
  AND s."liftedAt" IS NULL AND (s.until IS NULL OR s.until > now()))`;

const states = {
  active: `u."deactivatedAt" IS NULL AND NOT ${bannedSql}`,
  muted: mutedSql,
  banned: bannedSql,
  deactivated: `u."deactivatedAt" IS NOT NULL`,
} as const;

/** SQL of when `u` was last here, as its index has it: who never was, was long ago. */
export const lastSeenSql = `coalesce(u."lastSeenAt", 'epoch'::timestamptz)`;

const seen = {
  day: `${lastSeenSql} > now() - interval '1 day'`,
  week: `${lastSeenSql} > now() - interval '7 days'`,
  month: `${lastSeenSql} > now() - interval '30 days'`,
  longer: `${lastSeenSql} <= now() - interval '30 days' AND u."lastSeenAt" IS NOT NULL`,
  never: `${lastSeenSql} = 'epoch'::timestamptz`,
} as const;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** From so many letters on, small mistakes in a name are forgiven. */
const fuzzyFrom = 4;

/** SQL and values of a filter, for the user `u`. */
export function userFilter({ query = "", role, state, seen: since, isReported }: ExportAdminUsers): {
  sql: string;
  values: unknown[];
} {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const words = query.trim().toLowerCase();
  if (uuid.test(words)) {
    const at = value(words);
    conditions.push(`(u.id = ${at}::uuid OR lower(u."externalId") = ${at}::text)`);
  } else if (words !== "") {
    const pattern = value(containsPattern(words));
    const like = ["u.name", "u.email", `u."externalId"`].map((column) => `lower(${column}) LIKE ${pattern}`);
    if (words.length >= fuzzyFrom) like.push(`resembles(lower(u.name), ${value(words)})`);
    conditions.push(`(${like.join(" OR ")})`);
  }
  if (role !== undefined) conditions.push(`u.role = ${value(role)}::"UserRole"`);
  if (state !== undefined) conditions.push(states[state]);
  if (since !== undefined) conditions.push(seen[since]);
  if (isReported === true)
    conditions.push(`EXISTS (SELECT FROM "ReportCase" rc WHERE rc."userId" = u.id AND rc."resolvedAt" IS NULL)`);
  if (isReported === false)
    conditions.push(`NOT EXISTS (SELECT FROM "ReportCase" rc WHERE rc."userId" = u.id AND rc."resolvedAt" IS NULL)`);
  return { sql: conditions.length === 0 ? "true" : conditions.join(" AND "), values };
}
