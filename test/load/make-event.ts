import type { MessageEvent } from "@chat/contract";

const author = { id: "01900000-0000-7000-8000-00000000000a", name: "Ann", image: null, version: 1 };

interface Place {
  readonly channelId: string;
  readonly memberCount: number;
  readonly version: number;
}

/** A message event as @chat sends it, some 900 bytes of JSON; the same for every server. */
export function makeEvent({ channelId, memberCount, version }: Place): MessageEvent {
  return {
    type: "message",
    channelId,
    version,
    change: "sent",
    message: {
      id: "01900000-0000-7000-8000-0000000000ff",
      channelId,
      seq: version,
      version,
      clientId: `client-${version}`,
      kind: "text",
      author,
      text: "A message of the length that people write, give or take: some forty words would be too many and three too few.",
      data: null,
      mentions: [],
      mentionsAll: false,
      replyTo: null,
      reactions: [],
      messageCount: version,
      createdAt: "2026-11-24T08:00:00.000Z",
      editedAt: null,
      deletedAt: null,
      pinnedAt: null,
      custom: {},
    },
    head: {
      seq: version,
      version,
      messageCount: version,
      broadcastCount: 0,
      memberCount,
      lastActivityAt: "2026-11-24T08:00:00.000Z",
    },
  };
}
