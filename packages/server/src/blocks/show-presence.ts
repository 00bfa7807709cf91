import type { Services } from "../services.ts";
import { blockedSql } from "./policy.ts";

/** After a block began or ended: tells the two of a direct message whether the other is online, as both may see it now. */
export async function showPresence({ db, hub, presence }: Services, userId: string, peerId: string): Promise<void> {
  const [direct] = await db.query<{ isBlocked: boolean }>(
    `SELECT ${blockedSql("$1", "$2")} AS "isBlocked" FROM "Channel" c
     WHERE c."directLow" = LEAST($1::uuid, $2::uuid) AND c."directHigh" = GREATEST($1::uuid, $2::uuid)`,
    [userId, peerId],
  );
  if (direct === undefined) return;
  const tell = (to: string, about: string) => {
    const online = !direct.isBlocked && presence.isOnline(about);
    hub.publishToPerson(to, { type: "presence", userId: about, online, lastSeenAt: null });
  };
  tell(userId, peerId);
  tell(peerId, userId);
}
