import { v7 as uuidv7 } from "uuid";
import type { PlanContext } from "./plan-channel.ts";
import { planTimeline } from "./plan-timeline.ts";
import type { PulledThread } from "./pull-thread.ts";
import type { ChannelPlan, MessageRow } from "./rows.ts";

/** As many as a message names of those who replied. */
const FACES = 5;

/** All rows of the thread that a message of `root` gets, and the summary that the message shows of it. */
export function planThread(root: ChannelPlan, { parent, replies }: PulledThread, { people }: PlanContext): ChannelPlan {
  const message = root.messages.find(
    (row) => row.createdAt.getTime() === parent.moment.getTime() && row.authorId === people.idOf(parent.nick),
  );
  const [first, last] = [replies[0], replies.at(-1)];
  if (!message || !first || !last) throw new Error("A thread of the demo has no beginning.");
  const createdAt = new Date(first.moment.getTime() - 1_000);
  const id = uuidv7({ msecs: createdAt.getTime() });
  const source = { pair: [parent.nick, first.nick] } as const;
  const messages = planTimeline({ channelId: id, source, lines: replies, memberships: [], people });
  const followers = [...new Set([message.authorId, ...messages.map(({ authorId }) => authorId)])];
  const members = followers.map((userId, at) => ({
    channelId: id,
    userId,
    role: "member" as const,
    version: at + 2,
    // Whoever asked has not seen the answers yet.
    ...readUpTo(messages, userId === message.authorId ? lastOf(messages, userId) : messages.length),
    joinedAt: createdAt,
    leftAt: null,
  }));
  for (const row of messages) row.version = row.seq + members.length + 1;
  const lastReplyAt = messages.at(-1)?.createdAt ?? createdAt;
  const repliers = [...new Set(messages.toReversed().map(({ authorId }) => authorId))].slice(0, FACES);
  message.thread = { channelId: id, replyCount: messages.length, lastReplyAt, repliers };
  message.version = ++root.head.version;
  const { id: rootId } = root.channel;
  const nameless = { name: null, description: null, visibility: "private", directLow: null, directHigh: null } as const;
  const createdById = people.idOf(first.nick);
  return {
    channel: { id, type: "thread", rootId, parentMessageId: message.id, ...nameless, version: 1, createdById, createdAt },
    head: {
      channelId: id,
      seq: messages.length,
      version: messages.length + members.length + 1,
      messageCount: messages.length,
      broadcastCount: 0,
      memberCount: members.length,
      lastActivityAt: lastReplyAt,
    },
    members,
    messages,
    revisions: [],
    reactions: [],
  };
}

const lastOf = (messages: readonly MessageRow[], userId: string) => messages.findLast((row) => row.authorId === userId)?.seq ?? 0;

function readUpTo(messages: readonly MessageRow[], readSeq: number) {
  return { readSeq, deliveredSeq: readSeq, cursorCount: messages[readSeq - 1]?.messageCount ?? 0, cursorBroadcast: 0 };
}
