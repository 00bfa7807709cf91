import type { ChannelEntry, EnsureChannel } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { chatErrorOf } from "../connection/chat-error.ts";
import { readAgain } from "../connection/read-again.ts";

/**
 * The room of a business record, found or made, with the caller in it. A lost connection is waited for, since asking twice is asking once.
 * Rejects with NOT_FOUND where the caller may not have the key; why is also kept as the error of the key.
 */
export async function ensureChannel(context: ClientContext, input: EnsureChannel): Promise<ChannelEntry> {
  const { store, trpc } = context;
  store.dispatch({ type: "entry.started" });
  try {
    const entry = await readAgain(context, () => trpc.channel.ensure.mutate(input));
    store.dispatch({ type: "entry.arrived", entry, reading: true });
    return entry;
  } catch (error) {
    store.dispatch({ type: "entry.failed", channelId: input.key, error: chatErrorOf(error) });
    throw error;
  }
}
