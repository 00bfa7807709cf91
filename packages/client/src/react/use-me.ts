"use client";

import type { ChatDefinition, Me, UpdateMe } from "@chat/contract";
import { useMemo } from "react";
import { slices } from "../cache/slices.ts";
import { useChatClient } from "./chat-provider.tsx";
import { useSlice } from "./use-slice.ts";

/** The signed-in person. */
export function useMe<D extends ChatDefinition = ChatDefinition>() {
  const client = useChatClient<D>();
  const { me } = useSlice(slices.me);
  const actions = useMemo(() => ({ update: (input: UpdateMe<D>): Promise<Me<D>> => client.users.updateMe(input) }), [client]);
  return { state: { me: me as Me<D> | null, isLoading: me === null }, actions };
}
