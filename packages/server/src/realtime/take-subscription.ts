import { ChatError } from "../chat-error.ts";
import type { Connection } from "./connection.ts";

/** Live subscriptions that one socket may hold. */
export const maxSubscriptions = 100;

/** Counts a live subscription on its socket until disposed. Errors: RATE_LIMITED beyond `maxSubscriptions`; the socket stays. */
export function takeSubscription(connection: Connection | null): Disposable {
  if (connection === null) return { [Symbol.dispose]() {} };
  if (connection.subscriptions >= maxSubscriptions) {
    throw new ChatError("RATE_LIMITED", { message: `A connection holds at most ${maxSubscriptions} live subscriptions.` });
  }
  connection.subscriptions += 1;
  return {
    [Symbol.dispose]() {
      connection.subscriptions -= 1;
    },
  };
}
