import type { Member, SetMemberRole } from "@chat/contract";
import { requireOpen, requireOwner } from "../channels/policy.ts";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { writeSystemLine } from "../realtime/write-system-line.ts";
import type { Change } from "../realtime/change.ts";
import type { Services } from "../services.ts";
import { resolveUserId } from "../users/policy.ts";
import { named, requireAdmissible } from "./policy.ts";
import { toMember, type MemberRow } from "./record.ts";

/** Gives a member another role. Errors: NOT_FOUND, FORBIDDEN unless owner, LAST_OWNER, DIRECT_CHANNEL, CHANNEL_ARCHIVED, PERSON_BANNED. */
export async function setMemberRole(
  services: Services,
  caller: Caller,
  { channelId, userId, role }: SetMemberRole,
): Promise<Member> {
  const targetId = await resolveUserId(services, caller, userId);
  return services.append.push(roleChange(channelId, caller.userId, targetId, role));
}

function roleChange(channelId: string, actorId: string, targetId: string, role: MemberRow["role"]): Change<Member> {
  return {
    channelId,
    actorId,
    needs: { userIds: [targetId] },
    apply(work) {
      requireOwner(work, actorId);
      requireOpen(work);
      const target = work.member(targetId);
      if (target === undefined) throw new ChatError("NOT_FOUND");
      if (role !== "member") requireAdmissible(work, targetId);
      if (target.role === "owner" && role !== "owner" && work.owners().size === 1) throw new ChatError("LAST_OWNER");
      if (target.role !== role) {
        target.role = role;
        work.putMember(target, true);
        writeSystemLine(work, actorId, { type: "member.role", users: [named(work, targetId)], value: role });
      }
      return toMember(work.definition, target, work.userRef(targetId));
    },
  };
}
