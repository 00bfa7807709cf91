import type { Message } from "@chat/contract";

/** Whoever waits for messages to be sent, by clientId. */
export interface Waiters {
  wait(clientId: string): Promise<Message>;
  resolve(clientId: string, message: Message): void;
  reject(clientId: string, error: unknown): void;
  rejectAll(error: unknown): void;
}

interface Waiter {
  resolve(message: Message): void;
  reject(error: unknown): void;
}

export function createWaiters(): Waiters {
  const waiters = new Map<string, Waiter[]>();
  const take = (clientId: string): Waiter[] => {
    const waiting = waiters.get(clientId) ?? [];
    waiters.delete(clientId);
    return waiting;
  };
  return {
    wait(clientId) {
      const { promise, resolve, reject } = Promise.withResolvers<Message>();
      waiters.set(clientId, [...(waiters.get(clientId) ?? []), { resolve, reject }]);
      // Who shows the pending message needs no promise: a refusal that nobody waits for is on screen.
      promise.catch(() => {});
      return promise;
    },
    resolve(clientId, message) {
      for (const waiter of take(clientId)) waiter.resolve(message);
    },
    reject(clientId, error) {
      for (const waiter of take(clientId)) waiter.reject(error);
    },
    rejectAll(error) {
      for (const clientId of waiters.keys()) for (const waiter of take(clientId)) waiter.reject(error);
    },
  };
}
