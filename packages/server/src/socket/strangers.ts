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

/** Counts the sockets of each address that have not proved yet whose they are. */
export class Strangers {
  readonly #perAddress: number;
  readonly #counts = new Map<string, number>();

  constructor({ perAddress }: Pick<StrangerRules, "perAddress">) {
    this.#perAddress = perAddress;
  }

  isFull(ip: string | null): boolean {
    return (this.#counts.get(addressBucket(ip)) ?? 0) >= this.#perAddress;
  }

  /** Counts one until the function answered is called, be it once or more often. */
  enter(ip: string | null): () => void {
    const address = addressBucket(ip);
    this.#counts.set(address, (this.#counts.get(address) ?? 0) + 1);
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      const left = (this.#counts.get(address) ?? 1) - 1;
      if (left === 0) this.#counts.delete(address);
      else this.#counts.set(address, left);
    };
  }
}
