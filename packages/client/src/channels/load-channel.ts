import type { ChannelEntry } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { chatErrorOf } from "../connection/chat-error.ts";
import { readAgain } from "../connection/read-again.ts";

const inFlight = new WeakMap<ClientContext, Map<string, Promise<void>>>();

/** Reads one channel into the list; one read at a time. Never rejects: what failed is kept as the channel's error. */
export function loadChannel(context: ClientContext, channelId: string): Promise<void> {
  const reads = inFlight.get(context) ?? new Map<string, Promise<void>>();
  inFlight.set(context, reads);
  const running = reads.get(channelId) ?? read(context, channelId).finally(() => reads.delete(channelId));
  reads.set(channelId, running);
  return running;
}

/** Reads it once more, also where a read is on its way, which may be of before what just happened. */
export async function loadChannelAnew(context: ClientContext, channelId: string): Promise<void> {
  await inFlight.get(context)?.get(channelId);
  await loadChannel(context, channelId);
}

async function read(context: ClientContext, channelId: string): Promise<void> {
  const { store, trpc } = context;
  store.dispatch({ type: "entry.started" });
  try {
    const entry = await readAgain(context, () => trpc.channel.get.query({ channelId }));
    store.dispatch({ type: "entry.arrived", entry, reading: true });
  } catch (error) {
    store.dispatch({ type: "entry.failed", channelId, error: chatErrorOf(error) });
  }
}

/** Takes the entry that a mutation answered. */
export async function takeEntry({ store }: ClientContext, answer: Promise<ChannelEntry>): Promise<ChannelEntry> {
  const entry = await answer;
  store.dispatch({ type: "entry.arrived", entry, reading: false });
  return entry;
}
