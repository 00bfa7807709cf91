import type { Cursor } from "@chat/contract";
import type { Database } from "@chat/db";
import { inPlaceSql } from "../members/policy.ts";

export interface Delivery {
  readonly channelId: string;
  readonly userId: string;
  readonly deliveredSeq: number;
}

/** A cursor that had to rise; null where its row is locked by somebody else just now. */
interface DueRow extends Delivery {
  readonly readSeq: number | null;
  readonly memberCount: number;
}

export interface WrittenDeliveries {
  readonly moved: readonly (Cursor & { channelId: string; memberCount: number })[];
  /** To be written again. */
  readonly missed: readonly Delivery[];
}

// `set_config` with `true` holds for this transaction, which is this statement. The cursor tells what a socket was sent, and is told again by the next
// message: a crash of the database may forget the last moment of it, and no commit of a message waits for the disk behind it.
const sql = `WITH due AS MATERIALIZED (
    SELECT mb."channelId", mb."userId", LEAST(x."deliveredSeq", h.seq) AS seq, h."memberCount"
    FROM jsonb_to_recordset($1::jsonb) AS x("channelId" uuid, "userId" uuid, "deliveredSeq" int)
    JOIN "ChannelHead" h ON h."channelId" = x."channelId"
    JOIN "Member" mb ON mb."channelId" = x."channelId" AND mb."userId" = x."userId"
    WHERE mb."deliveredSeq" < LEAST(x."deliveredSeq", h.seq) AND ${inPlaceSql()}
  ), held AS MATERIALIZED (
    SELECT mb."channelId", mb."userId", due.seq FROM "Member" mb JOIN due ON due."channelId" = mb."channelId" AND due."userId" = mb."userId"
    ORDER BY mb."channelId", mb."userId" FOR NO KEY UPDATE OF mb SKIP LOCKED
  ), moved AS (
    UPDATE "Member" mb SET "deliveredSeq" = GREATEST(mb."deliveredSeq", held.seq)
    FROM held WHERE mb."channelId" = held."channelId" AND mb."userId" = held."userId"
    RETURNING mb."channelId", mb."userId", mb."readSeq", mb."deliveredSeq"
  ), unhurried AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
  SELECT due."channelId", due."userId", COALESCE(moved."deliveredSeq", due.seq) AS "deliveredSeq", moved."readSeq", due."memberCount"
  FROM unhurried CROSS JOIN due LEFT JOIN moved ON moved."channelId" = due."channelId" AND moved."userId" = due."userId"`;

/** Raises delivered cursors in one statement that waits for nobody: the lane, which writes to members too, may hold some of the rows. */
export async function writeDelivered(db: Database, batch: readonly Delivery[]): Promise<WrittenDeliveries> {
  const values = batch.map(({ channelId, userId, deliveredSeq }) => ({ channelId, userId, deliveredSeq }));
  const rows = await db.query<DueRow>(sql, [JSON.stringify(values)]);
  return {
    moved: rows.flatMap(({ readSeq, ...row }) => (readSeq === null ? [] : [{ ...row, readSeq }])),
    missed: rows.filter(({ readSeq }) => readSeq === null),
  };
}
