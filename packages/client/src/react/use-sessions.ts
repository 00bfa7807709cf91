"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { chatErrorOf } from "../connection/chat-error.ts";
import { useChatClient } from "./chat-provider.tsx";
import { useQueries } from "./use-queries.ts";

const none: never[] = [];

/** The devices that the caller is signed in on. Revoking one closes its sockets. */
export function useSessions() {
  const { queryClient, trpc } = useChatClient();
  const queries = useQueries();
  const { data, isLoading, error } = useQuery(queries.session.list.queryOptions(), queryClient);
  const actions = useMemo(() => {
    const readAgain = () => queryClient.invalidateQueries(queries.session.list.queryFilter());
    return {
      revoke: async (sessionId: string) => {
        await trpc.session.revoke.mutate({ sessionId });
        await readAgain();
      },
      revokeOthers: async () => {
        await trpc.session.revokeOthers.mutate();
        await readAgain();
      },
    };
  }, [queryClient, trpc, queries]);
  return { state: { items: data?.items ?? none, isLoading, error: error === null ? null : chatErrorOf(error) }, actions };
}
