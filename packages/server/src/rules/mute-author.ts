import { v7 as uuidv7 } from "uuid";
import type { Services } from "../services.ts";

/** Mutes somebody everywhere, by nobody, and tells their devices. Who is muted for as long already stays so: of two messages at once only one mutes. */
export async function muteAuthor(
  { db, hub }: Services,
  userId: string,
  ruleName: string,
  { minutes, text }: { minutes: number; text: string },
): Promise<void> {
  const made = await db.transaction(async (tx) => {
    await tx.query(`SELECT FROM "User" WHERE id = $1 FOR NO KEY UPDATE`, [userId]);
    return tx.query<{ id: string }>(
      `INSERT INTO "Sanction" (id, type, "userId", reason, note, until)
       SELECT $1, 'mute', $2, $3, $4, now() + make_interval(mins => $5)
       WHERE NOT EXISTS (SELECT FROM "Sanction" s WHERE s."userId" = $2 AND s.type = 'mute' AND s."channelId" IS NULL AND s."liftedAt" IS NULL
         AND (s.until IS NULL OR s.until >= now() + make_interval(mins => $5) - interval '1 minute')) RETURNING id`,
      [uuidv7(), userId, text === "" ? "Muted by a rule of this site." : text, `Rule: ${ruleName}`, minutes],
    );
  });
  if (made.length > 0) hub.publishRights([userId]);
}
