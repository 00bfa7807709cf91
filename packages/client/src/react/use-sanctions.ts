"use client";

import { useMemo } from "react";
import { slices } from "../cache/slices.ts";
import { useChatClient } from "./chat-provider.tsx";
import { useSlice } from "./use-slice.ts";

/** What moderators decided about the caller: why, until when, and what came of an appeal, which one makes once. */
export function useSanctions() {
  const client = useChatClient();
  const { items } = useSlice(slices.sanctions);
  const actions = useMemo(
    () => ({
      see: (sanctionId: string) => client.sanctions.see(sanctionId),
      appeal: (sanctionId: string, text: string) => client.sanctions.appeal({ sanctionId, text }),
    }),
    [client],
  );
  return { state: { items }, actions };
}
