import { limits } from "@chat/contract";
import type { ChannelWork } from "../realtime/channel-work.ts";
import type { MessageRow } from "./record.ts";

/** Counts a reply in the summary that its thread's parent shows; elsewhere nothing. */
export function countReply(work: ChannelWork, { channelId, seq, authorId }: MessageRow): void {
  const { now, parent } = work;
  const thread = parent?.thread;
  if (parent === undefined || thread == null) return;
  work.replies.unshift({ channelId, seq, authorId, createdAt: now });
  const repliers = [authorId, ...thread.repliers.filter((id) => id !== authorId)].slice(0, limits.threadFaces);
  parent.thread = { ...thread, replyCount: thread.replyCount + 1, lastReplyAt: now, repliers };
  tell(work, parent, authorId);
}

/** Takes a deleted reply out of it again. The change must need `replies`. */
export function discountReply(work: ChannelWork, reply: MessageRow, actorId: string): void {
  const { parent, replies } = work;
  const thread = parent?.thread;
  if (parent === undefined || thread == null) return;
  const at = replies.findIndex(({ seq }) => seq === reply.seq);
  if (at >= 0) replies.splice(at, 1);
  const lastReplyAt = replies[0] === undefined ? null : new Date(replies[0].createdAt).toISOString();
  const repliers = [...new Set(replies.map(({ authorId }) => authorId))].slice(0, limits.threadFaces);
  parent.thread = { ...thread, replyCount: thread.replyCount - 1, lastReplyAt, repliers };
  tell(work, parent, actorId);
}

function tell({ root }: ChannelWork, parent: MessageRow, by: string): void {
  root.touchMessage(parent);
  root.emitMessage(parent, { change: "replied", by });
}
