import type { RemoveAdminGroupMember, SetAdminGroupRole } from "@chat/contract";
import { ChatError } from "../../chat-error.ts";
import type { Caller } from "../../context.ts";
import { dismiss, named, requireAdmissible, requireOtherOwner } from "../../members/policy.ts";
import type { ChannelWork, WorkingMember } from "../../realtime/channel-work.ts";
import { writeSystemLine } from "../../realtime/write-system-line.ts";
import type { Services } from "../../services.ts";
import { requireBelow } from "../../users/staff-policy.ts";
import { requireGroup } from "../policy.ts";

/** Errors: NOT_FOUND, DIRECT_CHANNEL, FORBIDDEN for oneself and, for a moderator of the site, of its staff. */
async function changeMember(
  services: Services,
  caller: Caller,
  { channelId, userId }: RemoveAdminGroupMember,
  apply: (work: ChannelWork, member: WorkingMember) => void,
): Promise<void> {
  await services.db.transaction((tx) => requireBelow(tx, caller, userId));
  await services.append.push({
    channelId,
    actorId: caller.userId,
    needs: { userIds: [userId] },
    apply(work) {
      requireGroup(work);
      const member = work.member(userId);
      if (member === undefined) throw new ChatError("NOT_FOUND");
      apply(work, member);
    },
  });
}

/** Errors: those of `changeMember`, LAST_OWNER, PERSON_BANNED. */
export function setAdminGroupRole(services: Services, caller: Caller, input: SetAdminGroupRole): Promise<void> {
  return changeMember(services, caller, input, (work, member) => {
    const { userId, role } = input;
    if (role !== "member") requireAdmissible(work, userId);
    if (member.role === "owner" && role !== "owner" && work.owners().size === 1) throw new ChatError("LAST_OWNER");
    if (member.role === role) return;
    member.role = role;
    work.putMember(member, true);
    writeSystemLine(work, caller.userId, { type: "member.role", users: [named(work, userId)], value: role });
  });
}

/** Takes somebody out of a group. Errors: those of `changeMember`, LAST_OWNER. */
export function removeAdminGroupMember(services: Services, caller: Caller, input: RemoveAdminGroupMember): Promise<void> {
  return changeMember(services, caller, input, (work, member) => {
    requireOtherOwner(work, member);
    dismiss(work, member);
    writeSystemLine(work, caller.userId, { type: "member.removed", users: [named(work, input.userId)] });
  });
}
