import { foldText } from "./fold-text.ts";
import type { Span } from "./span.ts";

/** One word of one rule. */
export interface Word {
  readonly text: string;
  /** Stands between spaces and signs, not inside another word. */
  readonly whole: boolean;
  /** The rule that it belongs to, as its place among the rules. */
  readonly rule: number;
}

interface State {
  readonly next: Map<number, number>;
  /** The longest end of this state's text that is another's beginning. */
  fall: number;
  /** The nearest state by falling at which a word ends; 0 for none. */
  ends: number;
  readonly words: { readonly length: number; readonly whole: boolean; readonly rule: number }[];
}

const letter = /[\p{L}\p{N}_]/u;

/** Finds thousands of words in one pass over a text (Aho and Corasick, 1975), whatever their case and diacritics. */
export class WordFinder {
  readonly #states: State[] = [newState()];

  constructor(words: Iterable<Word>) {
    for (const word of words) this.#add(word);
    this.#link();
  }

  /** Where the words of each rule stand in the text, by the rule's place. */
  find(original: string): Map<number, Span[]> {
    const found = new Map<number, Span[]>();
    if (this.#states.length === 1) return found;
    const { text, places } = foldText(original);
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      state = this.#step(state, text.charCodeAt(at));
      for (
        let ending = this.#at(state).words.length > 0 ? state : this.#at(state).ends;
        ending !== 0;
        ending = this.#at(ending).ends
      )
        for (const { length, whole, rule } of this.#at(ending).words) {
          const from = at + 1 - length;
          if (whole && !standsAlone(text, from, at + 1)) continue;
          const span: Span = places === null ? [from, at + 1] : [places[from] ?? 0, endOf(places, at)];
          const spans = found.get(rule);
          if (spans === undefined) found.set(rule, [span]);
          else spans.push(span);
        }
    }
    return found;
  }

  #at(state: number): State {
    return this.#states[state] as State;
  }

  #step(state: number, unit: number): number {
    for (let from = state; ; from = this.#at(from).fall) {
      const next = this.#at(from).next.get(unit);
      if (next !== undefined) return next;
      if (from === 0) return 0;
    }
  }

  #add({ text, whole, rule }: Word): void {
    const folded = foldText(text).text;
    if (folded === "") return;
    let state = 0;
    for (let at = 0; at < folded.length; at += 1) {
      const unit = folded.charCodeAt(at);
      let next = this.#at(state).next.get(unit);
      if (next === undefined) {
        next = this.#states.push(newState()) - 1;
        this.#at(state).next.set(unit, next);
      }
      state = next;
    }
    this.#at(state).words.push({ length: folded.length, whole, rule });
  }

  #link(): void {
    const queue = [...this.#at(0).next.values()];
    for (const state of queue) {
      for (const [unit, next] of this.#at(state).next) {
        const fall = this.#step(this.#at(state).fall, unit);
        const below = this.#at(next);
        below.fall = fall;
        below.ends = this.#at(fall).words.length > 0 ? fall : this.#at(fall).ends;
        queue.push(next);
      }
    }
  }
}

function newState(): State {
  return { next: new Map(), fall: 0, ends: 0, words: [] };
}

function standsAlone(text: string, from: number, to: number): boolean {
  return !letter.test(characterBefore(text, from)) && !letter.test(String.fromCodePoint(text.codePointAt(to) ?? 32));
}

function characterBefore(text: string, at: number): string {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at - 1)) ? text.slice(at - 2, at) : text.charAt(at - 1);
}

/** Where the character that the folded one at `at` came from ends: with its marks, which folded to nothing. */
function endOf(places: readonly number[], at: number): number {
  const start = places[at] ?? 0;
  let next = at + 1;
  while (places[next] === start) next += 1;
  return places[next] ?? start;
}
