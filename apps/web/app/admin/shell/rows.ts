import type { InfiniteData } from "@tanstack/react-query";
import { useMemo } from "react";

/** What a DataTable needs of a list that comes in pages. */
export interface Rows<T> {
  readonly items: readonly T[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** Rows of another filter stand until those of this one are there. */
  readonly isStale: boolean;
  loadMore(): void;
  retry(): void;
}

interface PagedQuery<T> {
  readonly data: InfiniteData<{ items: readonly T[] }> | undefined;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isPlaceholderData: boolean;
  fetchNextPage(): Promise<unknown>;
  refetch(): Promise<unknown>;
}

const none: readonly never[] = [];

/**
 * The rows of `useInfiniteQuery(trpc.….infiniteQueryOptions(input, { getNextPageParam: nextCursor, placeholderData: keepPreviousData }))`, whose
 * procedure takes `cursor` and answers `{ items, cursor }`.
 */
export function useRows<T>(query: PagedQuery<T>): Rows<T> {
  const { data, isPending, error, hasNextPage, isFetchingNextPage, isPlaceholderData } = query;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? none, [data]);
  return {
    items,
    isLoading: isPending,
    error: error instanceof Error ? error : null,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    isStale: isPlaceholderData,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}

export function nextCursor({ cursor }: { cursor: string | null }): string | undefined {
  return cursor ?? undefined;
}
