/** Work of which only so much is under way at once. The rest waits in order of arrival, and not for ever. */
export class Turns {
  readonly #atOnce: number;
  readonly #patienceMs: number;
  readonly #waiting = new Set<() => void>();
  #working = 0;

  /** `patienceMs`: how long one waits at most for a turn, in milliseconds. */
  constructor({ atOnce, patienceMs }: { atOnce: number; patienceMs: number }) {
    this.#atOnce = atOnce;
    this.#patienceMs = patienceMs;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Runs `work` when it is its turn. Errors: ETIMEDOUT where that does not come in time; those of `work`. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#working < this.#atOnce) this.#working += 1;
    else await this.#wait();
    try {
      return await work();
    } finally {
      this.#pass();
    }
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(begin);
        reject(Object.assign(new Error("The database was busy for too long."), { code: "ETIMEDOUT" }));
      }, this.#patienceMs);
      this.#waiting.add(begin);
    });
  }

  /** Whoever waits longest takes over the place. */
  #pass(): void {
    const [next] = this.#waiting;
    if (next === undefined) this.#working -= 1;
    else {
      this.#waiting.delete(next);
      next();
    }
  }
}
