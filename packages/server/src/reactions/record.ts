import type { MessageRow } from "../messages/record.ts";
import type { ChannelWork } from "../realtime/channel-work.ts";

/** How many of those who reacted are named in the message itself. */
export const namedReactors = 5;

/** The emoji that this person has on a message, as of now in the batch. The message must be among the change's `needs`. */
export function readMyReactions(work: ChannelWork, message: MessageRow, userId: string): string[] {
  return message.reactions.map(({ emoji }) => emoji).filter((emoji) => work.reactors(message.id, emoji).includes(userId));
}
