import type { ClientContext } from "../client-context.ts";
import type { ChannelPage } from "../cache/action.ts";
import { slices } from "../cache/slices.ts";
import { chatErrorOf } from "../connection/chat-error.ts";
import { readAgain } from "../connection/read-again.ts";

const pageSize = 50;

/** My channels from the top, as many as are held: what left the list meanwhile leaves the screen. Never rejects; see the list's `error`. */
export async function loadChannels(context: ClientContext): Promise<void> {
  const { store } = context;
  const wanted = Object.values(store.read(slices.channels).held).filter(
    ({ base, entry }) => base !== null && entry.channel.type !== "thread",
  ).length;
  store.dispatch({ type: "channels.started" });
  try {
    let page = await readPage(context, undefined);
    while (page.cursor !== null && page.items.length < wanted) {
      const next = await readPage(context, page.cursor);
      page = { ...next, items: [...page.items, ...next.items] };
    }
    store.dispatch({ type: "channels.arrived", page, replace: true });
  } catch (error) {
    store.dispatch({ type: "channels.failed", error: chatErrorOf(error) });
  }
}

/** The next page of the list; nothing at its end or while a page is on its way. */
export async function loadMoreChannels(context: ClientContext): Promise<void> {
  const { store } = context;
  const { cursor, reads } = store.read(slices.channels);
  if (cursor === null || reads > 0) return;
  store.dispatch({ type: "channels.started" });
  try {
    store.dispatch({ type: "channels.arrived", page: await readPage(context, cursor), replace: false });
  } catch (error) {
    store.dispatch({ type: "channels.failed", error: chatErrorOf(error) });
  }
}

function readPage(context: ClientContext, cursor: string | undefined): Promise<ChannelPage> {
  return readAgain(context, () =>
    context.trpc.channel.list.query({ limit: pageSize, ...(cursor === undefined ? {} : { cursor }) }),
  );
}
