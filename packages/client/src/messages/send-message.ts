import type { Message, Quote } from "@chat/contract";
import { v7 as uuidv7 } from "uuid";
import type { ClientContext } from "../client-context.ts";
import { roomSlices, slices } from "../cache/slices.ts";
import { stopTyping } from "../typing/start-typing.ts";
import type { Draft } from "./draft.ts";
import { jumpToLatest } from "./load-page.ts";
import type { PendingMessage } from "./timeline.ts";

/**
 * Shows the message at once and sends it as soon as it can: in order, one at a time in a channel, again after a lost connection, and stored
 * once whatever happens. `sent` resolves with the stored message and rejects when it was refused; it may be left alone.
 */
export function sendMessage(
  context: ClientContext,
  channelId: string,
  draft: Draft,
): { clientId: string; sent: Promise<Message> } {
  const pending = toPending(draft, context.store.read(slices.connection).epoch);
  context.store.dispatch({ type: "pending.added", channelId, pending });
  stopTyping(context, channelId);
  const { following, version } = context.store.read(roomSlices.timeline(channelId));
  if (!following && version !== null) void jumpToLatest(context, channelId);
  return { clientId: pending.clientId, sent: context.outbox.send(channelId, pending.clientId) };
}

/** Sends a refused message again, under the same clientId. */
export function retryMessage(context: ClientContext, channelId: string, clientId: string): void {
  context.outbox.retry(channelId, clientId);
}

/** Takes a refused message off the screen. */
export function discardMessage(context: ClientContext, channelId: string, clientId: string): void {
  context.outbox.discard(channelId, clientId);
}

function toPending(draft: Draft, epoch: string | null): PendingMessage {
  return {
    clientId: draft.clientId ?? uuidv7(),
    text: draft.text,
    kind: draft.kind ?? "text",
    data: draft.data ?? null,
    replyTo: draft.replyTo === undefined ? null : toQuote(draft.replyTo),
    readSeq: draft.readSeq,
    custom: draft.custom,
    createdAt: new Date().toISOString(),
    state: "sending",
    seq: null,
    error: null,
    epoch,
  };
}

function toQuote({ id, seq, version, author, text, deletedAt }: Message): Quote {
  return { id, seq, version, author, text: deletedAt === null ? text : null, deletedAt };
}
