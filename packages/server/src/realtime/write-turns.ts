import { AsyncLocalStorage } from "node:async_hooks";

const entered = new AsyncLocalStorage<() => void>();

/** The write that runs here has taken its place in the lane: the next one of its socket may begin. Called by `Append.push`. */
export function leaveTurn(): void {
  entered.getStore()?.();
}

/**
 * One socket's writes, in the order in which they came: each does what it must do before the lane (rights, limits, hooks) alone, and gives way
 * as soon as it has entered the lane. Nobody waits for a commit, so that writes sent together share one.
 */
export class WriteTurns {
  #last: Promise<void> = Promise.resolve();

  async take<R>(write: () => Promise<R>): Promise<R> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    try {
      return await entered.run(resolve, write);
    } finally {
      resolve();
    }
  }
}
