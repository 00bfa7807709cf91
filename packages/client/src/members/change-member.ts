import type { Member, MemberRole } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";

/** Takes a person out of a group. Rejects with FORBIDDEN, LAST_OWNER or DIRECT_CHANNEL. */
export function removeMember(context: ClientContext, channelId: string, userId: string): Promise<Member> {
  return takeMember(context, channelId, context.trpc.member.remove.mutate({ channelId, userId }));
}

/** Gives a member another role. Rejects with FORBIDDEN, LAST_OWNER or DIRECT_CHANNEL. */
export function setMemberRole(context: ClientContext, channelId: string, userId: string, role: MemberRole): Promise<Member> {
  return takeMember(context, channelId, context.trpc.member.setRole.mutate({ channelId, userId, role }));
}

async function takeMember({ store }: ClientContext, channelId: string, answer: Promise<Member>): Promise<Member> {
  const member = await answer;
  store.dispatch({ type: "members.reply", channelId, members: [member] });
  return member;
}
