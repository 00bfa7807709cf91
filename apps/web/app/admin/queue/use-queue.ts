import type { ListCases } from "@chat/contract";
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { nextCursor, useRows } from "../shell/rows.ts";
import { useTRPC } from "../shell/trpc.tsx";

/** How often the queue is asked whether anything changed, in milliseconds. */
const pulseMs = 2_000;

/** The cases of a filter; what comes or changes elsewhere appears by itself within some two seconds. */
export function useQueue(input: ListCases) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const query = useInfiniteQuery(
    trpc.admin.report.list.infiniteQueryOptions(input, { getNextPageParam: nextCursor, placeholderData: keepPreviousData }),
  );
  const stamp = useQuery(trpc.admin.report.pulse.queryOptions(undefined, { refetchInterval: pulseMs, staleTime: 0 })).data?.stamp;
  const known = useRef(stamp);
  useEffect(() => {
    const isNews = known.current !== undefined && stamp !== undefined && stamp !== known.current;
    known.current = stamp;
    if (!isNews) return;
    void queryClient.invalidateQueries(trpc.admin.report.list.infiniteQueryFilter());
    void queryClient.invalidateQueries(trpc.admin.report.get.queryFilter());
    void queryClient.invalidateQueries(trpc.admin.counts.queryFilter());
  }, [stamp, queryClient, trpc]);
  return { rows: useRows(query), counts: query.data?.pages[0]?.counts };
}
