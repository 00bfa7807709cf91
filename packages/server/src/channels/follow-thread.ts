import type { ChannelEntry, FollowThread } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { dismiss, follow } from "../members/policy.ts";
import { requireMember } from "../messages/policy.ts";
import type { Change } from "../realtime/change.ts";
import type { Services } from "../services.ts";
import { loadEntry } from "./load-entries.ts";

/** Has the caller hear of a thread's replies from now on, or no more. Twice changes nothing. Errors: NOT_FOUND (also for what is no thread), BANNED. */
export async function followThread(
  services: Services,
  caller: Caller,
  { channelId, following = true }: FollowThread,
): Promise<ChannelEntry> {
  await services.append.push(followChange(channelId, caller.userId, following));
  return loadEntry(services, caller.userId, channelId);
}

function followChange(channelId: string, actorId: string, following: boolean): Change<void> {
  return {
    channelId,
    actorId,
    apply(work) {
      requireMember(work, actorId);
      if (work.parent === undefined) throw new ChatError("NOT_FOUND");
      const follower = work.follower(actorId);
      if (following) follow(work, actorId);
      else if (follower !== undefined) dismiss(work, follower);
    },
  };
}
