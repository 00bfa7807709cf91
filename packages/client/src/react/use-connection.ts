"use client";

import { useMemo } from "react";
import { slices } from "../cache/slices.ts";
import { useChatClient } from "./chat-provider.tsx";
import { useSlice } from "./use-slice.ts";

/** Whether the server is reached, and since when (milliseconds since 1970). `reason` says why it will not be, where waiting does not help. */
export function useConnection() {
  const client = useChatClient();
  const { status, since, reason } = useSlice(slices.connection);
  const actions = useMemo(() => ({ reconnect: () => client.reconnect() }), [client]);
  return { state: { status, since, reason }, actions };
}
