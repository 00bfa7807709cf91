import { isIPv6 } from "node:net";

/** How often something may be tried. */
export interface Rate {
  readonly max: number;
  /** Milliseconds. */
  readonly windowMs: number;
}

/** Limits of the account routes. Counted in memory, per node, before the attempt, so that attempts at once do not slip through. */
export interface AccountLimits {
  /** Attempts to sign in from one address. */
  readonly signIn: Rate;
  /** Attempts to sign in with one e-mail from one address; a success clears it. */
  readonly signInSame: Rate;
  /** Attempts to sign in with one e-mail from everywhere; higher, since others could use it to lock a person out. */
  readonly signInEmail: Rate;
  readonly signUp: Rate;
  readonly changePassword: Rate;
  /** All other account routes together, from one address. */
  readonly other: Rate;
}

const minute = 60_000;

export const accountLimits: AccountLimits = {
  signIn: { max: 30, windowMs: minute },
  signInSame: { max: 10, windowMs: 15 * minute },
  signInEmail: { max: 100, windowMs: 15 * minute },
  signUp: { max: 30, windowMs: 10 * minute },
  changePassword: { max: 10, windowMs: 10 * minute },
  other: { max: 600, windowMs: minute },
};

interface Bucket {
  count: number;
  endsAt: number;
}

const maxBuckets = 100_000;

/** Counts by key in fixed windows. */
export class RateCounter {
  readonly #buckets = new Map<string, Bucket>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Counts one attempt. Answers 0 where it may go on, else the milliseconds until the window ends. */
  take(key: string, rate: Rate): number {
    const now = this.#now();
    const bucket = this.#buckets.get(key);
    if (bucket === undefined || bucket.endsAt <= now) {
      this.#buckets.delete(key);
      if (this.#buckets.size >= maxBuckets) this.#prune(now);
      this.#buckets.set(key, { count: 1, endsAt: now + rate.windowMs });
      return rate.max > 0 ? 0 : rate.windowMs;
    }
    bucket.count += 1;
    return bucket.count > rate.max ? bucket.endsAt - now : 0;
  }

  clear(key: string): void {
    this.#buckets.delete(key);
  }

  /** Drops what is over, and if that is not enough the oldest tenth. */
  #prune(now: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.endsAt <= now) this.#buckets.delete(key);
    let spare = this.#buckets.size < maxBuckets ? 0 : maxBuckets / 10;
    for (const key of this.#buckets.keys()) {
      if (spare <= 0) break;
      this.#buckets.delete(key);
      spare -= 1;
    }
  }
}

/** One household or attacker is one bucket: an IPv6 address counts by its /64. */
export function addressBucket(ip: string | null): string {
  if (ip === null) return "unknown";
  if (!isIPv6(ip)) return ip;
  const [head = "", tail] = ip.split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups =
    tail === undefined ? front : [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill("0"), ...back];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, "").toLowerCase())
    .join(":");
}
