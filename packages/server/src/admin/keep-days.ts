import type { Database } from "@chat/db";
import type { Logger } from "../logger.ts";
import { dayTotals } from "./day-totals.ts";

/** The longest range that the overview shows. */
const days = 90;

export interface KeepDaysOptions {
  readonly db: Database;
  readonly log: Logger;
  /** Default: a minute, when those who were waiting for the server have come back. */
  readonly firstMs?: number;
  /** Default: an hour. */
  readonly everyMs?: number;
}

/** Counts the days that are over before anybody asks for them. Each node does; what two of them count at once is kept once. */
export function startKeepingDays({ db, log, firstMs = 60_000, everyMs = 3_600_000 }: KeepDaysOptions): { stop(): Promise<void> } {
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer = wait(firstMs);
  function wait(ms: number): NodeJS.Timeout {
    return setTimeout(() => {
      running = count();
    }, ms).unref();
  }
  async function count(): Promise<void> {
    await dayTotals(db, days).catch((error: unknown) => log.warn({ err: error }, "the days that are over could not be counted"));
    if (!isStopped) timer = wait(everyMs);
  }
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
