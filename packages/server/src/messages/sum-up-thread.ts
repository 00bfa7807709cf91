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

/** A deleted reply is there again, at its place. The change must need `replies`. */
export function recountReply(work: ChannelWork, { channelId, seq, authorId, createdAt }: MessageRow): void {
  const { parent, replies } = work;
  if (parent?.thread == null) return;
  replies.push({ channelId, seq, authorId, createdAt: new Date(createdAt).toISOString() });
  replies.sort((one, other) => other.seq - one.seq);
  sumUp(work, parent, 1);
  tell(work, parent, authorId);
}

/** Takes a deleted reply out of it again. The change must need `replies`. */
export function discountReply(work: ChannelWork, reply: MessageRow, actorId: string): void {
  const { parent, replies } = work;
  if (parent?.thread == null) return;
  const at = replies.findIndex(({ seq }) => seq === reply.seq);
  if (at >= 0) replies.splice(at, 1);
  sumUp(work, parent, -1);
  tell(work, parent, actorId);
}

function sumUp({ replies }: ChannelWork, parent: MessageRow, more: 1 | -1): void {
  if (parent.thread === null) return;
  const lastReplyAt = replies[0] === undefined ? null : new Date(replies[0].createdAt).toISOString();
  const repliers = [...new Set(replies.map(({ authorId }) => authorId))].slice(0, limits.threadFaces);
  parent.thread = { ...parent.thread, replyCount: parent.thread.replyCount + more, lastReplyAt, repliers };
}

function tell({ root }: ChannelWork, parent: MessageRow, by: string): void {
  root.touchMessage(parent);
  root.emitMessage(parent, { change: "replied", by });
}
