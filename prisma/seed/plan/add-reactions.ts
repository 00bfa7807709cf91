import type { Membership } from "./plan-memberships.ts";
import { isThere, type Cast } from "./plan-timeline.ts";
import type { MessageRow, ReactionRow } from "./rows.ts";

/** A row that changed after it was first written, and when: it takes a later version. */
export interface RowChange {
  readonly row: { version: number };
  readonly at: Date;
}

interface ReactionInput {
  readonly messages: readonly MessageRow[];
  readonly memberships: readonly Membership[];
  readonly people: Cast;
  readonly now: Date;
  readonly random: () => number;
}

/** What people react with to which words, how often, and how many of them at most. */
const customs: readonly {
  readonly words: RegExp;
  readonly emoji: readonly string[];
  readonly chance: number;
  readonly most: number;
}[] = [
  { words: /\b(?:thanks?|thank you|thx|tnx|cheers)\b/i, emoji: ["🙏", "❤️", "👍"], chance: 0.35, most: 2 },
  {
    words: /\b(?:solved|fixed|it works|works (?:now|great|fine)|that did it|did the trick|got it)\b/i,
    emoji: ["🎉", "🙌", "✅"],
    chance: 0.6,
    most: 7,
  },
  { words: /\b(?:great|awesome|perfect|excellent|nice|love)\b/i, emoji: ["🎉", "😊", "💯"], chance: 0.2, most: 4 },
  { words: /\b(?:lol|ha(?:ha)+|heh|rofl)\b|[:;]-?[DP]\b/i, emoji: ["😂", "😄"], chance: 0.25, most: 5 },
  { words: /https?:|`/, emoji: ["👍", "👀"], chance: 0.08, most: 3 },
  { words: /\?$/, emoji: ["👀", "🤔"], chance: 0.03, most: 2 },
  { words: /^(?:hi|hello|hey|good morning)\b/i, emoji: ["👋"], chance: 0.3, most: 4 },
];

/** Reactions of members who were there, none to one's own words, with each message's summary. */
export function addReactions({ messages, memberships, people, now, random }: ReactionInput): {
  reactions: ReactionRow[];
  changes: RowChange[];
} {
  const reactions: ReactionRow[] = [];
  const changes: RowChange[] = [];
  for (const message of messages) {
    if (message.kind === "system") continue;
    for (const { words, emoji, chance, most } of customs) {
      if (!words.test(message.text) || random() >= chance) continue;
      const there = memberships
        .filter((member) => member.leftAt === null && isThere(member, message.createdAt))
        .map(({ key }) => people.idOf(key));
      const willing = shuffle(
        there.filter((id) => id !== message.authorId),
        random,
      ).slice(0, 1 + Math.floor(random() * most));
      const chosen = emoji[Math.floor(random() * emoji.length)] ?? "👍";
      if (message.reactions.some((reaction) => reaction.emoji === chosen) || willing.length === 0) continue;
      const rows = willing.map((userId, index) => {
        const wait = 15_000 + index * 20_000 + Math.floor(random() * 15_000);
        const createdAt = new Date(Math.min(message.createdAt.getTime() + wait, now.getTime() - 30_000 + index));
        return { messageId: message.id, userId, emoji: chosen, createdAt };
      });
      message.reactions.push({ emoji: chosen, count: rows.length, first: rows.slice(0, 5).map(({ userId }) => userId) });
      reactions.push(...rows);
      changes.push(...rows.map(({ createdAt }) => ({ row: message, at: createdAt })));
    }
  }
  return { reactions, changes };
}

function shuffle<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
