import type { Slice } from "@chat/client";
import { useChatClient } from "@chat/client/react";
import { useCallback, useSyncExternalStore } from "react";

/** One value of the client's cache; renders again when it changes. */
export function useCached<T>(slice: Slice<T>): T {
  const { store } = useChatClient();
  const read = () => store.read(slice);
  return useSyncExternalStore(
    useCallback((listener: () => void) => store.subscribe(slice, listener), [store, slice]),
    read,
    read,
  );
}
