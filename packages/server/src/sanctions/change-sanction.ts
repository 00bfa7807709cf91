import type { createSanctionInput, SanctionIdInput, StaffSanction } from "@chat/contract";
import type { Queryable } from "@chat/db";
import type { z } from "zod";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { bringBack, overturnDecision } from "../reports/overturn-decision.ts";
import type { Services } from "../services.ts";
import { requireBelow } from "../users/staff-policy.ts";
import { imposeSanction } from "./impose-sanction.ts";
import { staffSanctionColumns, staffSanctionJoins, toStaffSanction, type StaffSanctionRow } from "./staff-record.ts";

/** Mutes, bans or warns somebody, at once on all their devices. Errors: NOT_FOUND, FORBIDDEN (oneself, or staff), INVALID_INPUT (an end that is past). */
export async function createSanction(
  { db, hub }: Services,
  caller: Caller,
  input: z.output<typeof createSanctionInput>,
): Promise<StaffSanction> {
  const until = input.until === undefined ? null : new Date(input.until);
  if (until !== null && until.getTime() <= Date.now())
    throw new ChatError("INVALID_INPUT", { message: "Give an end that is still to come." });
  const made = await db.transaction(async (tx) => {
    const person = await requireBelow(tx, caller, input.userId);
    const channelId = input.channelId === undefined ? null : await rootOf(tx, input.channelId);
    const { type, reason, note } = input;
    const sanction = { type, userId: person.id, channelId, caseId: null, reason, note, byId: caller.userId, until };
    return loadStaffSanction(tx, await imposeSanction(tx, sanction));
  });
  hub.publishRights([input.userId]);
  return made;
}

/**
 * Ends a sanction before its time; an open appeal against it is won thereby, and the message that was deleted with it comes back. A second time
 * changes nothing. Errors: NOT_FOUND, FORBIDDEN.
 */
export async function liftSanction(services: Services, caller: Caller, { sanctionId }: SanctionIdInput): Promise<StaffSanction> {
  const { db, hub } = services;
  const { lifted, messageId } = await db.transaction(async (tx) => {
    const { user } = await loadStaffSanction(tx, sanctionId);
    await requireBelow(tx, caller, user.id);
    await liftNow(tx, sanctionId, caller.userId);
    const overturned = (await winAppeal(tx, sanctionId, caller.userId)) ? await overturnDecision(tx, sanctionId) : null;
    return { lifted: await loadStaffSanction(tx, sanctionId), messageId: overturned };
  });
  hub.publishRights([lifted.user.id]);
  if (messageId !== null) await bringBack(services, messageId);
  return lifted;
}

/** Nobody else lifts it, or makes or decides an appeal against it, until the transaction ends. */
export async function lockSanction(tx: Queryable, sanctionId: string): Promise<void> {
  await tx.query(`SELECT FROM "Sanction" WHERE id = $1 FOR NO KEY UPDATE`, [sanctionId]);
}

/** An open appeal against what was just lifted is won. Answers whether there was one. */
export async function winAppeal(tx: Queryable, sanctionId: string, byId: string): Promise<boolean> {
  const won = await tx.query(
    `UPDATE "Appeal" SET state = 'lifted', "decidedAt" = now(), "decidedById" = $2 WHERE "sanctionId" = $1 AND state = 'open' RETURNING id`,
    [sanctionId, byId],
  );
  return won.length > 0;
}

export async function liftNow(tx: Queryable, sanctionId: string, byId: string): Promise<void> {
  await tx.query(`UPDATE "Sanction" SET "liftedAt" = now(), "liftedById" = $2 WHERE id = $1 AND "liftedAt" IS NULL`, [
    sanctionId,
    byId,
  ]);
}

/** Errors: NOT_FOUND. */
export async function loadStaffSanction(tx: Queryable, sanctionId: string): Promise<StaffSanction> {
  const [row] = await tx.query<StaffSanctionRow>(
    `SELECT ${staffSanctionColumns} FROM "Sanction" s ${staffSanctionJoins} WHERE s.id = $1`,
    [sanctionId],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return toStaffSanction(row);
}

/** Where rights count: itself, or a thread's root. */
async function rootOf(tx: Queryable, channelId: string): Promise<string> {
  const [row] = await tx.query<{ rootId: string }>(`SELECT "rootId" FROM "Channel" WHERE id = $1`, [channelId]);
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return row.rootId;
}
