/** Another node, as far as it was heard: which of its numbers came, and when it last said a word. */
export class Peer {
  heardAt: number;
  /** All numbers up to here came, or were given up. */
  #seen = 0;
  /** The highest number that it is known to have given. */
  #last = 0;
  readonly #ahead = new Set<number>();

  constructor(now: number) {
    this.heardAt = now;
  }

  /** Notes a message's number; false for one that came before. */
  take(number: number): boolean {
    if (number <= this.#seen || this.#ahead.has(number)) return false;
    this.#ahead.add(number);
    while (this.#ahead.delete(this.#seen + 1)) this.#seen += 1;
    this.noteLast(number);
    return true;
  }

  /** It says what it published last. */
  noteLast(number: number): void {
    this.#last = Math.max(this.#last, number);
  }

  /** True while a number is missing. */
  get isBehind(): boolean {
    return this.#last > this.#seen;
  }

  /** Gives up what is missing. */
  settle(): void {
    this.#seen = this.#last;
    this.#ahead.clear();
  }
}
