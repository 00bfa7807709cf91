import { RateLimiterMemory, type IRateLimiterOptions, type RateLimiterRes } from "rate-limiter-flexible";

/** Keys held at once. */
const maxKeys = 100_000;
/** New keys after which their number is looked at. */
const checkEvery = maxKeys / 10;

/** Counts in memory, which many different keys do not fill: the oldest are dropped. */
export class BoundedMemory extends RateLimiterMemory {
  #fresh = 0;

  override async consume(key: string | number, points?: number, options?: IRateLimiterOptions): Promise<RateLimiterRes> {
    const result = await super.consume(key, points, options);
    if (result.isFirstInDuration) this.#noteFresh();
    return result;
  }

  #noteFresh(): void {
    this.#fresh += 1;
    if (this.#fresh < checkEvery) return;
    this.#fresh = 0;
    const { storage } = this.dump();
    for (const { key } of storage.slice(0, Math.max(0, storage.length - maxKeys))) void this.delete(key);
  }
}
