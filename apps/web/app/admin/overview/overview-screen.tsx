"use client";

import { overviewRanges } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { EmptyState } from "@chat/ui/empty-state";
import { Skeleton } from "@chat/ui/skeleton";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ScreenFrame } from "../shell/screen.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { BusiestGroups } from "./busiest-groups.tsx";
import { Figures } from "./figures.tsx";
import { HistoryChart } from "./history-chart.tsx";
import { RangeChoice } from "./range-choice.tsx";

const defaults = { range: "7d" };

/** What goes on here now, and how it went lately. */
export function OverviewScreen() {
  const trpc = useTRPC();
  const [{ range: asked }, setState] = useUrlState(defaults);
  const range = overviewRanges.find((known) => known === asked) ?? "7d";
  const { data: now, isError } = useQuery(trpc.admin.overview.now.queryOptions(undefined, { refetchInterval: 5_000 }));
  const {
    data: history,
    error,
    refetch,
  } = useQuery(
    trpc.admin.overview.history.queryOptions({ range }, { refetchInterval: 60_000, placeholderData: keepPreviousData }),
  );
  const isHourly = range === "24h";
  return (
    <ScreenFrame title="Overview" actions={<RangeChoice value={range} onChange={(next) => setState({ range: next })} />}>
      <div
        role="region"
        aria-label="Figures and charts"
        tabIndex={0}
        className="chat-scroll chat:min-h-0 chat:flex-1 chat:overflow-y-auto chat:px-4 chat:pb-6 chat:-outline-offset-2"
      >
        <Figures now={now} isUnread={isError} />
        {error !== null && history === undefined ? (
          <EmptyState
            title="The charts could not be loaded"
            description={messageOf(error)}
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          />
        ) : history === undefined ? (
          <div className="chat:mt-4 chat:grid chat:gap-4 chat:xl:grid-cols-2">
            {["a", "b", "c", "d"].map((id) => (
              <Skeleton key={id} className="chat:h-56 chat:rounded-xl" />
            ))}
          </div>
        ) : (
          <div className="chat:mt-4 chat:grid chat:gap-4 chat:xl:grid-cols-2">
            <HistoryChart title="Messages" points={history.points} of="messages" isHourly={isHourly} />
            <HistoryChart
              title={isHourly ? "People who wrote" : "People who were here"}
              points={history.points}
              of="active"
              isHourly={isHourly}
            />
            <HistoryChart title="Reports" points={history.points} of="reports" isHourly={isHourly} />
            <BusiestGroups groups={history.busiest} />
          </div>
        )}
      </div>
    </ScreenFrame>
  );
}
