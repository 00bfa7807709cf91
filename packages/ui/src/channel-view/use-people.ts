import { slices } from "@chat/client";
import { useChatClient } from "@chat/client/react";
import type { UserRef } from "@chat/contract";
import { useCallback, useSyncExternalStore } from "react";

/** Everyone whom the cache knows, by id, as they are called now. The function is a new one only when somebody changed. */
export function usePeople(): (userId: string) => UserRef | undefined {
  const { store } = useChatClient();
  const read = () => store.read(slices.people);
  const people = useSyncExternalStore(
    useCallback((listener: () => void) => store.subscribe(slices.people, listener), [store]),
    read,
    read,
  );
  return useCallback((userId) => people[userId], [people]);
}
