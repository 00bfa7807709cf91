import type { DeleteAdminGroup } from "@chat/contract";
import type { Queryable } from "@chat/db";
import { ChatError } from "../../chat-error.ts";
import type { Caller } from "../../context.ts";
import type { Services } from "../../services.ts";
import { getAdminGroup } from "./get-admin-group.ts";

/**
 * Deletes a group with all that stands in it, for good: messages, threads, memberships. Reports about its messages stay, with what they said; their
 * cases end. Whoever has it open hears that it is not there. Errors: NOT_FOUND, DIRECT_CHANNEL, INVALID_INPUT where the name is not the group's.
 */
export async function deleteAdminGroup(services: Services, caller: Caller, { channelId, name }: DeleteAdminGroup): Promise<void> {
  await services.db.transaction(async (tx) => {
    // The lane waits for this transaction, and then finds nothing there.
    await tx.query(
      `SELECT FROM "ChannelHead" h WHERE h."channelId" IN (SELECT id FROM "Channel" WHERE "rootId" = $1) ORDER BY h."channelId" FOR UPDATE`,
      [channelId],
    );
    const group = await getAdminGroup(tx, { channelId });
    if (group.type === "direct") throw new ChatError("DIRECT_CHANNEL");
    if (group.name !== name) throw new ChatError("INVALID_INPUT", { message: "This is not the group's name." });
    await endCases(tx, channelId, caller.userId);
    await tx.query(
      `UPDATE "Sanction" SET "liftedAt" = now(), "liftedById" = $2 WHERE "channelId" = $1 AND "liftedAt" IS NULL AND (until IS NULL OR until > now())`,
      [channelId, caller.userId],
    );
    // Threads first: they hang off messages of the group.
    await tx.query(`DELETE FROM "Channel" WHERE "rootId" = $1 AND id <> $1`, [channelId]);
    await tx.query(`DELETE FROM "Channel" WHERE id = $1`, [channelId]);
  });
  services.hub.publishDeleted(channelId);
}

/** A case about a message that is gone is about its author from now on, and decided. */
async function endCases(tx: Queryable, channelId: string, byId: string): Promise<void> {
  await tx.query(
    `UPDATE "ReportCase" r SET target = 'user', "messageId" = NULL, state = 'resolved', "resolvedAt" = coalesce("resolvedAt", now()),
       "resolvedById" = coalesce("resolvedById", $2), resolution = coalesce(resolution, 'groupDeleted'), "isHidden" = false, version = r.version + 1
     WHERE r."messageId" IN (SELECT m.id FROM "Message" m JOIN "Channel" c ON c.id = m."channelId" WHERE c."rootId" = $1)`,
    [channelId, byId],
  );
}
