import type { AdminUser, listAdminUsersInput } from "@chat/contract";
import type { z } from "zod";
import type { Services } from "../../services.ts";
import { adminUserColumns, toAdminUser, type AdminUserRow } from "./admin-user-record.ts";
import { readCursor, readMomentCursor, toCursor } from "./page-cursor.ts";
import { lastSeenSql, userFilter } from "./user-filter.ts";

/** Who was never here stands at the end. */
const sorts = {
  name: { sql: `u.name`, type: "text", of: (row: AdminUserRow) => row.name },
  createdAt: { sql: `u."createdAt"`, type: "timestamptz", of: (row: AdminUserRow) => momentOf(row.createdAt) },
  lastSeenAt: {
    sql: lastSeenSql,
    type: "timestamptz",
    of: (row: AdminUserRow) => momentOf(row.lastSeenAt ?? new Date(0)),
  },
} as const;

const momentOf = (value: string | Date) => new Date(value).toISOString();

/** One page of people. Errors: INVALID_INPUT (a cursor of another list). */
export async function listAdminUsers(
  { db, presence }: Services,
  { sort, withMessages, cursor, limit, ...filter }: z.output<typeof listAdminUsersInput>,
): Promise<{ items: AdminUser[]; cursor: string | null }> {
  const isDown = sort.startsWith("-");
  const by = sorts[sort.replace("-", "") as keyof typeof sorts];
  const { sql, values } = userFilter(filter);
  let after = "";
  if (cursor !== undefined) {
    const [value, id] = by.type === "text" ? readCursor(cursor) : readMomentCursor(cursor);
    const places = [values.push(value), values.push(id)];
    after = ` AND (${by.sql}, u.id) ${isDown ? "<" : ">"} ($${places[0]}::${by.type}, $${places[1]}::uuid)`;
  }
  const direction = isDown ? "DESC" : "ASC";
  const order = `ORDER BY ${by.sql} ${direction}, u.id ${direction}`;
  // The page first: what is counted of each person is counted for its rows alone.
  const rows = await db.query<AdminUserRow>(
    `SELECT ${adminUserColumns(withMessages)} FROM (
       SELECT u.* FROM "User" u WHERE ${sql}${after} ${order} LIMIT $${values.push(limit + 1)}) u ${order}`,
    values,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => toAdminUser(row, presence.isOnline(row.id))),
    cursor: rows.length > limit && last !== undefined ? toCursor(by.of(last), last.id) : null,
  };
}
