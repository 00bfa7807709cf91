import type { ChannelLiveEvent } from "@chat/contract";

/** Every type of event of a channel's stream that this client knows. */
const known: Record<ChannelLiveEvent["type"], true> = {
  start: true,
  synced: true,
  reset: true,
  message: true,
  member: true,
  channel: true,
  skip: true,
  user: true,
  read: true,
  typing: true,
  presence: true,
};

/**
 * An event of a type that a newer server invented is to this client a durable change that it may not see: nothing to show, and nothing missed.
 * Its frame's id (`<epoch>.<version>`) says up to where.
 */
export function knowEvent(event: ChannelLiveEvent, id: string, channelId: string): ChannelLiveEvent {
  if (Object.hasOwn(known, event.type)) return event;
  return { type: "skip", channelId, version: versionOf(id) };
}

/** The version in a frame's id; 0, which moves nothing, where there is none. */
function versionOf(id: string): number {
  const version = Number(id.slice(id.lastIndexOf(".") + 1));
  return Number.isSafeInteger(version) ? version : 0;
}
