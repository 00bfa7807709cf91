import type { TimelineMessage } from "@chat/ui";

const person = (letter: string, name: string) => ({
  id: `00000000-0000-4000-8000-00000000000${letter}`,
  name,
  image: null,
  version: 1,
});
export const me = person("1", "Mia");
export const others = [person("a", "Ann"), person("b", "Ben"), person("c", "Cleo")] as const;

const texts = [
  (seq: number) => `Line ${seq}`,
  (seq: number) =>
    `Line ${seq} with more words than fit in one row of the column, so that it has to wrap onto the next one, and then some more of them`,
  (seq: number) => `Line ${seq}\nand two\nand three\nand four`,
  (seq: number) => `Line ${seq}\n\n\`\`\`\nconst a = ${seq};\nconst b = a;\n\`\`\``,
  (seq: number) => `> quoted\n\nLine ${seq}`,
];

/** A message as the wire brings it, in rows of mixed height; each three minutes after the one before, authors by turns of four. */
export function makeMessage(seq: number, over: Partial<TimelineMessage> = {}): TimelineMessage {
  return {
    id: `00000000-0000-4000-8000-${String(seq).padStart(12, "0")}`,
    channelId: "00000000-0000-4000-8000-0000000000cc",
    seq,
    version: seq,
    clientId: `c${seq}`,
    kind: "text",
    author: others[Math.floor(seq / 4) % others.length] ?? others[0],
    text: texts[seq % texts.length]?.(seq) ?? "",
    data: null,
    mentions: [],
    mentionsAll: false,
    replyTo: null,
    reactions: [],
    messageCount: seq,
    createdAt: new Date(Date.UTC(2026, 10, 20, 8) + seq * 180_000).toISOString(),
    editedAt: null,
    deletedAt: null,
    pinnedAt: null,
    custom: {},
    ...over,
  };
}

export function makeMessages(from: number, to: number): TimelineMessage[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => makeMessage(from + at));
}
