import type { AdminGroupDetail, UpdateAdminGroup } from "@chat/contract";
import { ChatError } from "../../chat-error.ts";
import type { Caller } from "../../context.ts";
import type { ChannelWork } from "../../realtime/channel-work.ts";
import { writeSystemLine } from "../../realtime/write-system-line.ts";
import type { Services } from "../../services.ts";
import { setArchived } from "../archive-channel.ts";
import { requireGroup } from "../policy.ts";
import { changeGroup } from "../update-channel.ts";
import { getAdminGroup } from "./get-admin-group.ts";

/**
 * What staff do to a group, as its members see it happen: through its lane, with the lines that its own owners would write. Answers the group as it is
 * then. Errors: NOT_FOUND, DIRECT_CHANNEL.
 */
async function change(
  services: Services,
  caller: Caller,
  channelId: string,
  apply: (work: ChannelWork) => void,
): Promise<AdminGroupDetail> {
  await services.append.push({
    channelId,
    actorId: caller.userId,
    apply(work) {
      requireGroup(work);
      apply(work);
    },
  });
  return getAdminGroup(services.db, { channelId });
}

/**
 * Also of an archived group. Errors: those of `change`, and FORBIDDEN for a moderator who makes a private group public: they could join it then, and read
 * without a reason what was written in private.
 */
export function updateAdminGroup(services: Services, caller: Caller, input: UpdateAdminGroup): Promise<AdminGroupDetail> {
  return change(services, caller, input.channelId, (work) => {
    if (input.visibility === "public" && work.channel.visibility !== "public" && caller.role !== "admin")
      throw new ChatError("FORBIDDEN", { message: "Only an admin may make a private group public." });
    changeGroup(work, caller.userId, input);
  });
}

export function archiveAdminGroup(
  services: Services,
  caller: Caller,
  channelId: string,
  archived: boolean,
): Promise<AdminGroupDetail> {
  return change(services, caller, channelId, (work) => setArchived(work, caller.userId, archived));
}

/** In a frozen group its owners and moderators alone write. */
export function freezeAdminGroup(
  services: Services,
  caller: Caller,
  channelId: string,
  frozen: boolean,
): Promise<AdminGroupDetail> {
  return change(services, caller, channelId, (work) => {
    if ((work.channel.frozenAt !== null) === frozen) return;
    work.channel.frozenAt = frozen ? work.now : null;
    work.touchChannel();
    writeSystemLine(work, caller.userId, { type: frozen ? "channel.frozen" : "channel.unfrozen" });
  });
}
