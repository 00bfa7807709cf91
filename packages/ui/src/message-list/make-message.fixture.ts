import type { TimelineMessage } from "../message/timeline-message.ts";

export const ann = { id: "00000000-0000-4000-8000-00000000000a", name: "Ann", image: null, version: 1 };
export const ben = { id: "00000000-0000-4000-8000-00000000000b", name: "Ben", image: null, version: 1 };

/** A message as the wire brings it; one minute after the one before. */
export function makeMessage(seq: number, over: Partial<TimelineMessage> = {}): TimelineMessage {
  return {
    id: `00000000-0000-4000-8000-${String(seq).padStart(12, "0")}`,
    channelId: "00000000-0000-4000-8000-0000000000cc",
    seq,
    version: seq,
    clientId: `c${seq}`,
    kind: "text",
    author: ben,
    text: `message ${seq}`,
    data: null,
    mentions: [],
    mentionsAll: false,
    replyTo: null,
    reactions: [],
    messageCount: seq,
    createdAt: new Date(Date.UTC(2026, 10, 24, 12) + seq * 60_000).toISOString(),
    editedAt: null,
    deletedAt: null,
    pinnedAt: null,
    custom: {},
    ...over,
  };
}

export function makeMessages(from: number, to: number): TimelineMessage[] {
  return Array.from({ length: to - from + 1 }, (_, at) => makeMessage(from + at));
}
