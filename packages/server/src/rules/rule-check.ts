import type { RuleChannel } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { ChannelWork } from "../realtime/channel-work.ts";
import type { CompiledRules } from "./compile-rules.ts";
import { judge, type Scan, type Verdict } from "./judge-text.ts";
import type { RecentSends } from "./recent-sends.ts";

interface RuleCheckParts {
  readonly compiled: CompiledRules;
  readonly scan: Scan;
  readonly userId: string;
  readonly bornAt: number;
  readonly recent: RecentSends;
}

/** One text on its way to be stored. */
export class RuleCheck {
  readonly #parts: RuleCheckParts;
  #verdict: Verdict | null = null;

  constructor(parts: RuleCheckParts) {
    this.#parts = parts;
  }

  get userId(): string {
    return this.#parts.userId;
  }

  /** Null until it was judged, and where something else refused the message first. */
  get verdict(): Verdict | null {
    return this.#verdict;
  }

  /** Whether it is to be hidden until it was looked at. */
  get isHeld(): boolean {
    return this.#verdict?.ending?.action.type === "hold";
  }

  /**
   * In the lane, after its guards: the text to be stored. `sentAs` is the message's id by its client; an edit has none, and is no further message.
   * Errors: BLOCKED_BY_RULE.
   */
  pass(work: ChannelWork, sentAs?: string): string {
    const { compiled, scan, userId, bornAt, recent } = this.#parts;
    const isUncounted = sentAs === undefined || compiled.memory.messages === 0;
    this.#verdict = judge(compiled, scan, {
      channel: kindOf(work),
      accountHours: (Date.parse(work.now) - bornAt) / 3_600_000,
      recent: isUncounted ? null : recent.note(userId, `${work.channel.id} ${sentAs}`, scan.text, compiled.memory),
    });
    const { ending, text } = this.#verdict;
    if (ending === null || this.isHeld) return text;
    const told = "text" in ending.action ? ending.action.text : "";
    throw new ChatError("BLOCKED_BY_RULE", told === "" ? {} : { told });
  }
}

function kindOf({ root: { channel } }: ChannelWork): RuleChannel {
  return channel.type === "direct" ? "direct" : channel.visibility;
}
