import { addressBucket } from "../limits/address-bucket.ts";

/** What is granted to sockets that have not proved yet whose they are. */
export interface StrangerRules {
  /** Milliseconds after which one is closed with 4401; it also paces clients that reconnect at once. Default 8 s. */
  readonly proofMs: number;
  /**
   * How many one address may hold open; more are answered 429 before the upgrade. Default 500, for an office behind
   * one address that comes back at once; no end where limits are off.
   */
  readonly perAddress: number;
}

export const defaultStrangerRules: StrangerRules = { proofMs: 8_000, perAddress: 500 };

/** A socket that has not proved yet whose it is. */
export interface Stranger {
  readonly ip: string | null;
  /** Its time to prove it is over. */
  turnAway(): void;
}

/** Counts strangers by address, and turns those away that wait too long to prove who they are: one timer for all of them. */
export class Strangers {
  readonly #rules: StrangerRules;
  readonly #here = new Set<Stranger>();
  readonly #counts = new Map<string, number>();
  /** Until when each may wait. All wait equally long, so that the first here is the first to be over. */
  readonly #waiting = new Map<Stranger, number>();
  #timer: NodeJS.Timeout | null = null;

  constructor(rules: StrangerRules) {
    this.#rules = rules;
  }

  isFull(ip: string | null): boolean {
    return (this.#counts.get(addressBucket(ip)) ?? 0) >= this.#rules.perAddress;
  }

  enter(stranger: Stranger): void {
    const address = addressBucket(stranger.ip);
    this.#counts.set(address, (this.#counts.get(address) ?? 0) + 1);
    this.#here.add(stranger);
    this.wait(stranger);
  }

  /** It is none any more, or gone. */
  leave(stranger: Stranger): void {
    this.hold(stranger);
    if (!this.#here.delete(stranger)) return;
    const address = addressBucket(stranger.ip);
    const left = (this.#counts.get(address) ?? 1) - 1;
    if (left === 0) this.#counts.delete(address);
    else this.#counts.set(address, left);
  }

  /** From now on it is waited for its proof. */
  wait(stranger: Stranger): void {
    this.#waiting.set(stranger, performance.now() + this.#rules.proofMs);
    this.#timer ??= setTimeout(() => this.#turnAway(), this.#rules.proofMs);
  }

  /** Its proof came, and is looked at: how long that takes is not its fault. */
  hold(stranger: Stranger): void {
    this.#waiting.delete(stranger);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #turnAway(): void {
    const now = performance.now();
    this.#timer = null;
    for (const [stranger, until] of this.#waiting) {
      if (until > now) {
        this.#timer = setTimeout(() => this.#turnAway(), until - now);
        return;
      }
      this.#waiting.delete(stranger);
      stranger.turnAway();
    }
  }
}
