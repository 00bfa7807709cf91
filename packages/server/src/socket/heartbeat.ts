/** A socket that is quiet for so long is asked for a sign of life, in milliseconds. */
const quietMs = 25_000;
/** And is given up after so much more. */
const patienceMs = 8_000;
const everyMs = 1_000;

export interface Beating {
  /** When anything last came from it, as milliseconds since 1970. */
  heardAt: number;
  ping(): void;
  /** No sign of life: frees it, its subscriptions and its presence. */
  giveUp(): void;
}

/** Asks quiet sockets for a sign of life, and gives up those that are silent: one timer for all of them. */
export class Heartbeat {
  readonly #beating = new Set<Beating>();
  readonly #asked = new WeakSet<Beating>();
  readonly #timer = setInterval(() => this.#beat(Date.now()), everyMs);

  constructor() {
    this.#timer.unref();
  }

  add(beating: Beating): void {
    this.#beating.add(beating);
  }

  delete(beating: Beating): void {
    this.#beating.delete(beating);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #beat(now: number): void {
    for (const beating of this.#beating) {
      const quiet = now - beating.heardAt;
      if (quiet < quietMs) this.#asked.delete(beating);
      else if (!this.#asked.has(beating)) {
        this.#asked.add(beating);
        beating.ping();
      } else if (quiet >= quietMs + patienceMs) beating.giveUp();
    }
  }
}
