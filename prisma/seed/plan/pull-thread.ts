import type { PlacedLine } from "./place-days.ts";

const LEAST = 3;
const MOST = 9;

/** A line that got answers, and those. */
export interface PulledThread {
  readonly parent: PlacedLine;
  readonly replies: readonly PlacedLine[];
}

/**
 * Finds the latest line of a room that several people answered, with the answers to the answers: they become its thread, and leave the room.
 * Nobody who stays answers them, since whoever does goes along.
 */
export function pullThread(lines: readonly PlacedLine[], isMember: (nick: string) => boolean): PulledThread | null {
  const keyOf = (line: PlacedLine, n = line.n) => `${line.day} ${n}`;
  const answers = Map.groupBy(
    lines.filter((line) => line.replyTo !== undefined),
    (line) => keyOf(line, line.replyTo),
  );
  const under = (line: PlacedLine): PlacedLine[] =>
    (answers.get(keyOf(line)) ?? []).flatMap((answer) => [answer, ...under(answer)]);
  // Not the last lines: the room should not end where its latest thread begins.
  for (const parent of lines.slice(0, -20).toReversed()) {
    if (parent.replyTo !== undefined || parent.text.length < 30) continue;
    const replies = [...new Set(under(parent))].toSorted((a, b) => a.moment.getTime() - b.moment.getTime());
    const isTalk = new Set(replies.map(({ nick }) => nick)).size > 1 && [parent, ...replies].every(({ nick }) => isMember(nick));
    if (replies.length >= LEAST && replies.length <= MOST && isTalk) return { parent, replies };
  }
  return null;
}
