import type { Reaction } from "@chat/contract";
import { namedReactors } from "../reactions/record.ts";
import type { Services } from "../services.ts";
import { parseMentions } from "./parse-mentions.ts";
import { recountReply } from "./sum-up-thread.ts";

interface Found {
  channelId: string;
  authorId: string;
  text: string;
  data: Record<string, unknown> | null;
  custom: Record<string, unknown>;
  reactions: Reaction[];
}

/** A deleted message as it was: its last revision, and the reactions that its tombstone does not show. */
const foundSql = `SELECT m."channelId", m."authorId", r.text, r.data, r.custom,
    coalesce((SELECT jsonb_agg(x ORDER BY x.at) FROM (
      SELECT e.emoji, count(*)::int AS count, (array_agg(e."userId" ORDER BY e."createdAt"))[1:${namedReactors}] AS first, min(e."createdAt") AS at
      FROM "Reaction" e WHERE e."messageId" = m.id GROUP BY e.emoji) x), '[]') AS reactions
  FROM "Message" m CROSS JOIN LATERAL (
    SELECT v.text, v.data, v.custom FROM "MessageRevision" v WHERE v."messageId" = m.id ORDER BY v."createdAt" DESC, v.id DESC LIMIT 1) r
  WHERE m.id = $1 AND m."deletedById" = $2`;

/**
 * Brings a message back that `deletedById` deleted for a decision which did not hold. What its author deleted themselves, or what was erased with
 * them, stays deleted.
 */
export async function bringBackMessage({ db, append }: Services, messageId: string, deletedById: string): Promise<void> {
  const [found] = await db.query<Found>(foundSql, [messageId, deletedById]);
  if (found === undefined) return;
  const { channelId, authorId, text, data, custom } = found;
  const mentioned = parseMentions(text);
  await append.push<void>({
    channelId,
    actorId: authorId,
    needs: { messageIds: [messageId], replies: true, userIds: mentioned.userIds },
    apply(work) {
      const message = work.message(messageId);
      if (message === undefined || message.deletedAt === null || message.deletedById !== deletedById) return;
      const reactions = found.reactions.map(({ emoji, count, first }) => ({ emoji, count, first }));
      Object.assign(message, { text, data, custom, reactions, mentionsAll: mentioned.all, deletedAt: null, deletedById: null });
      const mentions = mentioned.userIds.filter((id) => id !== authorId && work.sees(work.member(id), message.seq));
      work.replaceMentions(message, mentions);
      work.touchMessage(message);
      recountReply(work, message);
      work.emitMessage(message, { change: "shown" });
    },
  });
}
