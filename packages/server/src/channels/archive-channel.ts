import type { ArchiveChannel, Channel } from "@chat/contract";
import type { Caller } from "../context.ts";
import { writeSystemLine } from "../realtime/write-system-line.ts";
import type { ChannelWork } from "../realtime/channel-work.ts";
import type { Change } from "../realtime/change.ts";
import type { Services } from "../services.ts";
import { requireOwner } from "./policy.ts";
import { toChannel } from "./record.ts";

/** Closes a group for writing, or opens it again. Errors: NOT_FOUND, FORBIDDEN unless owner, DIRECT_CHANNEL. */
export async function archiveChannel(
  services: Services,
  caller: Caller,
  { channelId, archived = true }: ArchiveChannel,
): Promise<Channel> {
  return services.append.push(archiveChange(channelId, caller.userId, archived));
}

function archiveChange(channelId: string, actorId: string, archived: boolean): Change<Channel> {
  return {
    channelId,
    actorId,
    apply(work) {
      requireOwner(work, actorId);
      return setArchived(work, actorId, archived);
    },
  };
}

/** Closes or opens the group, where it is not so already; the caller may. */
export function setArchived(work: ChannelWork, actorId: string, archived: boolean): Channel {
  if ((work.channel.archivedAt !== null) !== archived) {
    work.channel.archivedAt = archived ? work.now : null;
    work.touchChannel();
    writeSystemLine(work, actorId, { type: archived ? "channel.archived" : "channel.unarchived" });
  }
  return toChannel(work.definition, work.channel);
}
