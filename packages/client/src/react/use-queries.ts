"use client";

import type { ChatRouter } from "../chat-router.ts";
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { ChatClient } from "../chat-client.ts";
import { useChatClient } from "./chat-provider.tsx";

type Queries = TRPCOptionsProxy<ChatRouter>;

const proxies = new WeakMap<ChatClient, Queries>();

/** Options of TanStack Query for reads that live events do not keep: search, who has read, sessions. */
export function useQueries(): Queries {
  const client = useChatClient();
  const held =
    proxies.get(client) ?? createTRPCOptionsProxy<ChatRouter>({ client: client.trpc, queryClient: client.queryClient });
  proxies.set(client, held);
  return held;
}
