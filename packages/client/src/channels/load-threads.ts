import type { ClientContext } from "../client-context.ts";
import type { ChannelPage } from "../cache/action.ts";
import { slices } from "../cache/slices.ts";
import { chatErrorOf } from "../connection/chat-error.ts";
import { readAgain } from "../connection/read-again.ts";

const pageSize = 50;

/** The threads that I follow, from the latest reply on. Never rejects; see the list's `error`. Nothing where the server has none. */
export async function loadThreads(context: ClientContext): Promise<void> {
  if (context.store.read(slices.connection).capabilities.includes("threads")) await load(context, undefined);
}

/** The next page; nothing at its end or while a page is on its way. */
export async function loadMoreThreads(context: ClientContext): Promise<void> {
  const { threads, reads } = context.store.read(slices.channels);
  if (threads.cursor !== null && reads === 0) await load(context, threads.cursor);
}

async function load(context: ClientContext, cursor: string | undefined): Promise<void> {
  const { store, trpc } = context;
  store.dispatch({ type: "threads.started" });
  try {
    const input = { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
    const page: ChannelPage = await readAgain(context, () => trpc.channel.listThreads.query(input));
    store.dispatch({ type: "threads.arrived", page, replace: cursor === undefined });
  } catch (error) {
    store.dispatch({ type: "threads.failed", error: chatErrorOf(error) });
  }
}
