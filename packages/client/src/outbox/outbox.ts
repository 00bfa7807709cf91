import type { Message } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { roomSlices, slices } from "../cache/slices.ts";
import { refusalOf } from "../connection/refusal.ts";
import type { PendingMessage } from "../messages/timeline.ts";
import type { Keeper, KeeperHandlers } from "./keeper.ts";
import type { StoredMessage } from "./outbox-storage.ts";
import { createSendQueue } from "./send-queue.ts";
import { createOutcomes } from "./outcomes.ts";
import { createWaiters } from "./waiters.ts";

/**
 * Sends what is pending, keeps it where it outlives the page, and tells the person's other tabs. What the cache holds as pending is the queue;
 * the storage follows it.
 */
export interface Outbox {
  /** Begins to keep, once it is known whose outbox it is. */
  start(): void;
  stop(): void;
  /** Sends a pending message in its turn. */
  send(channelId: string, clientId: string): Promise<Message>;
  retry(channelId: string, clientId: string): void;
  discard(channelId: string, clientId: string): void;
  /** Works off what is pending in all channels. */
  runAll(): void;
  /** The server's history is this one: what was written in another waits for its author's word. */
  meetEpoch(epoch: string): void;
}

export function createOutbox(context: () => ClientContext, keeper: Keeper, server: string): Outbox {
  const waiters = createWaiters();
  const outcomes = createOutcomes(context, waiters);
  const writes = new Map<string, Promise<void>>();
  let userId: string | undefined;
  let stopWatching: (() => void) | undefined;

  const keep = (channelId: string, clientId: string) => {
    const pending = outcomes.pendingOf(channelId, clientId);
    if (pending === undefined || pending.state === "confirmed") return;
    const write = keeper.keep({ channelId, pending });
    if (write === undefined) return;
    const done = write.finally(() => {
      if (writes.get(clientId) === done) writes.delete(clientId);
    });
    writes.set(clientId, done);
  };

  const takeSent = (channelId: string, message: Message) => {
    outcomes.sent(channelId, message);
    void keeper.release(message.clientId, { type: "sent", channelId, message });
  };

  /** Its row is on screen though its answer was lost. Answers whether it is. */
  const takeRow = (channelId: string, clientId: string): boolean => {
    const row = outcomes.rowOf(channelId, clientId);
    if (row !== undefined) takeSent(channelId, row);
    return row !== undefined;
  };

  const run = createSendQueue(context, {
    maySend: () => keeper.leads,
    written: (clientId) => writes.get(clientId),
    onSent: takeSent,
    onFailed(channelId, clientId, error, cause) {
      outcomes.failed(channelId, clientId, error, cause);
      keep(channelId, clientId);
    },
    onGone(channelId, clientId, cause) {
      if (!takeRow(channelId, clientId)) waiters.reject(clientId, cause);
    },
  });

  /** Whether a message was written in the history that the server now has. */
  const isOfNow = ({ epoch }: PendingMessage): boolean => {
    const now = context().store.read(slices.connection).epoch;
    return epoch === null || now === null || epoch === now;
  };

  /** One that is held already is newer than the storage's copy, which was read a while ago. */
  const takeStored = ({ channelId, pending }: StoredMessage) => {
    const { clientId } = pending;
    if (outcomes.isSettled(clientId)) {
      // The tab that sent or discarded it said so, and was closed before it had taken it out.
      void keeper.release(clientId);
      return;
    }
    if (outcomes.pendingOf(channelId, clientId) !== undefined) return;
    const isOld = pending.state === "sending" && !isOfNow(pending);
    const added: PendingMessage = isOld ? { ...pending, state: "failed" } : pending;
    context().store.dispatch({ type: "pending.added", channelId, pending: added });
    if (outcomes.pendingOf(channelId, clientId) === undefined) takeRow(channelId, clientId);
  };

  const takeNews = ({ channelId, pending }: StoredMessage) => {
    const { clientId } = pending;
    const held = outcomes.pendingOf(channelId, clientId);
    if (held === undefined) return takeStored({ channelId, pending });
    if (pending.state === "failed" && held.state === "sending") {
      outcomes.failed(channelId, clientId, pending.error, refusalOf(pending.error ?? { reason: "UNAVAILABLE" }));
    } else if (pending.state === "sending" && held.state === "failed" && isOfNow(pending)) {
      context().store.dispatch({ type: "pending.retried", channelId, clientId, epoch: pending.epoch });
    }
  };

  const runAll = () => {
    const { store } = context();
    for (const channelId of store.rooms()) {
      if (store.read(roomSlices.timeline(channelId)).pending.length > 0) void run(channelId);
    }
  };

  const begin = (channelId: string, clientId: string) => {
    keep(channelId, clientId);
    void run(channelId);
  };

  const retry = (channelId: string, clientId: string) => {
    const { store } = context();
    store.dispatch({ type: "pending.retried", channelId, clientId, epoch: store.read(slices.connection).epoch });
    begin(channelId, clientId);
  };

  const handlers: KeeperHandlers = {
    onStored: (messages) => messages.forEach(takeStored),
    onNews(news) {
      if (news.type === "sent") return outcomes.sent(news.channelId, news.message);
      if (news.type === "discarded") return outcomes.discarded(news.channelId, news.clientId);
      takeNews(news.message);
      void run(news.message.channelId);
    },
    onLead: runAll,
  };

  const follow = () => {
    const { store } = context();
    const id = store.read(slices.me).me?.id;
    if (id === userId) return;
    // Somebody else signed in: what was written before is the other one's.
    if (userId !== undefined) waiters.rejectAll(refusalOf({ reason: "UNAUTHENTICATED" }));
    userId = id;
    keeper.end();
    if (id === undefined) return;
    keeper.begin({ server, userId: id }, handlers);
    for (const channelId of store.rooms()) {
      for (const { clientId } of store.read(roomSlices.timeline(channelId)).pending) keep(channelId, clientId);
    }
  };

  return {
    start() {
      stopWatching = context().store.subscribe(slices.me, follow);
      follow();
    },
    stop() {
      stopWatching?.();
      userId = undefined;
      keeper.end();
    },
    send(channelId, clientId) {
      const sent = waiters.wait(clientId);
      const pending = outcomes.pendingOf(channelId, clientId);
      // Under a clientId that was used before it may be stored already, or have failed.
      if (pending === undefined) takeRow(channelId, clientId);
      else if (pending.state === "sending") begin(channelId, clientId);
      else retry(channelId, clientId);
      return sent;
    },
    retry,
    discard(channelId, clientId) {
      outcomes.discarded(channelId, clientId);
      void keeper.release(clientId, { type: "discarded", channelId, clientId });
    },
    runAll,
    meetEpoch(epoch) {
      const { store } = context();
      for (const channelId of store.rooms()) {
        for (const pending of store.read(roomSlices.timeline(channelId)).pending) {
          if (pending.state !== "sending" || pending.epoch === null || pending.epoch === epoch) continue;
          outcomes.failed(
            channelId,
            pending.clientId,
            null,
            refusalOf({ reason: "UNAVAILABLE" }, "The database was restored: send it again."),
          );
          keep(channelId, pending.clientId);
        }
      }
    },
  };
}
