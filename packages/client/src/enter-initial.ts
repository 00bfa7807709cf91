import type { ChatDefinition } from "@chat/contract";
import type { ChannelPage, MessagePage } from "./cache/action.ts";
import type { ChatStore } from "./cache/store.ts";
import type { InitialData } from "./chat-client.ts";

/** The server's first paint goes the way of every other read. */
export function enterInitial<D extends ChatDefinition>(store: ChatStore, initial: InitialData<D>): void {
  const { me, channels, threads, timeline, blocked } = initial as unknown as InitialData;
  store.dispatch({ type: "me.arrived", me });
  if (blocked !== undefined) store.dispatch({ type: "blocks.arrived", items: blocked });
  if (channels !== undefined) enterChannels(store, channels);
  if (threads !== undefined) enterThreads(store, threads);
  if (timeline !== undefined) enterTimeline(store, timeline.channelId, timeline.page);
}

function enterChannels(store: ChatStore, page: ChannelPage): void {
  store.dispatch({ type: "channels.started" });
  store.dispatch({ type: "channels.arrived", page, replace: true });
}

function enterThreads(store: ChatStore, page: ChannelPage): void {
  store.dispatch({ type: "threads.started" });
  store.dispatch({ type: "threads.arrived", page, replace: true });
}

function enterTimeline(store: ChatStore, channelId: string, page: MessagePage): void {
  const place = { at: "latest" } as const;
  const read = 0;
  store.dispatch({ type: "page.started", channelId, read, place });
  store.dispatch({ type: "page.arrived", channelId, read, place, page, limit: page.items.length });
}
