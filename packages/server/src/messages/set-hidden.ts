import { leaveTombstone } from "./delete-message.ts";
import type { Services } from "../services.ts";

/**
 * Hides a message while it is under review, or shows it again; its text leaves every event and answer meanwhile, and comes back as it was. What is
 * so already, deleted or gone, stays as it is. Nobody is told who did it.
 */
export async function setHidden({ db, append }: Services, messageId: string, isHidden: boolean): Promise<void> {
  const [found] = await db.query<{ channelId: string; authorId: string }>(
    `SELECT "channelId", "authorId" FROM "Message" WHERE id = $1`,
    [messageId],
  );
  if (found === undefined) return;
  await append.push({
    channelId: found.channelId,
    actorId: found.authorId,
    needs: { messageIds: [messageId] },
    apply(work) {
      const message = work.message(messageId);
      if (message === undefined || message.deletedAt !== null || (message.hiddenAt !== null) === isHidden) return;
      message.hiddenAt = isHidden ? work.now : null;
      const unmentioned = isHidden ? work.suspendMentions(message) : {};
      if (!isHidden) work.resumeMentions(message);
      work.touchMessage(message);
      work.emitMessage(message, { change: isHidden ? "hidden" : "shown", ...unmentioned });
    },
  });
}

/** Deletes a message for a decision of the site's staff; nobody is told by whom. What is deleted or gone already stays so. */
export async function removeMessage({ db, append }: Services, messageId: string, byId: string): Promise<void> {
  const [found] = await db.query<{ channelId: string }>(`SELECT "channelId" FROM "Message" WHERE id = $1`, [messageId]);
  if (found === undefined) return;
  await append.push({
    channelId: found.channelId,
    actorId: byId,
    needs: { messageIds: [messageId], replies: true },
    apply(work) {
      const message = work.message(messageId);
      if (message !== undefined && message.deletedAt === null) leaveTombstone(work, message, byId);
    },
  });
}
