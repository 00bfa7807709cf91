import { ChatError } from "../chat-error.ts";
import type { Connection } from "./connection.ts";

/** Live subscriptions that one socket may hold. */
export const maxSubscriptions = 100;

/** Counts a live subscription on its socket until the function answered is called. Errors: RATE_LIMITED; the socket stays. */
export function takeSubscription(connection: Connection | null): () => void {
  if (connection === null) return () => undefined;
  if (connection.subscriptions >= maxSubscriptions) {
    throw new ChatError("RATE_LIMITED", { message: `A connection holds at most ${maxSubscriptions} live subscriptions.` });
  }
  connection.subscriptions += 1;
  return () => {
    connection.subscriptions -= 1;
  };
}
