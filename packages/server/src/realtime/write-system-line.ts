import type { SystemData } from "@chat/contract";
import { v7 as uuidv7 } from "uuid";
import type { ChannelWork } from "./channel-work.ts";
import type { MessageRow } from "../messages/record.ts";

/** A line of the timeline that the server writes: it has a place and an author, and counts for nobody as unread. */
export function writeSystemLine(work: ChannelWork, authorId: string, data: SystemData): void {
  const row = systemLine({
    channelId: work.channel.id,
    seq: work.nextSeq(),
    version: work.nextVersion(),
    authorId,
    data,
    messageCount: work.head.messageCount,
    broadcastCount: work.head.broadcastCount,
    createdAt: work.now,
  });
  work.insertMessage(row);
  work.emitMessage(row, { change: "sent" });
}

type SystemLine = Pick<
  MessageRow,
  "channelId" | "seq" | "version" | "authorId" | "messageCount" | "broadcastCount" | "createdAt"
> & { data: SystemData };

export function systemLine(line: SystemLine): MessageRow {
  const id = uuidv7();
  return {
    ...line,
    id,
    clientId: id,
    kind: "system",
    text: "",
    replyToId: null,
    mentionIds: [],
    mentionsAll: false,
    reactions: [],
    thread: null,
    custom: {},
    editedAt: null,
    deletedAt: null,
    deletedById: null,
    pinnedAt: null,
    hiddenAt: null,
  };
}
