import type { ErrorData, Message } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { roomSlices, slices } from "../cache/slices.ts";
import { refusalOf } from "../connection/refusal.ts";
import type { PendingMessage } from "../messages/timeline.ts";
import type { Waiters } from "./waiters.ts";

/** What becomes of a pending message, on screen and for whoever waits for it. */
export interface Outcomes {
  pendingOf(channelId: string, clientId: string): PendingMessage | undefined;
  /** True for a message that was lately sent or discarded: what another tab says of it is old. */
  isSettled(clientId: string): boolean;
  sent(channelId: string, message: Message): void;
  discarded(channelId: string, clientId: string): void;
  failed(channelId: string, clientId: string, error: ErrorData | null, cause: unknown): void;
  /** The row of an own message, where it is on screen. */
  rowOf(channelId: string, clientId: string): Message | undefined;
}

/** So many are remembered as settled. */
const remembered = 500;

export function createOutcomes(context: () => ClientContext, waiters: Waiters): Outcomes {
  const settled = new Set<string>();

  const settle = (clientId: string) => {
    settled.add(clientId);
    const [oldest] = settled;
    if (settled.size > remembered && oldest !== undefined) settled.delete(oldest);
  };

  const timeline = (channelId: string) => context().store.read(roomSlices.timeline(channelId));

  return {
    pendingOf: (channelId, clientId) => timeline(channelId).pending.find((one) => one.clientId === clientId),
    isSettled: (clientId) => settled.has(clientId),
    sent(channelId, message) {
      settle(message.clientId);
      context().store.dispatch({ type: "message.reply", channelId, message });
      waiters.resolve(message.clientId, message);
    },
    discarded(channelId, clientId) {
      settle(clientId);
      context().store.dispatch({ type: "pending.discarded", channelId, clientId });
      waiters.reject(clientId, refusalOf({ reason: "NOT_FOUND" }, "The message was discarded."));
    },
    failed(channelId, clientId, error, cause) {
      context().store.dispatch({ type: "pending.failed", channelId, clientId, error });
      waiters.reject(clientId, cause);
    },
    rowOf(channelId, clientId) {
      const myId = context().store.read(slices.me).me?.id;
      return timeline(channelId).rows.find((one) => one.clientId === clientId && one.author.id === myId);
    },
  };
}
