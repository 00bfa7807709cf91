import { slices } from "@chat/client";
import type { UserRef } from "@chat/contract";
import { useCallback } from "react";
import { useCached } from "./use-cached.ts";

/** Everyone whom the cache knows, by id, as they are called now. The function is a new one only when somebody changed. */
export function usePeople(): (userId: string) => UserRef | undefined {
  const people = useCached(slices.people);
  return useCallback((userId) => people[userId], [people]);
}
