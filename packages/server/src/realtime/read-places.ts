import type { Database } from "@chat/db";
import { inForceSql } from "../members/policy.ts";
import type { Hub } from "./hub.ts";
import type { InboxSubscriber, Place } from "./inboxes.ts";

export interface UserPlace extends Place {
  readonly userId: string;
  /** False for a member who is banned there. */
  readonly isInForce: boolean;
}

/** Every channel that these people are members of. */
export function readPlaces(db: Database, userIds: readonly string[]): Promise<UserPlace[]> {
  return db.query<UserPlace>(
    `SELECT mb."userId", mb."channelId", mb."visibleFromSeq", h.version, ${inForceSql()} AS "isInForce"
     FROM "Member" mb JOIN "ChannelHead" h ON h."channelId" = mb."channelId" WHERE mb."userId" = ANY($1::uuid[]) AND mb."leftAt" IS NULL`,
    [userIds],
  );
}

/** Has an inbox listen to all channels that its person is a member of, but for those left since the places were read. */
export function takePlaces(hub: Hub, inbox: InboxSubscriber, places: readonly UserPlace[]): void {
  for (const place of places) {
    const { channelId, isInForce, version } = place;
    if ((inbox.left.get(channelId) ?? 0) > version) continue;
    if (!isInForce) inbox.barred.add(channelId);
    else if (!inbox.channels.has(channelId) && !inbox.barred.has(channelId)) hub.inboxes.listen(inbox, place);
  }
}
