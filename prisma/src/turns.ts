/** Work of which only so much is under way at once. The rest waits in order of arrival, as long as it goes on. */
export class Turns {
  readonly #atOnce: number;
  readonly #patienceMs: number;
  readonly #waiting = new Set<() => void>();
  #working = 0;
  #movedAt = 0;

  /** `patienceMs`: how long one waits while no work succeeds, in milliseconds. Of a long queue that moves nobody is turned away. */
  constructor({ atOnce, patienceMs }: { atOnce: number; patienceMs: number }) {
    this.#atOnce = atOnce;
    this.#patienceMs = patienceMs;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Runs `work` when it is its turn. Errors: ETIMEDOUT where nothing moves; those of `work`. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#working < this.#atOnce) this.#working += 1;
    else await this.#wait();
    try {
      const result = await work();
      this.#movedAt = performance.now();
      return result;
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
      const since = performance.now();
      const watch = () => {
        const left = Math.max(since, this.#movedAt) + this.#patienceMs - performance.now();
        if (left > 0) return (timer = setTimeout(watch, left));
        this.#waiting.delete(begin);
        return reject(Object.assign(new Error("The database answers nothing any more."), { code: "ETIMEDOUT" }));
      };
      let timer = setTimeout(watch, this.#patienceMs);
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
