/** A queue that one generator drains. Bounded: a reader that falls behind is told by `onOverflow`, and resumes by version. */
export class EventStream<T> {
  readonly #queue: T[] = [];
  readonly #capacity: number;
  readonly #onOverflow: () => void;
  #wake: (() => void) | null = null;
  #end: { error: Error | null } | null = null;
  #waiting: (() => void)[] = [];

  constructor(capacity: number, onOverflow: () => void) {
    this.#capacity = capacity;
    this.#onOverflow = onOverflow;
  }

  get ended(): boolean {
    return this.#end !== null;
  }

  push(value: T): void {
    if (this.#end !== null) return;
    if (this.#queue.length >= this.#capacity) {
      this.#queue.length = 0;
      this.#onOverflow();
      this.end(null);
      return;
    }
    this.#queue.push(value);
    this.#wake?.();
  }

  /** Ends the stream once what is queued is drained; with an error, the reader learns of it. */
  end(error: Error | null): void {
    this.#end ??= { error };
    this.#wake?.();
    this.#release();
  }

  /** Resolves when everything queued was read, or the stream ended. */
  drained(): Promise<void> {
    if (this.#queue.length === 0 || this.#end !== null) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async *drain(signal: AbortSignal | undefined): AsyncGenerator<T, void> {
    const onAbort = () => this.end(null);
    signal?.addEventListener("abort", onAbort, { once: true });
    try {
      while (signal?.aborted !== true) {
        const next = this.#queue.shift();
        if (next !== undefined) yield next;
        else if (this.#end !== null) break;
        else {
          this.#release();
          await new Promise<void>((resolve) => (this.#wake = resolve));
        }
        this.#wake = null;
      }
      if (this.#end?.error) throw this.#end.error;
    } finally {
      signal?.removeEventListener("abort", onAbort);
    }
  }

  #release(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
