import type { ConversationLine } from "../read-conversation.ts";
import { cleanText, isBot } from "./clean-line.ts";
import { englishShare, isFriendly } from "./friendly.ts";

/** Messages of one day that hang together by their answers, oldest first. */
export interface Thread {
  readonly day: string;
  readonly lines: readonly ConversationLine[];
  readonly nicks: readonly string[];
}

/** A day's messages as threads, cleaned. Threads that are unfriendly, not English, very short or nobody's dialogue are left out. */
export function collectThreads(lines: readonly ConversationLine[]): Thread[] {
  const byNumber = new Map(lines.map((line) => [line.n, line]));
  const rootOf = new Map<number, number>();
  const groups = new Map<number, ConversationLine[]>();
  for (const line of lines) {
    const root = (line.replyTo === undefined ? undefined : rootOf.get(line.replyTo)) ?? line.n;
    rootOf.set(line.n, root);
    groups.set(root, [...(groups.get(root) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length < 4 || group.length > 70 || !group.every((line) => isFriendly(line.text) && isFriendly(line.nick)))
      return [];
    const kept = dropNoise(group, byNumber);
    const nicks = [...new Set(kept.map((line) => line.nick))];
    const first = kept[0];
    if (!first || kept.length < 4 || kept.length < group.length * 0.75 || nicks.length < 2 || nicks.length > 6) return [];
    if (englishShare(kept.map((line) => line.text)) < 0.16) return [];
    return [{ day: first.day, lines: kept, nicks }];
  });
}

/** Without noise and repeats; an answer to a dropped message answers what that one answered. */
function dropNoise(group: readonly ConversationLine[], byNumber: ReadonlyMap<number, ConversationLine>): ConversationLine[] {
  const kept = new Map<number, ConversationLine>();
  const said = new Set<string>();
  for (const line of group) {
    const text = isBot(line.nick) ? null : cleanText(line.text);
    const once = `${line.nick} ${text?.toLowerCase()}`;
    if (text === null || said.has(once)) continue;
    said.add(once);
    let target = line.replyTo;
    while (target !== undefined && !kept.has(target)) target = byNumber.get(target)?.replyTo;
    const { day, n, at, nick } = line;
    kept.set(n, { day, n, at, nick, text, ...(target === undefined ? {} : { replyTo: target }) });
  }
  return [...kept.values()];
}
