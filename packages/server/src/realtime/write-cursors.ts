import type { Database } from "@chat/db";
import { mentionCountSql, type MembershipRow } from "../channels/record.ts";
import { inPlaceSql } from "../members/policy.ts";

export interface CursorWrite {
  channelId: string;
  userId: string;
  readSeq: number | null;
  deliveredSeq: number | null;
}

export interface WrittenCursor extends MembershipRow {
  channelId: string;
  userId: string;
  deliveredSeq: number;
  memberCount: number;
  stateChanged: boolean;
  cursorMoved: boolean;
}

const membershipColumns = `mb.role, mb."joinedAt", mb."visibleFromSeq", mb."readSeq", mb."deliveredSeq", mb."unreadFrom", mb."cursorCount",
  mb."cursorBroadcast", mb."stateVersion", mb."pinnedAt", mb."hiddenAt", mb."mutedUntil"`;

const writes = `jsonb_to_recordset($1::jsonb) AS x("channelId" uuid, "userId" uuid, "readSeq" int, "deliveredSeq" int)`;

/** The running counts at a cursor `t.seq` of the member `mb`, and own messages after it, which never count as unread. */
const countsAt = (seq: string, channelId: string, userId: string) => `
  COALESCE((SELECT m."messageCount" FROM "Message" m WHERE m."channelId" = ${channelId} AND m.seq <= ${seq} ORDER BY m.seq DESC LIMIT 1), 0)
    + (SELECT count(*)::int FROM "Message" o WHERE o."channelId" = ${channelId} AND o."authorId" = ${userId} AND o.seq > ${seq} AND o.kind <> 'system')
    AS "cursorCount",
  COALESCE((SELECT m."broadcastCount" FROM "Message" m WHERE m."channelId" = ${channelId} AND m.seq <= ${seq} ORDER BY m.seq DESC LIMIT 1), 0)
    + (SELECT count(*)::int FROM "Message" o WHERE o."channelId" = ${channelId} AND o."authorId" = ${userId} AND o.seq > ${seq} AND o."mentionsAll")
    AS "cursorBroadcast"`;

/**
 * Moves cursors in one multi-row update; they only rise. The rows are locked in a statement before, so that the counts are read from a
 * snapshot younger than the lock and an own message committed meanwhile is not missed. Delivered cursors that do not rise are left out.
 */
export async function writeCursors(db: Database, batch: readonly CursorWrite[]): Promise<WrittenCursor[]> {
  const values = [
    JSON.stringify(batch.map(({ channelId, userId, readSeq, deliveredSeq }) => ({ channelId, userId, readSeq, deliveredSeq }))),
  ];
  return db.transaction(async (tx) => {
    await tx.query(
      `SELECT 1 FROM "Member" mb JOIN ${writes} ON x."channelId" = mb."channelId" AND x."userId" = mb."userId"
       ORDER BY mb."channelId", mb."userId" FOR NO KEY UPDATE OF mb`,
      values,
    );
    return tx.query<WrittenCursor>(
      `WITH t AS (
        SELECT p.*, c.*, p."readNow" OR p."deliveredSeq" > p."oldDelivered" AS due FROM (
          SELECT mb."channelId", mb."userId", mb."readSeq" AS "oldRead", mb."deliveredSeq" AS "oldDelivered", h."memberCount", h.seq AS "countedSeq",
            x."readSeq" IS NOT NULL AS "readNow", mb."unreadFrom" IS NOT NULL AS marked,
            GREATEST(mb."readSeq", LEAST(COALESCE(x."readSeq", 0), h.seq)) AS seq,
            GREATEST(mb."deliveredSeq", LEAST(GREATEST(COALESCE(x."deliveredSeq", 0), COALESCE(x."readSeq", 0)), h.seq)) AS "deliveredSeq"
          FROM ${writes}
          JOIN "Member" mb ON mb."channelId" = x."channelId" AND mb."userId" = x."userId" AND ${inPlaceSql()}
          JOIN "ChannelHead" h ON h."channelId" = x."channelId"
        ) p LEFT JOIN LATERAL (SELECT ${countsAt("p.seq", `p."channelId"`, `p."userId"`)} WHERE p."readNow") c ON true
      )
      UPDATE "Member" mb SET
        "readSeq" = t.seq, "deliveredSeq" = t."deliveredSeq",
        "unreadFrom" = CASE WHEN t."readNow" THEN NULL ELSE mb."unreadFrom" END,
        "cursorCount" = COALESCE(t."cursorCount", mb."cursorCount"),
        "cursorBroadcast" = COALESCE(t."cursorBroadcast", mb."cursorBroadcast"),
        "stateVersion" = mb."stateVersion" + CASE WHEN t."readNow" AND (t.seq > t."oldRead" OR t.marked) THEN 1 ELSE 0 END
      FROM t WHERE t.due AND mb."channelId" = t."channelId" AND mb."userId" = t."userId"
      RETURNING mb."channelId", mb."userId", ${membershipColumns}, ${mentionCountSql()} AS "mentionCount", t."memberCount", t."countedSeq",
        t."readNow" AND (t.seq > t."oldRead" OR t.marked) AS "stateChanged",
        t.seq > t."oldRead" OR t."deliveredSeq" > t."oldDelivered" AS "cursorMoved"`,
      values,
    );
  });
}

/** Sets the mark made by hand, no earlier than what the member may see, and the counts at the message before it. */
export async function markUnreadRow(
  db: Database,
  channelId: string,
  userId: string,
  seq: number,
): Promise<MembershipRow | undefined> {
  return db.transaction(async (tx) => {
    await tx.query(`SELECT 1 FROM "Member" WHERE "channelId" = $1 AND "userId" = $2 FOR NO KEY UPDATE`, [channelId, userId]);
    const [row] = await tx.query<MembershipRow>(
      `WITH place AS (
        SELECT LEAST(GREATEST($3::int, mb."visibleFromSeq"), h.seq) AS "unreadFrom", h.seq AS "countedSeq"
        FROM "ChannelHead" h JOIN "Member" mb ON mb."channelId" = h."channelId" AND mb."userId" = $2 WHERE h."channelId" = $1 AND h.seq > 0
      ), t AS (
        SELECT place.*, c.* FROM place, LATERAL (SELECT ${countsAt(`place."unreadFrom" - 1`, "$1::uuid", "$2::uuid")}) c
      )
      UPDATE "Member" mb SET "unreadFrom" = t."unreadFrom", "cursorCount" = t."cursorCount", "cursorBroadcast" = t."cursorBroadcast",
        "stateVersion" = mb."stateVersion" + 1
      FROM t WHERE mb."channelId" = $1 AND mb."userId" = $2 AND ${inPlaceSql()}
      RETURNING ${membershipColumns}, ${mentionCountSql()} AS "mentionCount", t."countedSeq"`,
      [channelId, userId, seq],
    );
    return row;
  });
}
