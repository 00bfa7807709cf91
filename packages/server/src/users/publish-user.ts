import type { UserRef } from "@chat/contract";
import type { Services } from "../services.ts";

/** Tells a person's new name or picture to those who share a channel with them, and to their own devices. */
export async function publishUser(services: Pick<Services, "db" | "hub">, user: UserRef): Promise<void> {
  const rows = await services.db.query<{ channelId: string }>(
    `SELECT "channelId" FROM "Member" WHERE "userId" = $1 AND "leftAt" IS NULL`,
    [user.id],
  );
  services.hub.publishUser(
    user,
    rows.map((row) => row.channelId),
  );
}
