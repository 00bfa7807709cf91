/** A queue that one generator drains. Bounded: a reader that falls behind is told by `onOverflow`, and resumes by version. */
export class EventStream<T> {
  readonly #queue: T[] = [];
  readonly #capacity: number;
  readonly #onOverflow: () => void;
  #wake: (() => void) | null = null;
  #end: { error: Error | null } | null = null;

  constructor(capacity: number, onOverflow: () => void) {
    this.#capacity = capacity;
    this.#onOverflow = onOverflow;
  }

  push(value: T): void {
    if (this.#end !== null) return;
    if (this.#queue.length >= this.#capacity) {
      this.#queue.length = 0;
      this.end(null);
      this.#onOverflow();
      return;
    }
    this.#queue.push(value);
    this.#wake?.();
  }

  /** Ends the stream once what is queued is drained; with an error, the subscriber learns of it. */
  end(error: Error | null): void {
    this.#end ??= { error };
    this.#wake?.();
  }

  async *drain(signal: AbortSignal | undefined): AsyncGenerator<T, void> {
    const onAbort = () => this.end(null);
    signal?.addEventListener("abort", onAbort, { once: true });
    try {
      while (signal?.aborted !== true) {
        const next = this.#queue.shift();
        if (next !== undefined) yield next;
        else if (this.#end !== null) break;
        else await new Promise<void>((resolve) => (this.#wake = resolve));
        this.#wake = null;
      }
      if (this.#end?.error) throw this.#end.error;
    } finally {
      signal?.removeEventListener("abort", onAbort);
    }
  }
}
