import type { ClientContext } from "../client-context.ts";
import { slices } from "../cache/slices.ts";

/** The server named its history: another than the one held means that everything held may never have happened there. */
export function meetEpoch({ store }: ClientContext, epoch: string): void {
  const held = store.read(slices.connection).epoch;
  store.dispatch({ type: "epoch.changed", epoch });
  if (held === null || held === epoch) return;
  for (const channelId of store.rooms()) store.dispatch({ type: "room.dropped", channelId });
  store.dispatch({ type: "list.dropped" });
}
