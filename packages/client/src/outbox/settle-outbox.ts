import type { ClientContext } from "../client-context.ts";
import { slices } from "../cache/slices.ts";
import type { UnsentMap } from "./apply-event.ts";

/**
 * Waits until everything is sent, at most `withinMs` milliseconds, and answers how many messages are not: those that failed, and those that
 * could not leave. Ask the person about these before signing them out; what is not discarded is there when they come back.
 */
export function settleOutbox({ store }: ClientContext, withinMs = 5_000): Promise<number> {
  const unsent = () => Object.values(store.read(slices.unsent)).flat();
  const isSettled = () => unsent().every((one) => one.state === "failed");
  return new Promise((resolve) => {
    if (isSettled()) return resolve(unsent().length);
    const done = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve(unsent().length);
    };
    const timer = setTimeout(done, withinMs);
    const unsubscribe = store.subscribe(slices.unsent, () => {
      if (isSettled()) done();
    });
  });
}

/** Gives up every message of this person that is not sent, here and in their other tabs. There is no way back. */
export function discardUnsent({ store, outbox }: ClientContext): void {
  const unsent: UnsentMap = store.read(slices.unsent);
  for (const [channelId, pending] of Object.entries(unsent)) {
    for (const { clientId } of pending) outbox.discard(channelId, clientId);
  }
}
