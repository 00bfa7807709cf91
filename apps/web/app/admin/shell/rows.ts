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

interface PagedQuery {
  readonly data: InfiniteData<{ items: readonly unknown[] }> | undefined;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isPlaceholderData: boolean;
  fetchNextPage(): Promise<unknown>;
  refetch(): Promise<unknown>;
}

/** What a query's rows are; read off the whole query, so that it is inferred also where the hook is called in place. */
type RowOf<Q extends PagedQuery> = NonNullable<Q["data"]>["pages"][number]["items"][number];

const none: readonly never[] = [];

/**
 * The rows of `useInfiniteQuery(trpc.….infiniteQueryOptions(input, { getNextPageParam: nextCursor, placeholderData: keepPreviousData }))`, whose
 * procedure takes `cursor` and answers `{ items, cursor }`.
 */
export function useRows<Q extends PagedQuery>(query: Q): Rows<RowOf<Q>> {
  const { data, isPending, error, hasNextPage, isFetchingNextPage, isPlaceholderData } = query;
  const items = useMemo(() => (data?.pages.flatMap((page) => page.items) ?? none) as RowOf<Q>[], [data]);
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
