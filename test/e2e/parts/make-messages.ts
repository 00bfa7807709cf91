import type { TimelineMessage } from "@chat/ui";
import { ann, ben, makeMessage as makePlain } from "../../../packages/ui/src/message-list/make-message.fixture.ts";
import { mixedText } from "../fixtures/mixed-text.ts";

const person = (letter: string, name: string) => ({ ...ann, id: ann.id.replace(/.$/, letter), name });
export const me = person("1", "Mia");
export const others = [ann, ben, person("c", "Cleo")] as const;

/** A message as the wire brings it, in rows of mixed height; each three minutes after the one before, authors by turns of four. */
export function makeMessage(seq: number, over: Partial<TimelineMessage> = {}): TimelineMessage {
  return makePlain(seq, {
    author: others[Math.floor(seq / 4) % others.length] ?? ann,
    text: mixedText(seq),
    createdAt: new Date(Date.UTC(2026, 10, 20, 8) + seq * 180_000).toISOString(),
    ...over,
  });
}

export function makeMessages(from: number, to: number): TimelineMessage[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => makeMessage(from + at));
}
