import type { Member, TransferOwnership } from "@chat/contract";
import { requireOwner } from "../channels/policy.ts";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { writeSystemLine } from "../realtime/write-system-line.ts";
import type { Change } from "../realtime/change.ts";
import type { Services } from "../services.ts";
import { resolveUserId } from "../users/policy.ts";
import { named, requireAdmissible } from "./policy.ts";
import { toMember } from "./record.ts";

/**
 * Makes a member owner and the caller a member. Answers both. Errors: NOT_FOUND, FORBIDDEN unless owner, DIRECT_CHANNEL, PERSON_BANNED,
 * INVALID_INPUT to oneself.
 */
export async function transferOwnership(
  services: Services,
  caller: Caller,
  { channelId, userId }: TransferOwnership,
): Promise<{ items: Member[] }> {
  const targetId = await resolveUserId(services, caller, userId);
  return { items: await services.append.push(transferChange(channelId, caller.userId, targetId)) };
}

function transferChange(channelId: string, actorId: string, targetId: string): Change<Member[]> {
  return {
    channelId,
    actorId,
    needs: { userIds: [targetId] },
    apply(work) {
      const actor = requireOwner(work, actorId);
      const target = work.member(targetId);
      if (target === undefined) throw new ChatError("NOT_FOUND");
      if (targetId === actorId) throw new ChatError("INVALID_INPUT", { message: "You own this group already." });
      requireAdmissible(work, targetId);
      target.role = "owner";
      work.putMember(target, true);
      actor.role = "member";
      work.putMember(actor, true);
      writeSystemLine(work, actorId, { type: "channel.transferred", users: [named(work, targetId)] });
      return [target, actor].map((member) => toMember(work.definition, member, work.userRef(member.userId)));
    },
  };
}
