import type { UserRef } from "@chat/contract";
import type { Services } from "../services.ts";

/** Tells a person's new name or picture to those who share a channel with them, and to their own devices. */
export async function publishUser(services: Pick<Services, "db" | "hub">, user: UserRef): Promise<void> {
  const rows = await services.db.query<{ channelId: string }>(
    `SELECT mb."channelId" FROM "Member" mb JOIN "Channel" c ON c.id = mb."channelId" AND c."rootId" = c.id
     WHERE mb."userId" = $1 AND mb."leftAt" IS NULL`,
    [user.id],
  );
  services.hub.publishUser(
    user,
    rows.map((row) => row.channelId),
  );
}
