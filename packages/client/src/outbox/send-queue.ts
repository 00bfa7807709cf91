import type { ErrorData, Message } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { roomSlices, slices } from "../cache/slices.ts";
import { backoff } from "../connection/backoff.ts";
import { chatErrorOf, isRetryable } from "../connection/chat-error.ts";
import { wait } from "../connection/wait.ts";
import { toInput } from "./to-input.ts";

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

export interface QueueHandlers {
  /** False while another tab sends. */
  maySend(): boolean;
  /** Resolves when the message is where it outlives the page. */
  written(clientId: string): Promise<void> | undefined;
  onSent(channelId: string, message: Message): void;
  onFailed(channelId: string, clientId: string, error: ErrorData, cause: unknown): void;
  /** It left the cache while it was on its way: its row came first, or somebody discarded it. */
  onGone(channelId: string, clientId: string, row: Message | undefined, cause: unknown): void;
}

/**
 * Works off what is pending in a channel: in order, one in flight, again and again while the server cannot be reached. The pending messages of
 * the cache are the queue. Answers how to begin; a channel that is worked off already goes on.
 */
export function createSendQueue(context: () => ClientContext, handlers: QueueHandlers): (channelId: string) => Promise<void> {
  const running = new Set<string>();

  const next = (channelId: string) => {
    const { store, connection } = context();
    const hasEnded = connection.signal.aborted && !connection.started;
    if (hasEnded || !handlers.maySend()) return undefined;
    return store.read(roomSlices.timeline(channelId)).pending.find((one) => one.state === "sending");
  };

  const workOff = async (channelId: string) => {
    const { store, trpc, connection } = context();
    running.add(channelId);
    for (let attempt = 0; ;) {
      await connection.whenOnline();
      const first = next(channelId);
      if (first === undefined) {
        // In the same step as the look: what is added after it begins anew.
        running.delete(channelId);
        return;
      }
      const { clientId } = first;
      await handlers.written(clientId);
      const pending = next(channelId);
      if (pending?.clientId !== clientId) continue;
      try {
        handlers.onSent(channelId, await trpc.message.send.mutate(toInput(channelId, pending)));
        attempt = 0;
      } catch (error) {
        const data = chatErrorOf(error);
        const { rows, pending: left } = store.read(roomSlices.timeline(channelId));
        if (!left.some((one) => one.clientId === clientId)) {
          const myId = store.read(slices.me).me?.id;
          const row = rows.find((one) => one.clientId === clientId && one.author.id === myId);
          handlers.onGone(channelId, clientId, row, error);
        } else if (isRetryable(data, attempt)) {
          if (data.reason === "RATE_LIMITED") store.dispatch({ type: "pending.delayed", channelId, clientId, error: data });
          await wait(data.retryAfterMs ?? backoff(attempt), connection.signal);
          attempt += 1;
        } else {
          handlers.onFailed(channelId, clientId, data, error);
          attempt = 0;
        }
      }
    }
  };

  return async (channelId) => {
    if (!running.has(channelId)) await workOff(channelId);
  };
}
