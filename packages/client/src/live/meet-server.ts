import type { StartEvent } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { slices } from "../cache/slices.ts";

/**
 * The server named its history: another than the one held means that everything held may never have happened there. What is unsent stays, and
 * is not sent into the other history by itself.
 */
export function meetServer({ store, outbox }: ClientContext, { epoch, protocol, capabilities, limits }: StartEvent): void {
  const held = store.read(slices.connection).epoch;
  store.dispatch({ type: "server.met", epoch, protocol, capabilities, limits });
  outbox.meetEpoch(epoch);
  if (held === null || held === epoch) return;
  for (const channelId of store.rooms()) store.dispatch({ type: "room.dropped", channelId, pending: "kept" });
  store.dispatch({ type: "list.dropped" });
}
