import type { Message, SendMessage } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { roomSlices } from "../cache/slices.ts";
import { backoff } from "../connection/backoff.ts";
import { chatErrorOf, isRetryable } from "../connection/chat-error.ts";
import { wait } from "../connection/wait.ts";
import type { PendingMessage } from "./timeline.ts";

/**
 * Sends what is pending: in order, one in flight a channel, again and again while the server cannot be reached. The pending messages of
 * the cache are the queue, so whatever fills those, such as a store that outlives the page, fills this.
 */
export interface Outbox {
  /** Sends a pending message in its turn. */
  send(channelId: string, clientId: string): Promise<Message>;
  /** Works off what is pending in a channel, if nobody does already. */
  run(channelId: string): void;
}

interface Waiter {
  resolve(message: Message): void;
  reject(error: unknown): void;
}

export function createOutbox(context: () => ClientContext): Outbox {
  const running = new Set<string>();
  const waiters = new Map<string, Waiter>();

  const settle = (clientId: string, outcome: (waiter: Waiter) => void) => {
    const waiter = waiters.get(clientId);
    waiters.delete(clientId);
    if (waiter !== undefined) outcome(waiter);
  };

  const workOff = async (channelId: string) => {
    const { store, trpc, connection } = context();
    for (let attempt = 0; ;) {
      await connection.whenOnline();
      const { signal } = connection;
      const pending = store.read(roomSlices.timeline(channelId)).pending.find((one) => one.state === "sending");
      if (pending === undefined || (signal.aborted && !connection.started)) return;
      const { clientId } = pending;
      try {
        const message = await trpc.message.send.mutate(toInput(channelId, pending));
        store.dispatch({ type: "message.reply", channelId, message });
        settle(clientId, ({ resolve }) => resolve(message));
        attempt = 0;
      } catch (error) {
        const data = chatErrorOf(error);
        const { rows, pending: left } = store.read(roomSlices.timeline(channelId));
        if (!left.some((one) => one.clientId === clientId)) {
          // Its answer was lost, but its event came, or somebody discarded it.
          const row = rows.find((one) => one.clientId === clientId);
          settle(clientId, ({ resolve, reject }) => (row === undefined ? reject(error) : resolve(row)));
        } else if (isRetryable(data, attempt)) {
          await wait(data.retryAfterMs ?? backoff(attempt), signal);
          attempt += 1;
        } else {
          store.dispatch({ type: "pending.failed", channelId, clientId, error: data });
          settle(clientId, ({ reject }) => reject(error));
          attempt = 0;
        }
      }
    }
  };

  const run = (channelId: string) => {
    if (running.has(channelId)) return;
    running.add(channelId);
    void workOff(channelId).finally(() => running.delete(channelId));
  };

  return {
    send(channelId, clientId) {
      const sent = new Promise<Message>((resolve, reject) => waiters.set(clientId, { resolve, reject }));
      // Who shows the pending message needs no promise: a refusal that nobody waits for is on screen.
      sent.catch(() => {});
      run(channelId);
      return sent;
    },
    run,
  };
}

function toInput(channelId: string, pending: PendingMessage): SendMessage {
  const { clientId, text, kind, data, replyTo, readSeq, custom } = pending;
  return {
    channelId,
    clientId,
    text,
    ...(kind === "text" ? {} : { kind }),
    ...(data === null ? {} : { data }),
    ...(replyTo === null ? {} : { replyToId: replyTo.id }),
    ...(readSeq === undefined ? {} : { readSeq }),
    ...(custom === undefined ? {} : { custom }),
  };
}
