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

/**
 * SQL that joins the reader `user`'s membership `mb` to a channel `c`: one in force of the channel's root, and of a thread only where they see
 * the message that it hangs off. All that reads what stands in a channel joins this.
 */
export const readerSql = (
  user: string,
  mb = "mb",
) => `JOIN "Member" ${mb} ON ${mb}."channelId" = c."rootId" AND ${mb}."userId" = ${user}
  AND ${inForceSql(mb)} AND ${seesSql(mb)}`;

/** SQL of "sees the channel `c`, if a thread its parent message", for the root's member `mb`. */
export const seesSql = (mb = "mb") => `(c."parentMessageId" IS NULL OR ${mb}."visibleFromSeq" = 0
  OR EXISTS (SELECT FROM "Message" up WHERE up.id = c."parentMessageId" AND up.seq >= ${mb}."visibleFromSeq"))`;

/** SQL of the first seq of the channel `c` that the root's member `mb` sees: a thread is seen whole. */
export const visibleFromSql = (mb = "mb") => `CASE WHEN c."parentMessageId" IS NULL THEN ${mb}."visibleFromSeq" ELSE 0 END`;

/**
 * SQL of "the row `own` is a place of its person in the channel": of the root's member `mb` that very row, of a thread a row that follows it and
 * was not ended by leaving the root.
 */
export const followsSql = (own: string, mb = "mb") => `(${own}."channelId" = ${mb}."channelId"
  OR (${own}."leftAt" IS NULL AND ${own}."joinedAt" >= ${mb}."joinedAt"))`;

/** SQL of "a place in force" for a member row that is read by itself: of the root's member, or of one who follows a thread. */
export const inPlaceSql = (own = "mb") => `EXISTS (SELECT FROM "Channel" c
  JOIN "Member" root ON root."channelId" = c."rootId" AND root."userId" = ${own}."userId" AND ${inForceSql("root")} AND ${followsSql(own, "root")}
  WHERE c.id = ${own}."channelId")`;

/** Somebody who may be brought in or given power: not deactivated, and not banned here. Errors: NOT_FOUND, PERSON_BANNED. */
export function requireAdmissible(work: ChannelWork, userId: string): void {
  if (work.user(userId)?.deactivatedAt !== null) throw new ChatError("NOT_FOUND");
  if (work.sanctionOf(userId, "ban") !== undefined)
    throw new ChatError("PERSON_BANNED", { message: `${work.userRef(userId).name} is banned here.` });
}

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
  placeAtPresent(work, member, before !== undefined);
  member.role = role;
  member.visibleFromSeq = work.channel.hidesHistory ? work.head.seq + 1 : 0;
  work.head.memberCount += 1;
  work.putMember(member, true);
  return member;
}

/** The cursor where the channel is now, so that nothing older is unread. */
function placeAtPresent(work: ChannelWork, member: WorkingMember, rejoined: boolean): void {
  Object.assign(member, {
    readSeq: work.head.seq,
    cursorCount: work.head.messageCount,
    cursorBroadcast: work.head.broadcastCount,
    ownSent: 0,
    ownBroadcasts: 0,
    joinedAt: work.now,
    leftAt: null,
    rejoined,
  } satisfies Partial<WorkingMember>);
}

/**
 * Has somebody follow a thread, for the first time or again, from the present on; one who follows it stays where they are. Following is of no
 * account for rights, and ends with the membership of the root.
 */
export function follow(work: ChannelWork, userId: string): WorkingMember {
  const present = work.follower(userId);
  if (present !== undefined) return present;
  const before = work.anyFollower(userId);
  if (before === undefined || before.leftAt !== null) work.head.memberCount += 1;
  const follower = before ?? newMember(work, userId);
  placeAtPresent(work, follower, before !== undefined);
  // Not before the membership, also where another node's clock runs ahead of this one's.
  const since = work.member(userId)?.joinedAt ?? work.now;
  if (Date.parse(String(since)) > Date.parse(work.now)) follower.joinedAt = since;
  work.putMember(follower, true);
  return follower;
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
