import { setImmediate } from "node:timers/promises";
import type { ChatDefinition } from "@chat/contract";
import type { Database } from "@chat/db";
import { ChatError } from "../chat-error.ts";
import type { Logger } from "../logger.ts";
import { counters } from "../metrics/counters.ts";
import type { Change, Committed } from "./change.ts";
import { commitBatch, type Outcome } from "./commit-batch.ts";
import { isDatabaseAway, isRetryable } from "./database-errors.ts";
import { leaveTurn } from "./write-turns.ts";

/** Most changes in one transaction. */
const batchSize = 500;
/** How long a first transaction gathers, in milliseconds, while each turn of the event loop brings more changes. */
const gatherMs = 4;
/** How long the next one waits for those whom the last one answered, as a share of the time that it took, and at most in milliseconds. */
const returnShare = 0.5;
const mostReturnMs = 20;
/** Changes that may wait; beyond it a call is refused with UNAVAILABLE, so that memory stays flat when the database stalls. */
const maxWaiting = 20_000;
/** Of those, changes of one channel: a flood in it leaves room for all others. */
const maxInChannel = 5_000;
/** And changes that may wait for one channel that is locked elsewhere. */
const maxApart = 500;
/** Channels locked elsewhere that are waited for at once: each holds a connection of the database, and the others need some. */
const maxLanes = 4;

interface Waiting {
  readonly change: Change;
  settle(outcome: Outcome): void;
}

export interface AppendOptions {
  readonly db: Database;
  readonly definition: ChatDefinition;
  /** Called after each commit, in commit order. */
  readonly publish: (committed: Committed[]) => void;
  readonly log: Logger;
}

/**
 * The lane (DESIGN §3): every durable change of a channel goes through it. All that arrived while the last commit was in flight is the next
 * transaction; a channel that is locked elsewhere gets a lane of its own, so that it holds up nobody. Where nothing was in flight, a change
 * waits for what comes in the same turns of the event loop, and no longer (docs/decisions/2026-11-24-engine-figures.md).
 */
export class Append {
  readonly #options: AppendOptions;
  readonly #main: Waiting[] = [];
  /** Channels locked elsewhere, each with the changes that wait for it, in order. */
  readonly #apart = new Map<string, Waiting[]>();
  #running = false;
  /** How many changes the next transaction waits for, and until when at most; one that was alone waits for nobody. */
  #expected = 0;
  #until = 0;
  #onExpected: (() => void) | null = null;
  #lanes = 0;
  readonly #laneless: (() => void)[] = [];
  #waiting = 0;
  readonly #inChannel = new Map<string, number>();
  #closed = false;
  #idle: (() => void)[] = [];

  constructor(options: AppendOptions) {
    this.#options = options;
  }

  /** Changes that wait or are being committed. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Commits one change and answers what its `apply` returned. Rejects with the ChatError that refused it, or UNAVAILABLE. */
  push<R>(change: Change<R>): Promise<R> {
    leaveTurn();
    const { channelId } = change;
    const inChannel = this.#inChannel.get(channelId) ?? 0;
    if (this.#closed || this.#waiting >= maxWaiting || inChannel >= maxInChannel)
      return Promise.reject(new ChatError("UNAVAILABLE"));
    this.#waiting += 1;
    this.#inChannel.set(channelId, inChannel + 1);
    return new Promise<R>((resolve, reject) => {
      const settle = (outcome: Outcome) => {
        this.#leave(channelId);
        counters[outcome.ok ? "changes" : "refusals"] += 1;
        if (outcome.ok) resolve(outcome.result as R);
        else reject(outcome.error);
        if (this.#waiting === 0) for (const done of this.#idle.splice(0)) done();
      };
      const waiting: Waiting = { change, settle };
      if (this.#joinApart(waiting)) return;
      this.#main.push(waiting);
      if (!this.#running) void this.#run();
      else if (this.#main.length >= this.#expected) this.#onExpected?.();
    });
  }

  #leave(channelId: string): void {
    this.#waiting -= 1;
    const left = (this.#inChannel.get(channelId) ?? 1) - 1;
    if (left === 0) this.#inChannel.delete(channelId);
    else this.#inChannel.set(channelId, left);
  }

  /** Takes nothing more, and resolves when all that waits is committed or refused. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#waiting > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#main.length > 0) {
      await this.#gather();
      const batch = this.#main.splice(0, batchSize).filter((waiting) => !this.#joinApart(waiting));
      const began = performance.now();
      if (batch.length > 0) await this.#commit(batch, false);
      const ended = performance.now();
      this.#expected = Math.min(batchSize, batch.length + this.#main.length);
      this.#until = ended + Math.min(mostReturnMs, (ended - began) * returnShare);
    }
    this.#running = false;
  }

  /**
   * What was sent together arrives over many sockets, in a few turns of the event loop. And those whom the last commit answered send again, while
   * others already wait: left alone the two would go on in turns, each in transactions half as large as could be.
   */
  async #gather(): Promise<void> {
    const until = performance.now() + gatherMs;
    for (let before = 0; before < this.#main.length && performance.now() < until;) {
      before = this.#main.length;
      await setImmediate();
    }
    const left = this.#until - performance.now();
    if (left <= 0 || this.#main.length >= this.#expected) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onExpected = resolve;
    const timer = setTimeout(resolve, left);
    await promise;
    clearTimeout(timer);
    this.#onExpected = null;
  }

  /** True where the change's channel is locked elsewhere: it joins those that wait for it, or is refused as one too many. */
  #joinApart(waiting: Waiting): boolean {
    const apart = this.#apart.get(waiting.change.channelId);
    if (apart === undefined) return false;
    if (apart.length < maxApart) apart.push(waiting);
    else waiting.settle({ ok: false, error: new ChatError("UNAVAILABLE") });
    return true;
  }

  async #runApart(channelId: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      await this.#takeLane();
      await this.#commit(queue.splice(0, batchSize), true);
      this.#leaveLane();
    }
    this.#apart.delete(channelId);
  }

  async #takeLane(): Promise<void> {
    if (this.#lanes < maxLanes) this.#lanes += 1;
    else await new Promise<void>((resolve) => this.#laneless.push(resolve));
  }

  /** Hands it to whoever waits longest. */
  #leaveLane(): void {
    const next = this.#laneless.shift();
    if (next === undefined) this.#lanes -= 1;
    else next();
  }

  /** One transaction. An unexpected failure is bisected, so that one bad row fails alone and in order. */
  async #commit(batch: Waiting[], wait: boolean): Promise<void> {
    const { db, definition } = this.#options;
    try {
      const changes = batch.map((waiting) => waiting.change);
      const { outcomes, locked, committed } = await commitBatch({ db, definition, changes, wait });
      counters.commits += 1;
      this.#publish(committed);
      for (const [index, waiting] of batch.entries()) {
        const outcome = outcomes[index];
        if (outcome !== undefined) waiting.settle(outcome);
      }
      this.#setApart(batch.filter((waiting) => locked.has(waiting.change.channelId)));
    } catch (error) {
      await this.#recover(batch, wait, error);
    }
  }

  /** A listener that fails is no failure of the transaction, which would be run again. */
  #publish(committed: Committed[]): void {
    try {
      this.#options.publish(committed);
    } catch (error) {
      this.#options.log.error({ err: error }, "what was committed could not be published");
    }
  }

  #setApart(batch: Waiting[]): void {
    for (const waiting of batch) {
      const { channelId } = waiting.change;
      if (this.#joinApart(waiting)) continue;
      const queue = [waiting];
      this.#apart.set(channelId, queue);
      // On the next turn: the rest of this batch's changes to the channel join the queue first.
      void setImmediate().then(() => this.#runApart(channelId, queue));
    }
  }

  async #recover(batch: Waiting[], wait: boolean, error: unknown): Promise<void> {
    if (isDatabaseAway(error)) {
      const refusal = new ChatError("UNAVAILABLE", { cause: error });
      for (const waiting of batch) waiting.settle({ ok: false, error: refusal });
    } else if (batch.length > 1) {
      const half = Math.ceil(batch.length / 2);
      await this.#commit(batch.slice(0, half), wait);
      await this.#commit(batch.slice(half), wait);
    } else if (isRetryable(error)) {
      await this.#commit(batch, true).catch((again: unknown) => this.#fail(batch, again));
    } else this.#fail(batch, error);
  }

  #fail(batch: Waiting[], error: unknown): void {
    this.#options.log.error({ err: error }, "a change could not be committed");
    for (const waiting of batch) waiting.settle({ ok: false, error: new ChatError("INTERNAL", { cause: error }) });
  }
}
