import type { ChannelEntry } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { chatErrorOf } from "../connection/chat-error.ts";
import { readAgain } from "../connection/read-again.ts";

/**
 * The thread of a message, found or made: there is one. A lost connection is waited for, since asking twice is asking once. Rejects with
 * NOT_FOUND, MESSAGE_DELETED and what refuses writing; why is also kept as the error of the message's id.
 */
export async function openThread(context: ClientContext, messageId: string): Promise<ChannelEntry> {
  const { store, trpc } = context;
  store.dispatch({ type: "entry.started" });
  try {
    const entry = await readAgain(context, () => trpc.channel.openThread.mutate({ messageId }));
    store.dispatch({ type: "entry.arrived", entry, reading: true });
    return entry;
  } catch (error) {
    store.dispatch({ type: "entry.failed", channelId: messageId, error: chatErrorOf(error) });
    throw error;
  }
}
