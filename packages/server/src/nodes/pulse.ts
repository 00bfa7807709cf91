/** A node's own beats over the bus, and whether it hears them come back: the bus is there while it does. */
export class Pulse {
  readonly #beatMs: number;
  #beat = 0;
  #echo = 0;
  #beatAt = -Infinity;
  #isLive = false;

  constructor(beatMs: number) {
    this.#beatMs = beatMs;
  }

  /** True while this node hears itself. */
  get isLive(): boolean {
    return this.#isLive;
  }

  isDue(now: number): boolean {
    return now - this.#beatAt >= this.#beatMs * 0.9;
  }

  /** The number of the next beat. */
  next(now: number): number {
    this.#beatAt = now;
    this.#beat += 1;
    return this.#beat;
  }

  /** An own beat came back. True if the bus is there again by it, which takes the latest. */
  hear(beat: number): boolean {
    this.#echo = Math.max(this.#echo, beat);
    const isBack = !this.#isLive && this.#echo >= this.#beat;
    this.#isLive ||= isBack;
    return isBack;
  }

  /** True where the last beat should have come back by now: the bus is away. */
  isLost(now: number): boolean {
    const isLost = this.#echo < this.#beat && now - this.#beatAt > this.#beatMs * 0.4;
    if (isLost) this.#isLive = false;
    return isLost;
  }
}
