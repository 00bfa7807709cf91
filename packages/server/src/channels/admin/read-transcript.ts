import type { ReadTranscript, TranscriptMessage, UserRef } from "@chat/contract";
import { ChatError } from "../../chat-error.ts";
import type { Services } from "../../services.ts";
import { toMoment, toMomentOrNull } from "../../users/record.ts";

/** Messages a page. */
const pageSize = 50;

interface Row extends Omit<TranscriptMessage, "createdAt" | "editedAt" | "deletedAt" | "hiddenAt"> {
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  hiddenAt: Date | null;
  revision: { text: string; data: Record<string, unknown> | null } | null;
}

const refSql = (u: string) =>
  `jsonb_build_object('id', ${u}.id, 'name', ${u}.name, 'image', ${u}.image, 'version', ${u}.version)`;

/**
 * What stands in a channel or thread, ascending: also what was deleted, by its last words, and what is hidden. Each page is an entry of the audit log.
 * `before` of the answer reads the page above it; null at the beginning. Errors: NOT_FOUND.
 */
export async function readTranscript(
  { db }: Services,
  { channelId, before }: ReadTranscript,
): Promise<{ items: TranscriptMessage[]; before: number | null }> {
  const [channel] = await db.query(`SELECT FROM "Channel" WHERE id = $1`, [channelId]);
  if (channel === undefined) throw new ChatError("NOT_FOUND");
  const rows = await db.query<Row>(
    `SELECT m.id, m.seq, ${refSql("a")} AS author, m.kind, m.text, m.data, m."createdAt", m."editedAt", m."deletedAt", m."hiddenAt",
       CASE WHEN d.id IS NOT NULL THEN ${refSql("d")} END AS "deletedBy",
       CASE WHEN (m.thread ->> 'replyCount')::int > 0
         THEN jsonb_build_object('channelId', m.thread -> 'channelId', 'replyCount', m.thread -> 'replyCount') END AS thread,
       CASE WHEN m."deletedAt" IS NOT NULL THEN (SELECT jsonb_build_object('text', r.text, 'data', r.data) FROM "MessageRevision" r
         WHERE r."messageId" = m.id ORDER BY r.id DESC LIMIT 1) END AS revision
     FROM "Message" m JOIN "User" a ON a.id = m."authorId" LEFT JOIN "User" d ON d.id = m."deletedById"
     WHERE m."channelId" = $1 AND ($2::int IS NULL OR m.seq < $2) ORDER BY m.seq DESC LIMIT $3`,
    [channelId, before ?? null, pageSize],
  );
  const items = rows.toReversed().map(toTranscriptMessage);
  const first = items[0];
  return { items, before: first === undefined || first.seq === 1 ? null : first.seq };
}

function toTranscriptMessage(row: Row): TranscriptMessage {
  const author: UserRef = row.author;
  return {
    id: row.id,
    seq: row.seq,
    author,
    kind: row.kind,
    text: row.revision?.text ?? row.text,
    data: row.revision?.data ?? row.data,
    createdAt: toMoment(row.createdAt),
    editedAt: toMomentOrNull(row.editedAt),
    deletedAt: toMomentOrNull(row.deletedAt),
    deletedBy: row.deletedBy,
    hiddenAt: toMomentOrNull(row.hiddenAt),
    thread: row.thread,
  };
}
