import { idSchema, type AdminGroup, type listAdminGroupsInput } from "@chat/contract";
import type { Database } from "@chat/db";
import { z } from "zod";
import { ChatError } from "../../chat-error.ts";
import { containsPattern } from "../../contains-pattern.ts";
import { adminGroupColumns, labelSql, toAdminGroup, type AdminGroupRow } from "./record.ts";

type Filter = z.output<typeof listAdminGroupsInput>;

/** What a page goes on after: the SQL that is sorted by, and the type in which a cursor says it. */
const sorts: Record<Filter["sort"], { sql: string; type: string }> = {
  activity: { sql: `h."lastActivityAt"`, type: "timestamptz" },
  name: { sql: `lower(${labelSql})`, type: "text" },
  members: { sql: `h."memberCount"`, type: "int" },
  messages: { sql: `h."messageCount"`, type: "int" },
  created: { sql: `c."createdAt"`, type: "timestamptz" },
};

const states = {
  active: `c."archivedAt" IS NULL AND c."frozenAt" IS NULL`,
  frozen: `c."frozenAt" IS NOT NULL`,
  archived: `c."archivedAt" IS NOT NULL`,
};

/** Of a direct message either person's name is searched for. */
const foundSql = `($2 = '%%' OR CASE WHEN c.type = 'group' THEN lower(c.name) LIKE $2 OR lower(c.key) LIKE $2
  ELSE EXISTS (SELECT FROM "User" p WHERE p.id IN (c."directLow", c."directHigh") AND lower(p.name) LIKE $2) END)`;

const from = `"Channel" c JOIN "ChannelHead" h ON h."channelId" = c.id`;

/** Groups, or direct messages, page by page; `total` is told with the first page. Errors: INVALID_INPUT for another list's cursor. */
export async function listAdminGroups(
  db: Database,
  input: Filter,
): Promise<{ items: AdminGroup[]; cursor: string | null; total: number | null }> {
  const { sql, type } = sorts[input.sort];
  const after = input.cursor === undefined ? null : parseCursor(input.cursor, input.sort);
  const filter = `c.type = $1::"ChannelType" AND ${foundSql} AND ($3::text IS NULL OR c.visibility = $3::"ChannelVisibility")
    AND ${input.state === undefined ? "true" : states[input.state]}`;
  const values = [input.type, containsPattern(input.query).toLowerCase(), input.visibility ?? null];
  const order = input.descending ? "DESC" : "ASC";
  const [rows, total] = await Promise.all([
    db.query<AdminGroupRow & { place: string }>(
      `SELECT ${adminGroupColumns}, (${sql})::text AS place FROM ${from}
       WHERE ${filter} AND ($4::text IS NULL OR ((${sql}), c.id) ${input.descending ? "<" : ">"} ($4::text::${type}, $5::uuid))
       ORDER BY (${sql}) ${order}, c.id ${order} LIMIT $6`,
      [...values, after?.place ?? null, after?.id ?? null, input.limit + 1],
    ),
    after === null ? db.query<{ total: number }>(`SELECT count(*)::int AS total FROM ${from} WHERE ${filter}`, values) : [],
  ]);
  const items = rows.slice(0, input.limit);
  const last = items.at(-1);
  const cursor = rows.length > items.length && last !== undefined ? toCursor(input.sort, last) : null;
  return { items: items.map(toAdminGroup), cursor, total: total[0]?.total ?? null };
}

const cursorSchema = z.tuple([z.string(), z.string(), idSchema]);

function toCursor(sort: string, { place, id }: { place: string; id: string }): string {
  return Buffer.from(JSON.stringify([sort, place, id])).toString("base64url");
}

function parseCursor(cursor: string, sort: Filter["sort"]): { place: string; id: string } {
  try {
    const [of, place, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    const isWhole = sorts[sort].type !== "int" || Number.isSafeInteger(Number(place));
    const isMoment = sorts[sort].type !== "timestamptz" || !Number.isNaN(Date.parse(place));
    if (of === sort && isWhole && isMoment) return { place, id };
  } catch {
    // Not one of ours.
  }
  throw new ChatError("INVALID_INPUT", { message: "The cursor is not one of this list's." });
}
