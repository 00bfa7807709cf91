import type { ErrorData, Message } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { roomSlices } from "../cache/slices.ts";
import { backoff } from "../connection/backoff.ts";
import { chatErrorOf, isRetryable } from "../connection/chat-error.ts";
import { wait } from "../connection/wait.ts";
import { toInput } from "./to-input.ts";

export interface QueueHandlers {
  /** False while another tab sends. */
  maySend(): boolean;
  /** Resolves when the message is where it outlives the page. */
  written(clientId: string): Promise<void> | undefined;
  onSent(channelId: string, message: Message): void;
  onFailed(channelId: string, clientId: string, error: ErrorData, cause: unknown): void;
  /** It left the cache while it was on its way, or waited to be tried again: its row came first, or somebody discarded it. */
  onGone(channelId: string, clientId: string, cause: unknown): void;
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
    const isHeld = (clientId: string) =>
      store.read(roomSlices.timeline(channelId)).pending.some((one) => one.clientId === clientId);
    /** What is to be tried again. */
    let unanswered: { clientId: string; error: unknown } | null = null;
    for (let attempt = 0; ;) {
      await connection.whenOnline();
      if (unanswered !== null && !isHeld(unanswered.clientId)) {
        handlers.onGone(channelId, unanswered.clientId, unanswered.error);
        attempt = 0;
      }
      unanswered = null;
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
        if (!isHeld(clientId)) {
          handlers.onGone(channelId, clientId, error);
        } else if (isRetryable(data, attempt)) {
          if (data.reason === "RATE_LIMITED") store.dispatch({ type: "pending.delayed", channelId, clientId, error: data });
          await wait(data.retryAfterMs ?? backoff(attempt), connection.signal);
          attempt += 1;
          unanswered = { clientId, error };
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
