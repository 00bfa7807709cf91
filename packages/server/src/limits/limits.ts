import type { Redis } from "ioredis";
import { BurstyRateLimiter, RateLimiterRedis, RateLimiterRes, type RateLimiterLike } from "rate-limiter-flexible";
import { ChatError } from "../chat-error.ts";
import { counters } from "../metrics/counters.ts";
import { BoundedMemory } from "./bounded-memory.ts";
import { defaultRates, strictRates, type Rate, type RateName, type Rates } from "./rates.ts";

export interface LimitsOptions {
  /** What differs from the defaults; null takes all limits off. */
  readonly rates?: Partial<Rates> | null | undefined;
  /** Where nodes count together; null counts in this process. */
  readonly store: { readonly redis: Redis; readonly prefix: string } | null;
}

type Limiter = Pick<RateLimiterLike, "consume" | "reward">;

/**
 * How often what may be done. Counts of one key follow one another, so that calls go on in the order in which they came. While the store is away
 * each node counts alone, but for what guards passwords, which is refused.
 */
export class Limits {
  readonly #limiters = new Map<RateName, Limiter>();
  readonly #last = new Map<string, Promise<number>>();

  constructor({ rates, store }: LimitsOptions) {
    const all = rates === null ? {} : { ...defaultRates, ...rates };
    for (const [name, rate] of Object.entries(all) as [RateName, Rate | null][])
      if (rate !== null) this.#limiters.set(name, createLimiter(name, rate, store));
  }

  /** Counts one. Answers 0 where it may go on, else the milliseconds after which it may. Errors: UNAVAILABLE (the store of a strict limit is away). */
  take(name: RateName, key: string): Promise<number> {
    const limiter = this.#limiters.get(name);
    if (limiter === undefined) return Promise.resolve(0);
    const id = `${name} ${key}`;
    const before = this.#last.get(id);
    const taken =
      before === undefined
        ? consume(limiter, key)
        : before.then(
            () => consume(limiter, key),
            () => consume(limiter, key),
          );
    this.#last.set(id, taken);
    const forget = () => {
      if (this.#last.get(id) === taken) this.#last.delete(id);
    };
    taken.then(forget, forget);
    return taken;
  }

  /** The same, as a refusal. Errors: RATE_LIMITED with `retryAfterMs`, UNAVAILABLE. */
  async require(name: RateName, key: string): Promise<void> {
    const retryAfterMs = await this.take(name, key);
    if (retryAfterMs > 0) throw new ChatError("RATE_LIMITED", { retryAfterMs });
  }

  /** Takes back one that was counted; where the store is away it ends by itself. */
  async giveBack(name: RateName, key: string): Promise<void> {
    await this.#limiters
      .get(name)
      ?.reward(key)
      .catch(() => undefined);
  }
}

async function consume(limiter: Limiter, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (result) {
    if (result instanceof RateLimiterRes) {
      counters.limited += 1;
      return Math.max(1, result.msBeforeNext);
    }
    throw new ChatError("UNAVAILABLE", { message: "This is not possible just now; try again in a moment.", cause: result });
  }
}

function createLimiter(
  name: RateName,
  { max, windowMs, burst, burstMs = windowMs }: Rate,
  store: LimitsOptions["store"],
): Limiter {
  const steady = createWindow(name, { max, windowMs }, store);
  if (burst === undefined) return steady;
  const bursty = new BurstyRateLimiter(steady, createWindow(name, { max: burst, windowMs: burstMs }, store, ":burst"));
  return { consume: (key) => bursty.consume(key), reward: (key) => steady.reward(key) };
}

function createWindow(
  name: RateName,
  { max: points, windowMs }: Rate,
  store: LimitsOptions["store"],
  part = "",
): RateLimiterLike {
  const memory = new BoundedMemory({ keyPrefix: name + part, points, duration: windowMs / 1_000 });
  if (store === null) return memory;
  return new RateLimiterRedis({
    storeClient: store.redis,
    rejectIfRedisNotReady: true,
    keyPrefix: `${store.prefix}:limit:${name}${part}`,
    points,
    duration: Math.max(1, Math.ceil(windowMs / 1_000)),
    ...(!strictRates.has(name) && { insuranceLimiter: memory }),
  });
}
