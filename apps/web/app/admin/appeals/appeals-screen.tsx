"use client";

import type { Appeal, ListAppeals } from "@chat/contract";
import { Badge } from "@chat/ui/badge";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { SanctionBadge } from "../sanctions/sanction-columns.tsx";
import { DataTable, type Column } from "../shell/data-table.tsx";
import { FilterBar, SelectFilter } from "../shell/filter-bar.tsx";
import { Moment } from "../shell/moment.tsx";
import { nextCursor, useRows } from "../shell/rows.ts";
import { ScreenFrame } from "../shell/screen.tsx";
import { useTRPC } from "../shell/trpc.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { AppealPanel } from "./appeal-panel.tsx";

const noFilters = { state: "", id: "" };
const states = [{ value: "decided", label: "Decided" }] as const;

const columns: readonly Column<Appeal>[] = [
  { id: "person", header: "Person", cell: ({ user }) => <bdi className="chat:font-medium">{user.name}</bdi> },
  { id: "against", header: "Against", cell: ({ sanction }) => <SanctionBadge type={sanction.type} /> },
  { id: "text", header: "What they say", isFilling: true, cell: ({ text }) => <bdi>{text}</bdi> },
  { id: "reason", header: "Reason of the sanction", isWide: true, cell: ({ sanction }) => <bdi>{sanction.reason}</bdi> },
  { id: "by", header: "Sanction by", isWide: true, cell: ({ sanction }) => <bdi>{sanction.by?.name ?? "the server"}</bdi> },
  { id: "since", header: "Since", isWide: true, cell: ({ createdAt }) => <Moment at={createdAt} /> },
  {
    id: "state",
    header: "State",
    isWide: true,
    cell: ({ state }) => <Badge tone={state === "open" ? "warning" : "muted"}>{state}</Badge>,
  },
];
const nameOf = ({ user, text }: Appeal) => `${user.name}: ${text}`;

const nothingOpen = { title: "No appeal waits", description: "What people say against a sanction appears by itself." };
const nothingDecided = { title: "No appeal is decided", description: "Those that were answered stand here." };

/** What people say against their sanctions, the longest waiting first. */
export function AppealsScreen() {
  const trpc = useTRPC();
  const [filters, setFilters] = useUrlState(noFilters);
  const input: ListAppeals = { state: filters.state === "decided" ? "decided" : "open" };
  const query = useInfiniteQuery(
    trpc.admin.appeal.list.infiniteQueryOptions(input, {
      getNextPageParam: nextCursor,
      placeholderData: keepPreviousData,
      refetchInterval: 3_000,
    }),
  );
  const rows = useRows(query);
  return (
    <ScreenFrame
      title="Appeals"
      filters={
        <FilterBar>
          <SelectFilter
            label="State"
            any="Open"
            value={filters.state === "decided" ? "decided" : ""}
            options={states}
            onChange={(state) => setFilters({ state, id: "" })}
          />
        </FilterBar>
      }
      panel={
        filters.id !== "" && <AppealPanel key={filters.id} appealId={filters.id} onClose={() => setFilters({ id: "" }, true)} />
      }
    >
      <DataTable
        name="List of appeals"
        columns={columns}
        rows={rows}
        nameOf={nameOf}
        onOpen={({ id }) => setFilters({ id }, true)}
        openId={filters.id}
        empty={filters.state === "decided" ? nothingDecided : nothingOpen}
      />
    </ScreenFrame>
  );
}
