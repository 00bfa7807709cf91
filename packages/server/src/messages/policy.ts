import { ChatError } from "../chat-error.ts";
import { inForceSql, seesSql, visibleFromSql } from "../members/policy.ts";
import type { ChannelWork, WorkingMember } from "../realtime/channel-work.ts";
import type { Services } from "../services.ts";
import type { MessageRow } from "./record.ts";

/** The actor as a member in force who is not banned; else the channel does not exist for them. */
export function requireMember(work: ChannelWork, actorId: string): WorkingMember {
  const actor = work.user(actorId);
  if (actor === undefined || actor.deactivatedAt !== null) throw new ChatError("UNAUTHENTICATED");
  const member = work.member(actorId);
  if (member === undefined) throw new ChatError("NOT_FOUND");
  const ban = work.sanctionOf(actorId, "ban");
  if (ban !== undefined) throw new ChatError("BANNED", untilOf(ban.until));
  if (!work.sees(member)) throw new ChatError("NOT_FOUND");
  return member;
}

/** A member who may write here now: not archived, not frozen (moderators may), not muted, in a direct message not blocked. */
export function requireWriter(work: ChannelWork, actorId: string): WorkingMember {
  const member = requireMember(work, actorId);
  const root = work.root.channel;
  if (root.archivedAt !== null) throw new ChatError("CHANNEL_ARCHIVED");
  if (work.isBlocked) throw new ChatError("BLOCKED");
  if (root.frozenAt !== null && member.role === "member") throw new ChatError("CHANNEL_FROZEN");
  const mute = work.sanctionOf(actorId, "mute");
  if (mute !== undefined) throw new ChatError("MUTED", untilOf(mute.until));
  return member;
}

/** Where only owners and moderators write, in a thread of the group too, they alone send. */
export function requirePosting(work: ChannelWork, member: WorkingMember): void {
  if (work.root.channel.postingPolicy === "moderators" && member.role === "member") throw new ChatError("POSTING_RESTRICTED");
}

/** In slow mode an ordinary member's messages keep their distance. */
export function requirePace(work: ChannelWork, member: WorkingMember): void {
  const paceMs = work.root.channel.slowModeSeconds * 1_000;
  const last = work.lastSentAt(member.userId);
  if (paceMs === 0 || last === undefined || member.role !== "member") return;
  const retryAfterMs = Math.min(paceMs, Date.parse(last) + paceMs - Date.parse(work.now));
  if (retryAfterMs > 0) throw new ChatError("SLOW_MODE", { retryAfterMs });
}

/** A message that this member may see. */
export function requireMessage(work: ChannelWork, member: WorkingMember, messageId: string): MessageRow {
  const message = work.message(messageId);
  if (message === undefined || !work.sees(member, message.seq)) throw new ChatError("NOT_FOUND");
  return message;
}

/** The same, of a message that can still be changed. */
export function requireLiveMessage(work: ChannelWork, member: WorkingMember, messageId: string): MessageRow {
  const message = requireMessage(work, member, messageId);
  if (message.deletedAt !== null) throw new ChatError("MESSAGE_DELETED");
  if (message.hiddenAt !== null) throw new ChatError("UNDER_REVIEW");
  return message;
}

/** Not longer than this site lets messages be. */
export function requireLength({ settings }: Services, text: string): void {
  const most = settings.get("messageMaxLength");
  if (text.length > most)
    throw new ChatError("TOO_LONG", { message: `Messages here have at most ${most.toLocaleString("en")} characters.` });
}

/** Within the time in which this site lets messages be changed. */
export function requireEditable({ settings }: Services, work: ChannelWork, message: MessageRow): void {
  const minutes = settings.get("editWindowMinutes");
  const ageMs = Date.parse(work.now) - new Date(message.createdAt).getTime();
  if (minutes > 0 && ageMs > minutes * 60_000) throw new ChatError("EDIT_TOO_LATE");
}

const findSql = (isMember: string) => `SELECT m."channelId" FROM "Message" m JOIN "Channel" c ON c.id = m."channelId"
  JOIN "Member" mb ON mb."channelId" = c."rootId" AND mb."userId" = $2 AND ${isMember} AND ${seesSql()}
  WHERE m.id = $1 AND m.seq >= ${visibleFromSql()}`;
const changeSql = findSql(`mb."leftAt" IS NULL`);
const readSql = findSql(inForceSql());

/** The channel of a message that a member wants to change; bans are the lane's to tell. Errors: NOT_FOUND, the same for what does not exist. */
export function findChannelOf(services: Services, userId: string, messageId: string): Promise<string> {
  return findChannel(services, changeSql, userId, messageId);
}

/** The channel of a message that the user may read. Errors: NOT_FOUND. */
export function findReadableChannelOf(services: Services, userId: string, messageId: string): Promise<string> {
  return findChannel(services, readSql, userId, messageId);
}

async function findChannel(services: Services, sql: string, userId: string, messageId: string): Promise<string> {
  const [row] = await services.db.query<{ channelId: string }>(sql, [messageId, userId]);
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return row.channelId;
}

function untilOf(until: string | null): { retryAfterMs?: number } {
  return until === null ? {} : { retryAfterMs: Math.max(0, Date.parse(until) - Date.now()) };
}
