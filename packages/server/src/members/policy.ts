import { ChatError } from "../chat-error.ts";
import type { ChannelWork, WorkingMember } from "../realtime/channel-work.ts";
import type { MemberRow } from "./record.ts";

/** SQL of "is banned in this channel or everywhere", given the SQL of a person's id and of the root channel's. */
export const bannedInSql = (userId: string, rootId: string) => `EXISTS (SELECT FROM "Sanction" ban WHERE ban."userId" = ${userId}
  AND ban.type = 'ban' AND (ban."channelId" IS NULL OR ban."channelId" = ${rootId}) AND ban."liftedAt" IS NULL
  AND (ban.until IS NULL OR ban.until > now()))`;

/**
 * SQL of "a member in force" for the member row `mb`: has not left, and is not banned. All that reads a channel asks this; changes ask the lane,
 * which tells a ban by its name.
 */
export const inForceSql = (mb = "mb") => `(${mb}."leftAt" IS NULL AND NOT ${bannedInSql(`${mb}."userId"`, `${mb}."channelId"`)})`;

/** A group with people in it keeps an owner: the last one stays one, unless nobody else is there. */
export function requireOtherOwner(work: ChannelWork, member: WorkingMember): void {
  const isLast = member.role === "owner" && work.owners().size === 1;
  if (isLast && work.head.memberCount > 1) throw new ChatError("LAST_OWNER");
}

/**
 * Makes somebody a member, for the first time or again. The cursor starts at the present, so that nothing older is unread; where the channel hides
 * its history, what is older is not seen either. One who is a member already stays as they are.
 */
export function admit(work: ChannelWork, userId: string, role: MemberRow["role"]): WorkingMember {
  const present = work.member(userId);
  if (present !== undefined) return present;
  const before = work.anyMember(userId);
  // The very row that this batch already holds, so that it is written once.
  const member = before ?? newMember(work, userId);
  Object.assign(member, {
    role,
    visibleFromSeq: work.channel.hidesHistory ? work.head.seq + 1 : 0,
    readSeq: work.head.seq,
    cursorCount: work.head.messageCount,
    cursorBroadcast: work.head.broadcastCount,
    ownSent: 0,
    ownBroadcasts: 0,
    joinedAt: work.now,
    leftAt: null,
    rejoined: before !== undefined,
  } satisfies Partial<WorkingMember>);
  work.head.memberCount += 1;
  work.putMember(member, true);
  return member;
}

function newMember(work: ChannelWork, userId: string): WorkingMember {
  const { seq: deliveredSeq } = work.head;
  const counts = {
    visibleFromSeq: 0,
    readSeq: 0,
    deliveredSeq,
    cursorCount: 0,
    cursorBroadcast: 0,
    ownSent: 0,
    ownBroadcasts: 0,
  };
  const state = {
    role: "member" as const,
    version: 0,
    custom: {},
    joinedAt: work.now,
    leftAt: null,
    rejoined: false,
    isNew: true,
  };
  return { channelId: work.channel.id, userId, ...counts, ...state };
}

/** Ends a membership. The row stays; the role goes, so that one who comes back is a member like any other. */
export function dismiss(work: ChannelWork, member: WorkingMember): void {
  work.head.memberCount -= 1;
  member.role = "member";
  member.leftAt = work.now;
  work.putMember(member, true);
}

/** A person as a system line names them: by the name of the time. */
export function named(work: ChannelWork, userId: string): { id: string; name: string } {
  const { id, name } = work.userRef(userId);
  return { id, name };
}
