"use client";

import type { ChatDefinition } from "@chat/contract";
import type { QueryFilters, QueryKey, SkipToken, UseMutationOptions, UseQueryOptions } from "@tanstack/react-query";
import type { TRPCClient } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { MutationCall, QueryCall, ChatCalls } from "../chat-calls.ts";
import type { ChatClient } from "../chat-client.ts";
import type { ChatRouter } from "../chat-router.ts";
import { useChatClient } from "./chat-provider.tsx";

interface QueryReads<I, O> {
  queryOptions(
    input: I | SkipToken,
    options?: Omit<UseQueryOptions<O>, "queryKey" | "queryFn">,
  ): UseQueryOptions<O> & { queryKey: QueryKey };
  queryKey(input?: I): QueryKey;
  queryFilter(input?: I): QueryFilters;
}
interface MutationWrites<I, O> {
  mutationOptions(options?: Omit<UseMutationOptions<O, Error, I>, "mutationFn">): UseMutationOptions<O, Error, I>;
}

/** tRPC's own options for TanStack Query, in types that need none of tRPC's: see `ChatCalls`. */
export type ChatQueries<D extends ChatDefinition = ChatDefinition> = {
  readonly [Noun in keyof ChatCalls<D>]: {
    readonly [Verb in keyof ChatCalls<D>[Noun]]: ChatCalls<D>[Noun][Verb] extends QueryCall<infer I, infer O>
      ? QueryReads<I, O>
      : ChatCalls<D>[Noun][Verb] extends MutationCall<infer I, infer O>
        ? MutationWrites<I, O>
        : never;
  };
};

const proxies = new WeakMap<ChatClient, ChatQueries>();

/** Options of TanStack Query for reads that live events do not keep: search, who has read, sessions. */
export function useQueries<D extends ChatDefinition = ChatDefinition>(): ChatQueries<D> {
  const client = useChatClient();
  const held = proxies.get(client) ?? makeQueries(client);
  proxies.set(client, held);
  return held;
}

function makeQueries({ trpc, queryClient }: ChatClient): ChatQueries {
  // It is tRPC's, said in fewer words.
  const client = trpc as unknown as TRPCClient<ChatRouter>;
  return createTRPCOptionsProxy<ChatRouter>({ client, queryClient }) as unknown as ChatQueries;
}
