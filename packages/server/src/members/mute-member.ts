import type { MemberMute, muteMemberInput, UnmuteMember } from "@chat/contract";
import type { Queryable } from "@chat/db";
import type { z } from "zod";
import { requireManager, requireOpen } from "../channels/policy.ts";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { imposeSanction } from "../sanctions/impose-sanction.ts";
import type { Services } from "../services.ts";
import { resolveUserId, type UserRefInput } from "../users/policy.ts";
import { groupMuteSql, toMute } from "./record.ts";

/** Whose mute it is, and what of the group's own is in force. */
interface MutedMember {
  readonly userId: string;
  readonly mute: MemberMute | null;
}

/**
 * Keeps a member from writing in this group, and in its threads, at once: owners moderators and members, moderators members. They are told the reason
 * and may appeal to the site's moderators. Who is muted here for as long already stays so. Errors: NOT_FOUND, FORBIDDEN (oneself, one's equals,
 * the site's staff), DIRECT_CHANNEL, CHANNEL_ARCHIVED.
 */
export async function muteMember(
  services: Services,
  caller: Caller,
  { channelId, userId, reason, durationMinutes }: z.output<typeof muteMemberInput>,
): Promise<MutedMember> {
  const targetId = await requireBelowInGroup(services, caller, { channelId, userId, isOpen: true });
  const until = durationMinutes === null ? null : new Date(Date.now() + durationMinutes * 60_000);
  const { isNew, mute } = await services.db.transaction(async (tx) => {
    // The lock keeps two who mute at once from doing it twice.
    const [person] = await tx.query<{ name: string; role: string }>(
      `SELECT name, role FROM "User" WHERE id = $1 FOR NO KEY UPDATE`,
      [targetId],
    );
    if (person === undefined) throw new ChatError("NOT_FOUND");
    if (person.role !== "user") throw new ChatError("FORBIDDEN", { message: `${person.name} is staff of this site.` });
    const held = await readMute(tx, channelId, targetId);
    if (held !== null && endOf(held.until) >= endOf(until)) return { isNew: false, mute: held };
    const sanction = { type: "mute", userId: targetId, channelId, reason, until, byId: caller.userId } as const;
    await imposeSanction(tx, { ...sanction, caseId: null, note: "", byGroup: true });
    return { isNew: true, mute: await readMute(tx, channelId, targetId) };
  });
  if (isNew) services.hub.publishRights([targetId]);
  return { userId: targetId, mute };
}

/**
 * Lets a member write again whom the group's own owners or moderators muted; what the site's staff decided stays. An open appeal is won thereby. A second
 * time changes nothing. Errors: NOT_FOUND, FORBIDDEN, DIRECT_CHANNEL.
 */
export async function unmuteMember(
  services: Services,
  caller: Caller,
  { channelId, userId }: UnmuteMember,
): Promise<MutedMember> {
  const targetId = await requireBelowInGroup(services, caller, { channelId, userId, isOpen: false });
  const lifted = await services.db.query(
    `WITH lifted AS (UPDATE "Sanction" s SET "liftedAt" = now(), "liftedById" = $3
       WHERE s."userId" = $1 AND s."channelId" = $2 AND s."byGroup" AND s."liftedAt" IS NULL
         AND (s.until IS NULL OR s.until > now()) RETURNING s.id),
     won AS (UPDATE "Appeal" p SET state = 'lifted', "decidedAt" = now(), "decidedById" = $3
       FROM lifted WHERE p."sanctionId" = lifted.id AND p.state = 'open')
     SELECT FROM lifted`,
    [targetId, channelId, caller.userId],
  );
  if (lifted.length > 0) services.hub.publishRights([targetId]);
  return { userId: targetId, mute: null };
}

const ranks = { member: 0, moderator: 1, owner: 2 } as const;

/** Asked in the lane, with the same answers as all that owners and moderators do; it writes nothing. Answers the member's id. */
async function requireBelowInGroup(
  services: Services,
  caller: Caller,
  { channelId, userId, isOpen }: { channelId: string; userId: UserRefInput; isOpen: boolean },
): Promise<string> {
  const targetId = await resolveUserId(services, caller, userId);
  await services.append.push({
    channelId,
    actorId: caller.userId,
    needs: { userIds: [targetId] },
    apply(work) {
      const actor = requireManager(work, caller.userId);
      if (isOpen) requireOpen(work);
      const target = work.member(targetId);
      if (target === undefined) throw new ChatError("NOT_FOUND");
      if (targetId === caller.userId) throw new ChatError("FORBIDDEN", { message: "You cannot do this to yourself." });
      if (ranks[target.role] >= ranks[actor.role]) throw new ChatError("FORBIDDEN");
    },
  });
  return targetId;
}

async function readMute(db: Queryable, channelId: string, userId: string): Promise<MemberMute | null> {
  const [row] = await db.query<{ mute: MemberMute | null }>(`SELECT ${groupMuteSql("$1::uuid", "$2::uuid")} AS mute`, [
    userId,
    channelId,
  ]);
  return row === undefined || row.mute === null ? null : toMute(row.mute);
}

const endOf = (until: string | Date | null) => (until === null ? Infinity : new Date(until).getTime());
