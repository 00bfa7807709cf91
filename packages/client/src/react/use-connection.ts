"use client";

import { useMemo } from "react";
import { slices } from "../cache/slices.ts";
import { useChatClient } from "./chat-provider.tsx";
import { useSlice } from "./use-slice.ts";

/**
 * Whether the server is reached, and since when (milliseconds since 1970). `reason` says why it will not be, where waiting does not help;
 * `transport` by what it is reached; `reload` that it is of another version, and the page has to be loaded again; `capabilities` what it can do
 * by name, null before it was reached; `limits` where the site allows less than the contract's own.
 */
export function useConnection() {
  const client = useChatClient();
  const { status, since, reason, transport, reload, epoch, capabilities, limits } = useSlice(slices.connection);
  const actions = useMemo(() => ({ reconnect: () => client.reconnect() }), [client]);
  return {
    state: { status, since, reason, transport, reload, capabilities: epoch === null ? null : capabilities, limits },
    actions,
  };
}
