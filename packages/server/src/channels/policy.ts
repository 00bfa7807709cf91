import { ChatError } from "../chat-error.ts";
import { requireMember } from "../messages/policy.ts";
import type { ChannelWork, WorkingMember } from "../realtime/channel-work.ts";

/** A group, which has roles and can change. Errors: DIRECT_CHANNEL, NOT_FOUND for threads. */
export function requireGroup(work: ChannelWork): void {
  if (work.channel.type === "direct") throw new ChatError("DIRECT_CHANNEL");
  if (work.channel.type === "thread") throw new ChatError("NOT_FOUND");
}

/** A member of a group, which has roles and can change: not a direct message, whose two people stay as they are. */
export function requireGroupMember(work: ChannelWork, actorId: string): WorkingMember {
  const member = requireMember(work, actorId);
  requireGroup(work);
  return member;
}

/** An owner or moderator of a group. */
export function requireManager(work: ChannelWork, actorId: string): WorkingMember {
  const member = requireGroupMember(work, actorId);
  if (member.role === "member") throw new ChatError("FORBIDDEN");
  return member;
}

export function requireOwner(work: ChannelWork, actorId: string): WorkingMember {
  const member = requireGroupMember(work, actorId);
  if (member.role !== "owner") throw new ChatError("FORBIDDEN");
  return member;
}

/** Nobody comes, is renamed or changes role in what is closed; leaving and opening it again stay possible. */
export function requireOpen(work: ChannelWork): void {
  if (work.channel.archivedAt !== null) throw new ChatError("CHANNEL_ARCHIVED");
}

/** SQL of "a public group that people of the issuer `issuer` may look at and join", for the channel `c`: one made by their own. */
export const publicSql = (issuer: string) => `(c.type = 'group' AND c.visibility = 'public'
  AND COALESCE((SELECT maker.issuer FROM "User" maker WHERE maker.id = c."createdById"), 'local') = ${issuer})`;
