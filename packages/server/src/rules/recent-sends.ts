import { hash } from "node:crypto";
import { foldText } from "./fold-text.ts";

interface Sent {
  readonly at: number;
  readonly text: string;
  /** Of the message; a send that is repeated is the same message. */
  readonly key: string;
}

/** People remembered at once: the ones who wrote last. */
const maxPeople = 20_000;

/** What people tried to send lately on this node, for rules about repeating and haste. */
export class RecentSends {
  readonly #people = new Map<string, Sent[]>();

  /** Remembers a message and answers how often its author sent this text, and how often anything, within so many seconds; this one counts. */
  note(userId: string, key: string, text: string, memory: { seconds: number; messages: number }, now = Date.now()): RecentCounts {
    const from = now - memory.seconds * 1_000;
    const known = this.#people.get(userId) ?? [];
    const same = textKey(text);
    const kept = known.filter((sent) => sent.at > from && sent.key !== key).slice(-memory.messages);
    kept.push({ at: now, text: same, key });
    this.#people.delete(userId);
    this.#people.set(userId, kept);
    for (const [oldest] of this.#people) {
      if (this.#people.size <= maxPeople) break;
      this.#people.delete(oldest);
    }
    const since = (seconds: number) => now - seconds * 1_000;
    return {
      same: (seconds) => kept.filter((sent) => sent.text === same && sent.at > since(seconds)).length,
      any: (seconds) => kept.filter((sent) => sent.at > since(seconds)).length,
    };
  }

  clear(): void {
    this.#people.clear();
  }
}

export interface RecentCounts {
  same(seconds: number): number;
  any(seconds: number): number;
}

/** The same for texts that differ only in case, marks and spaces. */
function textKey(text: string): string {
  const folded = foldText(text).text.replace(/\s+/g, " ").trim();
  return folded.length <= 44 ? folded : hash("sha256", folded, "base64");
}
