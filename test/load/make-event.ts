import type { MessageEvent } from "@chat/contract";

/** The channel that everybody listens to. */
export const benchChannel = "01900000-0000-7000-8000-000000000001";
const author = { id: "01900000-0000-7000-8000-00000000000a", name: "Ann", image: null, version: 1 };

/** A message event as @chat sends it, some 900 bytes of JSON; the same for every server. */
export function makeEvent(version: number): MessageEvent {
  return {
    type: "message",
    channelId: benchChannel,
    version,
    change: "sent",
    message: {
      id: "01900000-0000-7000-8000-0000000000ff",
      channelId: benchChannel,
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
      memberCount: 1_000,
      lastActivityAt: "2026-11-24T08:00:00.000Z",
    },
  };
}
