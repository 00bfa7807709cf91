import type { ChannelEntry, OpenDirect } from "@chat/contract";
import { requireUnblocked } from "../blocks/policy.ts";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { requireFindable, resolveUserId } from "../users/policy.ts";
import { insertChannel } from "./insert-channel.ts";
import { loadEntry } from "./load-entries.ts";

/**
 * The one direct channel of the caller and another person, made if it is not there, from whichever side and however many at once. Errors:
 * INVALID_INPUT with oneself, NOT_FOUND for people whom the caller may not find or who are deactivated,
 * BLOCKED where one of the two blocked the other.
 */
export async function openDirect(services: Services, caller: Caller, { userId }: OpenDirect): Promise<ChannelEntry> {
  const peerId = await resolveUserId(services, caller, userId);
  if (peerId === caller.userId) throw new ChatError("INVALID_INPUT", { message: "A direct message is with somebody else." });
  const held = await findDirect(services, caller.userId, peerId);
  if (held !== undefined) await requireUnblocked(services.db, caller.userId, peerId);
  if (held !== undefined) return loadEntry(services, caller.userId, held);
  await requireFindable(services, caller, [peerId]);
  await requireUnblocked(services.db, caller.userId, peerId);
  const made = await services.db.transaction((tx) =>
    insertChannel(services, tx, {
      type: "direct",
      pair: [caller.userId, peerId],
      createdById: caller.userId,
      members: [caller.userId, peerId].map((id) => ({ userId: id, role: "member" })),
      lines: [],
    }),
  );
  if (made !== undefined) services.hub.publish([made]);
  const channelId = made?.channelId ?? (await findDirect(services, caller.userId, peerId));
  if (channelId === undefined) throw new ChatError("NOT_FOUND");
  return loadEntry(services, caller.userId, channelId);
}

async function findDirect(services: Services, userId: string, peerId: string): Promise<string | undefined> {
  const [row] = await services.db.query<{ id: string }>(
    `SELECT c.id FROM "Channel" c JOIN "User" u ON u.id = $2 AND u."deactivatedAt" IS NULL
     WHERE c."directLow" = LEAST($1::uuid, $2::uuid) AND c."directHigh" = GREATEST($1::uuid, $2::uuid)`,
    [userId, peerId],
  );
  return row?.id;
}
