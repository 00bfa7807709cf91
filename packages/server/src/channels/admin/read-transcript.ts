import type { readTranscriptInput, TranscriptMessage, UserRef } from "@chat/contract";
import type { z } from "zod";
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
 * `before` of the answer reads the page above it; null at the beginning. With `onlyLinks` what people shared: messages whose words have a link.
 * Errors: NOT_FOUND.
 */
export async function readTranscript(
  { db }: Services,
  { channelId, before, onlyLinks }: z.output<typeof readTranscriptInput>,
): Promise<{ items: TranscriptMessage[]; before: number | null }> {
  const [channel] = await db.query(`SELECT FROM "Channel" WHERE id = $1`, [channelId]);
  if (channel === undefined) throw new ChatError("NOT_FOUND");
  const rows = await db.query<Row>(
    `SELECT m.id, m.seq, ${refSql("a")} AS author, m.kind, m.text, m.data, m."createdAt", m."editedAt", m."deletedAt", m."hiddenAt",
       CASE WHEN d.id IS NOT NULL THEN ${refSql("d")} END AS "deletedBy",
       CASE WHEN (m.thread ->> 'replyCount')::int > 0
         THEN jsonb_build_object('channelId', m.thread -> 'channelId', 'replyCount', m.thread -> 'replyCount') END AS thread,
       last.revision
     FROM "Message" m JOIN "User" a ON a.id = m."authorId" LEFT JOIN "User" d ON d.id = m."deletedById"
     LEFT JOIN LATERAL (SELECT r.text, jsonb_build_object('text', r.text, 'data', r.data) AS revision FROM "MessageRevision" r
       WHERE r."messageId" = m.id AND m."deletedAt" IS NOT NULL ORDER BY r.id DESC LIMIT 1) last ON true
     WHERE m."channelId" = $1 AND ($2::int IS NULL OR m.seq < $2) AND (NOT $4 OR coalesce(last.text, m.text) ~* 'https?://')
     ORDER BY m.seq DESC LIMIT $3`,
    [channelId, before ?? null, pageSize, onlyLinks],
  );
  const items = rows.toReversed().map(toTranscriptMessage);
  const first = items[0];
  const isBeginning = first === undefined || first.seq === 1 || items.length < pageSize;
  return { items, before: isBeginning ? null : first.seq };
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
