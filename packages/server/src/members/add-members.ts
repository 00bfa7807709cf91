import type { AddMembers, Member } from "@chat/contract";
import { requireGroupMember, requireManager, requireOpen } from "../channels/policy.ts";
import type { Caller } from "../context.ts";
import { writeSystemLine } from "../realtime/write-system-line.ts";
import type { Change } from "../realtime/change.ts";
import type { Services } from "../services.ts";
import { requireFindable } from "../users/policy.ts";
import { admit, named, requireAdmissible } from "./policy.ts";
import { toMember } from "./record.ts";

/**
 * Brings people whom the caller may find into a group; those who are members stay as they are. In a private group by owners and moderators, in a
 * public one by any member. Errors: NOT_FOUND, FORBIDDEN, DIRECT_CHANNEL, CHANNEL_ARCHIVED, PERSON_BANNED.
 */
export async function addMembers(
  services: Services,
  caller: Caller,
  { channelId, userIds }: AddMembers,
): Promise<{ items: Member[] }> {
  const ids = await requireFindable(services, caller, userIds);
  return { items: await services.append.push(addChange(channelId, caller.userId, ids)) };
}

function addChange(channelId: string, actorId: string, userIds: readonly string[]): Change<Member[]> {
  return {
    channelId,
    actorId,
    needs: { userIds },
    apply(work) {
      if (work.channel.visibility === "public") requireGroupMember(work, actorId);
      else requireManager(work, actorId);
      requireOpen(work);
      for (const id of userIds) requireAdmissible(work, id);
      const added = userIds.filter((id) => work.member(id) === undefined);
      const members = userIds.map((id) => toMember(work.definition, admit(work, id, "member"), work.userRef(id)));
      if (added.length > 0) writeSystemLine(work, actorId, { type: "member.added", users: added.map((id) => named(work, id)) });
      return members;
    },
  };
}
