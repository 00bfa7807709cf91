/** Lets one value a period through for each key: the first at once, then the latest of what came since. */
export class Paced<V> {
  readonly #periodMs: number;
  readonly #emit: (key: string, value: V) => void;
  readonly #running = new Map<string, { latest: V | undefined }>();

  constructor(periodMs: number, emit: (key: string, value: V) => void) {
    this.#periodMs = periodMs;
    this.#emit = emit;
  }

  /** What waits for its period to end. */
  waiting(key: string): V | undefined {
    return this.#running.get(key)?.latest;
  }

  put(key: string, value: V): void {
    const running = this.#running.get(key);
    if (running !== undefined) running.latest = value;
    else {
      this.#emit(key, value);
      this.#pause(key);
    }
  }

  #pause(key: string): void {
    const running: { latest: V | undefined } = { latest: undefined };
    this.#running.set(key, running);
    setTimeout(() => {
      this.#running.delete(key);
      if (running.latest === undefined) return;
      this.#emit(key, running.latest);
      this.#pause(key);
    }, this.#periodMs).unref();
  }
}
