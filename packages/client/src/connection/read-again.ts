import type { ClientContext } from "../client-context.ts";
import { backoff } from "./backoff.ts";
import { chatErrorOf, isRetryable } from "./chat-error.ts";
import { wait } from "./wait.ts";

/** Reads until there is an answer or a refusal: a read that a lost socket took with it is made again. Rejects when the client closes. */
export async function readAgain<T>({ connection }: ClientContext, read: () => Promise<T>): Promise<T> {
  const { signal } = connection;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      const data = chatErrorOf(error);
      if (!isRetryable(data, attempt) || signal.aborted) throw error;
      await wait(data.retryAfterMs ?? backoff(attempt), signal);
      if (signal.aborted) throw error;
    }
  }
}
