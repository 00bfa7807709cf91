import type { Database } from "@chat/db";
import { followsSql, inForceSql } from "../members/policy.ts";
import type { Hub } from "./hub.ts";
import type { InboxSubscriber, Place } from "./inboxes.ts";

export interface UserPlace extends Place {
  readonly userId: string;
  /** False for a member who is banned there, and for who followed a thread and lost its root. */
  readonly isInForce: boolean;
}

/** Every channel that these people are members of, and every thread that they follow. */
export function readPlaces(db: Database, userIds: readonly string[]): Promise<UserPlace[]> {
  return db.query<UserPlace>(
    `SELECT mb."userId", mb."channelId", c."rootId", mb."visibleFromSeq", h.version,
       (${inForceSql("root")} AND ${followsSql("mb", "root")}) AS "isInForce"
     FROM "Member" mb JOIN "Channel" c ON c.id = mb."channelId" JOIN "ChannelHead" h ON h."channelId" = c.id
     JOIN "Member" root ON root."channelId" = c."rootId" AND root."userId" = mb."userId"
     WHERE mb."userId" = ANY($1::uuid[]) AND mb."leftAt" IS NULL`,
    [userIds],
  );
}

/** Has an inbox listen to all channels that its person is a member of or follows, but for those left since the places were read. */
export function takePlaces(hub: Hub, inbox: InboxSubscriber, places: readonly UserPlace[]): void {
  const held = places.filter(({ channelId, version }) => (inbox.left.get(channelId) ?? 0) <= version);
  for (const place of held) {
    const { channelId, rootId, isInForce } = place;
    if (channelId !== rootId) continue;
    if (!isInForce) inbox.barred.add(channelId);
    else if (!inbox.channels.has(channelId) && !inbox.barred.has(channelId)) hub.inboxes.listen(inbox, place);
  }
  // A thread is heard where its root is: that one may have been left, or forbidden, since the places were read.
  for (const place of held) {
    const { channelId, rootId, isInForce } = place;
    if (channelId === rootId || inbox.channels.has(channelId)) continue;
    if (isInForce && inbox.channels.has(rootId)) hub.inboxes.listen(inbox, place);
    else inbox.ended.add(channelId);
  }
}
