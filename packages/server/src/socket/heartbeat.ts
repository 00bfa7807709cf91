/** When a silent socket is given up, in milliseconds. */
export interface HeartbeatTiming {
  /** One that is quiet for so long is asked for a sign of life. Default 25 s. */
  readonly quietMs: number;
  /** And is given up after so much more. Default 8 s. */
  readonly patienceMs: number;
}

const defaultTiming: HeartbeatTiming = { quietMs: 25_000, patienceMs: 8_000 };
const everyMs = 1_000;

export interface Beating {
  /** When anything last came from it, as milliseconds since 1970. */
  heardAt: number;
  /** It was asked for a sign of life, and has given none since. */
  asked: boolean;
  ping(): void;
  /** No sign of life: frees it, its subscriptions and its presence. */
  giveUp(): void;
}

/** Asks quiet sockets for a sign of life, and gives up those that are silent: one timer for all of them. */
export class Heartbeat {
  readonly #beating = new Set<Beating>();
  readonly #timing: HeartbeatTiming;
  readonly #timer: NodeJS.Timeout;

  constructor(timing: Partial<HeartbeatTiming> = {}) {
    this.#timing = { ...defaultTiming, ...timing };
    this.#timer = setInterval(() => this.#beat(Date.now()), Math.min(everyMs, this.#timing.patienceMs));
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
    const { quietMs, patienceMs } = this.#timing;
    for (const beating of this.#beating) {
      const quiet = now - beating.heardAt;
      if (quiet < quietMs) beating.asked = false;
      else if (!beating.asked) {
        beating.asked = true;
        beating.ping();
      } else if (quiet >= quietMs + patienceMs) beating.giveUp();
    }
  }
}
