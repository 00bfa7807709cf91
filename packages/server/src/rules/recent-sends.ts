import { hash } from "node:crypto";
import type { TriedMessage } from "../realtime/bus.ts";
import { foldText } from "./fold-text.ts";

interface Sent {
  readonly at: number;
  readonly text: string;
  /** Of the message; a send that is repeated is the same message. */
  readonly key: string;
}

/** People remembered at once: the ones who wrote last. */
const maxPeople = 20_000;

export interface Memory {
  readonly seconds: number;
  readonly messages: number;
}

/** What people tried to send lately, for rules about repeating and haste: on this node, and on others as far as they are heard. */
export class RecentSends {
  readonly #people = new Map<string, Sent[]>();
  readonly #tell: (tried: TriedMessage) => void;

  /** `tell` is called with what is tried here, for the other nodes. */
  constructor(tell: (tried: TriedMessage) => void = () => undefined) {
    this.#tell = tell;
  }

  /** Remembers a message and answers how often its author sent this text, and how often anything, within so many seconds; this one counts. */
  note(userId: string, key: string, text: string, memory: Memory, now = Date.now()): RecentCounts {
    const same = textKey(text);
    const tried: TriedMessage = { kind: "tried", userId, key, text: same };
    const kept = this.#keep(tried, memory, now);
    this.#tell(tried);
    const since = (seconds: number) => now - seconds * 1_000;
    return {
      same: (seconds) => kept.filter((sent) => sent.text === same && sent.at > since(seconds)).length,
      any: (seconds) => kept.filter((sent) => sent.at > since(seconds)).length,
    };
  }

  /** What was tried at another node counts as if it were here, from when it is heard. */
  hear(tried: TriedMessage, memory: Memory, now = Date.now()): void {
    if (memory.messages > 0) this.#keep(tried, memory, now);
  }

  clear(): void {
    this.#people.clear();
  }

  #keep({ userId, key, text }: TriedMessage, memory: Memory, now: number): Sent[] {
    const from = now - memory.seconds * 1_000;
    const known = this.#people.get(userId) ?? [];
    const kept = known.filter((sent) => sent.at > from && sent.key !== key).slice(-memory.messages);
    kept.push({ at: now, text, key });
    this.#people.delete(userId);
    this.#people.set(userId, kept);
    for (const [oldest] of this.#people) {
      if (this.#people.size <= maxPeople) break;
      this.#people.delete(oldest);
    }
    return kept;
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
