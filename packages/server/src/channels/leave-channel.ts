import type { ChannelIdInput, Member } from "@chat/contract";
import type { Caller } from "../context.ts";
import { dismiss, requireOtherOwner } from "../members/policy.ts";
import { toMember } from "../members/record.ts";
import { writeSystemLine } from "../realtime/write-system-line.ts";
import type { Change } from "../realtime/change.ts";
import type { Services } from "../services.ts";
import { requireGroupMember } from "./policy.ts";

/** Ends the caller's membership. Errors: NOT_FOUND, DIRECT_CHANNEL, LAST_OWNER while others are there. */
export async function leaveChannel(services: Services, caller: Caller, { channelId }: ChannelIdInput): Promise<Member> {
  return services.append.push(leaveChange(channelId, caller.userId));
}

function leaveChange(channelId: string, actorId: string): Change<Member> {
  return {
    channelId,
    actorId,
    needs: { userIds: [actorId] },
    apply(work) {
      const member = requireGroupMember(work, actorId);
      requireOtherOwner(work, member);
      // The line comes after, so that whoever hears of it alone has the count of those who are left.
      dismiss(work, member);
      writeSystemLine(work, actorId, { type: "member.left" });
      return toMember(work.definition, member, work.userRef(actorId));
    },
  };
}
