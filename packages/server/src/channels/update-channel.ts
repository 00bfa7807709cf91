import type { Channel, SystemData, UpdateChannel } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { mergeCustom } from "../custom-fields.ts";
import { storeImage } from "../images/store-image.ts";
import { writeSystemLine } from "../realtime/write-system-line.ts";
import type { Change } from "../realtime/change.ts";
import type { ChannelWork } from "../realtime/channel-work.ts";
import type { Services } from "../services.ts";
import { requireManager, requireOpen } from "./policy.ts";
import { toChannel } from "./record.ts";

/**
 * Changes a group; what is not given stays. Each aspect that people see is a line of the timeline. Errors: NOT_FOUND, FORBIDDEN for members,
 * DIRECT_CHANNEL, CHANNEL_ARCHIVED, INVALID_INPUT, TOO_LONG.
 */
export async function updateChannel(services: Services, caller: Caller, input: UpdateChannel): Promise<Channel> {
  const image = input.image === undefined ? undefined : await storeImage(services.db, input.image);
  return services.append.push(updateChange(caller.userId, { ...input, image }));
}

/** `image` is stored already: a path. */
function updateChange(actorId: string, input: UpdateChannel): Change<Channel> {
  return {
    channelId: input.channelId,
    actorId,
    apply(work) {
      requireManager(work, actorId);
      requireOpen(work);
      return changeGroup(work, actorId, input);
    },
  };
}

/** Changes what of the input differs, and tells it; the caller may. */
export function changeGroup(work: ChannelWork, actorId: string, input: UpdateChannel): Channel {
  // What may be refused comes first: the row is shared with the batch's other changes, and would keep the half of a refused one.
  const quiet = changeQuietly(work, input);
  const lines = changeLines(work, input);
  if (lines.length > 0 || quiet) work.touchChannel();
  for (const line of lines) writeSystemLine(work, actorId, line);
  return toChannel(work.definition, work.channel);
}

function changeLines({ channel }: ChannelWork, input: UpdateChannel): SystemData[] {
  const lines: SystemData[] = [];
  if (input.name !== undefined && input.name !== channel.name) {
    channel.name = input.name;
    lines.push({ type: "channel.renamed", value: input.name });
  }
  if (input.description !== undefined && input.description !== channel.description) {
    channel.description = input.description;
    lines.push({ type: "channel.described", value: input.description });
  }
  if (input.image !== undefined && input.image !== channel.image) {
    channel.image = input.image;
    lines.push({ type: "channel.image" });
  }
  if (input.visibility !== undefined && input.visibility !== channel.visibility) {
    channel.visibility = input.visibility;
    lines.push({ type: "channel.visibility", value: input.visibility });
  }
  if (input.postingPolicy !== undefined && input.postingPolicy !== channel.postingPolicy) {
    channel.postingPolicy = input.postingPolicy;
    lines.push({ type: "channel.posting", value: input.postingPolicy });
  }
  return lines;
}

/** Settings that no line tells of. Answers whether one changed. */
function changeQuietly({ channel, definition }: ChannelWork, input: UpdateChannel): boolean {
  const { hidesHistory = channel.hidesHistory, slowModeSeconds = channel.slowModeSeconds } = input;
  if (channel.hidesHistory && !hidesHistory) {
    // Quotes carry text where nothing was ever hidden, the same for all readers.
    throw new ChatError("INVALID_INPUT", { message: "What was hidden from newcomers stays hidden." });
  }
  const changed =
    hidesHistory !== channel.hidesHistory || slowModeSeconds !== channel.slowModeSeconds || input.custom !== undefined;
  if (input.custom !== undefined) channel.custom = mergeCustom(definition, "channel", channel.custom, input.custom);
  channel.hidesHistory = hidesHistory;
  channel.slowModeSeconds = slowModeSeconds;
  return changed;
}
