import type { Member, RemoveMember } from "@chat/contract";
import { requireManager } from "../channels/policy.ts";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { writeSystemLine } from "../realtime/write-system-line.ts";
import type { Change } from "../realtime/change.ts";
import type { Services } from "../services.ts";
import { resolveUserId } from "../users/policy.ts";
import { dismiss, named } from "./policy.ts";
import { toMember } from "./record.ts";

/**
 * Ends another person's membership: owners that of anyone, moderators that of members. One's own ends by `channel.leave`. Errors: NOT_FOUND,
 * FORBIDDEN, DIRECT_CHANNEL, INVALID_INPUT for oneself.
 */
export async function removeMember(services: Services, caller: Caller, { channelId, userId }: RemoveMember): Promise<Member> {
  const targetId = await resolveUserId(services, caller, userId);
  return services.append.push(removeChange(channelId, caller.userId, targetId));
}

function removeChange(channelId: string, actorId: string, targetId: string): Change<Member> {
  return {
    channelId,
    actorId,
    needs: { userIds: [targetId] },
    apply(work) {
      const actor = requireManager(work, actorId);
      const target = work.member(targetId);
      if (target === undefined) throw new ChatError("NOT_FOUND");
      if (targetId === actorId) throw new ChatError("INVALID_INPUT", { message: "To go yourself, leave the group." });
      if (actor.role !== "owner" && target.role !== "member") throw new ChatError("FORBIDDEN");
      // The line comes after, so that whoever hears of it alone has the count of those who are left.
      dismiss(work, target);
      writeSystemLine(work, actorId, { type: "member.removed", users: [named(work, targetId)] });
      return toMember(work.definition, target, work.userRef(targetId));
    },
  };
}
