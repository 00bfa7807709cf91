"use client";

import type { ChatDefinition, User } from "@chat/contract";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { chatErrorOf } from "../connection/chat-error.ts";
import { useChatClient } from "./chat-provider.tsx";
import { useQueries } from "./use-queries.ts";

const none: never[] = [];

/** Who has read a message, its author left out: the first 100. Read anew whenever it is shown. Null reads nothing. */
export function useReaders(messageId: string | null) {
  const { queryClient } = useChatClient();
  const { data, isLoading, error } = useQuery(
    useQueries().message.readers.queryOptions(messageId === null ? skipToken : { messageId }),
    queryClient,
  );
  return { state: { items: data?.items ?? none, isLoading, error: error === null ? null : chatErrorOf(error) } };
}

/** Who reacted with an emoji, first ones first: the first 50. Read anew whenever it is shown. Null reads nothing. */
export function useReactors(messageId: string | null, emoji: string) {
  const { queryClient } = useChatClient();
  const input = messageId === null ? skipToken : { messageId, emoji };
  const { data, isLoading, error } = useQuery(useQueries().reaction.list.queryOptions(input), queryClient);
  return { state: { items: data?.items ?? none, isLoading, error: error === null ? null : chatErrorOf(error) } };
}

/** People by any part of their name; an empty query lists the first. The last result stays while the next is read. */
export function useUserSearch<D extends ChatDefinition = ChatDefinition>(query: string) {
  const { queryClient, store } = useChatClient();
  const options = useQueries().user.search.queryOptions({ query }, { placeholderData: (held) => held, staleTime: 10_000 });
  const { data, isLoading, isFetching, error } = useQuery(options, queryClient);
  useEffect(() => {
    if (data !== undefined) store.dispatch({ type: "people.arrived", people: data.items });
  }, [store, data]);
  const items = useMemo(() => (data?.items ?? []) as unknown as User<D>[], [data]);
  return { state: { items, isLoading, isFetching, error: error === null ? null : chatErrorOf(error) } };
}
