import type { Cast } from "./plan-timeline.ts";
import type { MemberRow, MessageRow } from "./rows.ts";

interface CursorInput {
  readonly direct: boolean;
  readonly members: readonly MemberRow[];
  readonly messages: readonly MessageRow[];
  readonly people: Cast;
  readonly random: () => number;
}

/**
 * How far each member has read: often to the end, else to somewhere after their own last words, so that no own message lies above a cursor.
 * People with an account stop, where they can, before the last thing said to them, and a direct message waits for an answer: everyone who
 * signs in finds something.
 */
export function planCursors({ direct, members, messages, people, random }: CursorInput): void {
  for (const member of members) {
    const there = messages.filter((row) => member.leftAt === null || row.createdAt <= member.leftAt);
    const end = there.at(-1)?.seq ?? 0;
    const spoke = there.findLast((row) => row.authorId === member.userId)?.seq ?? 0;
    const named = there.findLast((row) => row.mentionIds.includes(member.userId))?.seq ?? 0;
    const readsOn = member.leftAt !== null || (!direct && random() < 0.4);
    const stops = Math.max(spoke, end - 1 - Math.floor(random() * 40));
    member.readSeq = people.hasAccount(member.userId) && named > spoke ? Math.max(spoke, named - 2) : readsOn ? end : stops;
    member.deliveredSeq = Math.max(member.readSeq, member.leftAt === null && random() < 0.5 ? end : 0);
    const cursor = messages.findLast((row) => row.seq <= member.readSeq);
    member.cursorCount = cursor?.messageCount ?? 0;
    member.cursorBroadcast = cursor?.broadcastCount ?? 0;
  }
}
