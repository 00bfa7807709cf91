"use client";

import { useCallback, useSyncExternalStore } from "react";
import type { Slice } from "../cache/slices.ts";
import { useChatClient } from "./chat-provider.tsx";

/** One value of the cache; renders again when it changes. */
export function useSlice<T>(slice: Slice<T>): T {
  return usePick(slice, identity);
}

/** A part of a value of the cache; renders again when the part changes. `pick` answers the same object for the same value. */
export function usePick<T, P>(slice: Slice<T>, pick: (value: T) => P): P {
  const { store } = useChatClient();
  const key = slice.key.join("/");
  const subscribe = useCallback(
    (listener: () => void) => store.subscribe({ key: key.split("/"), empty: undefined }, listener),
    [store, key],
  );
  const read = () => pick(store.read(slice));
  return useSyncExternalStore(subscribe, read, read);
}

function identity<T>(value: T): T {
  return value;
}
