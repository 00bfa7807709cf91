import { ChatError } from "../chat-error.ts";

export interface WaitingRoomOptions {
  /** How many work at the same time. */
  readonly atOnce: number;
  /** How many may wait for them; who finds all seats taken is refused. */
  readonly seats: number;
}

/** The first guess at how long one takes, and the least and most that anybody is told to wait, in milliseconds. */
const firstGuessMs = 200;
const shortestMs = 1_000;
const longestMs = 30_000;

/** Work that takes so much of the machine that only some of it is done at once, in order of arrival. */
export class WaitingRoom {
  readonly #options: WaitingRoomOptions;
  readonly #waiting: (() => void)[] = [];
  #working = 0;
  #usualMs = firstGuessMs;

  constructor(options: WaitingRoomOptions) {
    this.#options = options;
  }

  /** Resolves when it is one's turn, until what it answers is disposed. Errors: UNAVAILABLE with `retryAfterMs`, at once, where it is full. */
  async enter(): Promise<Disposable> {
    const { atOnce, seats } = this.#options;
    if (this.#working < atOnce) this.#working += 1;
    else if (this.#waiting.length < seats) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else {
      const message = "Too many people sign in just now; try again in a moment.";
      throw new ChatError("UNAVAILABLE", { message, retryAfterMs: this.#waitMs() });
    }
    const begin = performance.now();
    return { [Symbol.dispose]: () => this.#leave(performance.now() - begin) };
  }

  /** Whoever waits longest takes over the place. */
  #leave(ms: number): void {
    this.#usualMs += (ms - this.#usualMs) / 8;
    const next = this.#waiting.shift();
    if (next === undefined) this.#working -= 1;
    else next();
  }

  /** About when half of those who wait now are done. */
  #waitMs(): number {
    const { atOnce, seats } = this.#options;
    return Math.round(Math.min(longestMs, Math.max(shortestMs, (this.#usualMs * seats) / atOnce / 2)));
  }
}
