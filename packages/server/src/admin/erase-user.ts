import type { EraseUser } from "@chat/contract";
import type { Transaction } from "@chat/db";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { leaveTombstone } from "../messages/delete-message.ts";
import type { Services } from "../services.ts";
import { publishUser } from "../users/publish-user.ts";
import { toUserRef, type UserRow } from "../users/record.ts";
import { requireBelow, requireOtherAdmin } from "../users/staff-policy.ts";
import { shutOut } from "../users/admin/deactivate-user.ts";
import { renameInLines } from "./rename-in-lines.ts";

/** Messages that one call deletes at most, and how many go through the lane together: a person who wrote much holds up nobody. */
const batch = { most: 2_000, atOnce: 200 };
/** What stands in place of the name. */
const erasedName = "Deleted person";

interface Erased {
  /** How many messages this call deleted. */
  readonly deleted: number;
  /** Some are left: the same call goes on. */
  readonly hasMore: boolean;
}

/**
 * Takes from somebody all by which the site names them (their row and accounts, invites to their e-mail, the lines of their groups), shuts them out for
 * good, and, where asked, deletes the messages that they wrote, with their earlier texts and what reports kept of them. Their row stays, so that
 * conversations keep their order; what others wrote stays theirs, and the audit log as it was written. Errors: NOT_FOUND, FORBIDDEN, LAST_ADMIN.
 */
export async function eraseUser(services: Services, caller: Caller, { userId, messages }: EraseUser): Promise<Erased> {
  const row = await services.db.transaction(async (tx) => {
    const person = await requireBelow(tx, caller, userId);
    if (person.role === "admin") await requireOtherAdmin(tx, userId);
    // It goes on from an earlier call.
    return person.issuer === "erased" ? null : blank(tx, userId);
  });
  if (row !== null) {
    services.hub.closePeople([userId]);
    await publishUser(services, toUserRef(row));
  }
  const answer = messages === "keep" ? { deleted: 0, hasMore: false } : await deleteMessages(services, caller.userId, userId);
  // With the last of many calls: it looks through all that was said in their groups.
  if (!answer.hasMore) await renameInLines(services, caller.userId, { id: userId, name: erasedName });
  return answer;
}

async function blank(tx: Transaction, userId: string): Promise<UserRow> {
  await shutOut(tx, userId);
  await tx.query(`DELETE FROM "Account" WHERE "userId" = $1`, [userId]);
  // One that nobody used goes: without its e-mail it would let anybody in.
  const theirs = `(SELECT lower(email) FROM "User" WHERE id = $1)`;
  await tx.query(`DELETE FROM "Invite" WHERE "usedAt" IS NULL AND lower(email) = ${theirs}`, [userId]);
  await tx.query(`UPDATE "Invite" SET email = NULL WHERE "usedById" = $1 OR lower(email) = ${theirs}`, [userId]);
  const [row] = await tx.query<UserRow>(
    `UPDATE "User" u SET name = $2, image = NULL, email = NULL, "emailVerified" = false, issuer = 'erased', "externalId" = u.id::text,
       role = 'user', custom = '{}', "lastSeenAt" = NULL, version = u.version + 1, "updatedAt" = now() WHERE u.id = $1 RETURNING u.*`,
    [userId, erasedName],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return row;
}

async function deleteMessages(services: Services, actorId: string, authorId: string): Promise<Erased> {
  // By memberships, since messages have no index of their authors alone.
  const found = await services.db.query<{ id: string; channelId: string }>(
    `SELECT m.id, m."channelId" FROM "Member" mb JOIN "Message" m ON m."channelId" = mb."channelId" AND m."authorId" = mb."userId"
     WHERE mb."userId" = $1 AND m."deletedAt" IS NULL AND m.kind <> 'system' LIMIT $2`,
    [authorId, batch.most + 1],
  );
  const mine = found.slice(0, batch.most);
  for (let from = 0; from < mine.length; from += batch.atOnce) {
    const part = mine.slice(from, from + batch.atOnce);
    await Promise.all(part.map(({ id, channelId }) => deleteOne(services, { id, channelId, actorId })));
  }
  await services.db.query(
    `DELETE FROM "MessageRevision" r USING "Member" mb, "Message" m
     WHERE mb."userId" = $1 AND m."channelId" = mb."channelId" AND m."authorId" = $1 AND m."deletedAt" IS NOT NULL AND r."messageId" = m.id`,
    [authorId],
  );
  await services.db.query(
    `UPDATE "Report" r SET text = '' FROM "ReportCase" k WHERE k."userId" = $1 AND r."caseId" = k.id AND r.text <> ''`,
    [authorId],
  );
  return { deleted: mine.length, hasMore: found.length > batch.most };
}

function deleteOne(
  services: Services,
  { id, channelId, actorId }: { id: string; channelId: string; actorId: string },
): Promise<void> {
  return services.append.push<void>({
    channelId,
    actorId,
    needs: { messageIds: [id], replies: true },
    apply(work) {
      const message = work.message(id);
      if (message !== undefined && message.deletedAt === null) leaveTombstone(work, message, actorId);
    },
  });
}
