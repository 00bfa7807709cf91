import type { ClientContext } from "../client-context.ts";
import { roomSlices } from "../cache/slices.ts";
import { chatErrorOf } from "../connection/chat-error.ts";
import { readAgain } from "../connection/read-again.ts";

const pageSize = 100;

/** The first page of a channel's members, or of those whose name holds `query`. Never rejects; see the list's `error`. */
export function loadMembers(context: ClientContext, channelId: string, query: string): Promise<void> {
  return load(context, channelId, query, undefined);
}

/** The next page; nothing at the end or while a page is on its way. */
export async function loadMoreMembers(context: ClientContext, channelId: string, query: string): Promise<void> {
  const list = context.store.read(roomSlices.members(channelId))[query];
  if (list === undefined || list.cursor === null || list.isLoading) return;
  await load(context, channelId, query, list.cursor);
}

async function load(context: ClientContext, channelId: string, query: string, cursor: string | undefined): Promise<void> {
  const { store, trpc } = context;
  store.dispatch({ type: "members.started", channelId, query });
  try {
    const input = { channelId, query, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
    const page = await readAgain(context, () => trpc.member.list.query(input));
    store.dispatch({
      type: "members.arrived",
      channelId,
      query,
      items: page.items,
      cursor: page.cursor,
      append: cursor !== undefined,
    });
  } catch (error) {
    store.dispatch({ type: "members.failed", channelId, query, error: chatErrorOf(error) });
  }
}
