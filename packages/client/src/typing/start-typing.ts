import type { ClientContext } from "../client-context.ts";

/** Others are told again after so many milliseconds of going on; their line lasts `limits.typingMs`. */
const everyMs = 3_000;

const lastTold = new WeakMap<ClientContext, Map<string, number>>();

/** Tells the others that the caller types. Call it on every key: it is throttled. Failures are of no consequence. */
export function startTyping(context: ClientContext, channelId: string): void {
  const told = lastTold.get(context) ?? new Map<string, number>();
  lastTold.set(context, told);
  const now = Date.now();
  if (now - (told.get(channelId) ?? 0) < everyMs) return;
  told.set(channelId, now);
  context.trpc.channel.typing.mutate({ channelId }).catch(() => told.delete(channelId));
}

/** What was typed is sent: the next key tells anew. */
export function stopTyping(context: ClientContext, channelId: string): void {
  lastTold.get(context)?.delete(channelId);
}
