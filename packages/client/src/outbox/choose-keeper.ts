import { createIndexedDbStorage } from "./indexed-db.ts";
import { createKeeper, noKeeper, type Keeper } from "./keeper.ts";
import type { OutboxStorage } from "./outbox-storage.ts";

/**
 * The host's own storage; else, in a browser, IndexedDB shared by all tabs; else none. Without Web Locks two tabs would send twice, so what is
 * unsent then lives as long as its tab.
 */
export function chooseKeeper(storage: OutboxStorage | undefined): Keeper {
  if (storage !== undefined) return createKeeper({ storage, tabs: null });
  const { indexedDB, BroadcastChannel } = globalThis;
  const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
  if (indexedDB === undefined || BroadcastChannel === undefined || locks === undefined) return noKeeper;
  return createKeeper({ storage: createIndexedDbStorage(indexedDB), tabs: { locks, BroadcastChannel } });
}
