"use client";

import type { AdminGroup } from "@chat/contract";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { DataTable } from "../shell/data-table.tsx";
import { nextCursor, useRows } from "../shell/rows.ts";
import { ScreenFrame } from "../shell/screen.tsx";
import { useTRPC } from "../shell/trpc.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { groupColumns } from "./group-columns.tsx";
import { GroupFilters } from "./group-filters.tsx";
import { GroupPanel } from "./group-panel.tsx";
import { noFilters, toInput } from "./group-query.ts";

const nameOf = ({ name }: AdminGroup) => name;

/** All groups, and direct messages: found by any part of their name, one of them looked at and changed. */
export function GroupsScreen() {
  const trpc = useTRPC();
  const [filters, setFilters] = useUrlState(noFilters);
  const query = useInfiniteQuery(
    trpc.admin.group.list.infiniteQueryOptions(toInput(filters), {
      getNextPageParam: nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const rows = useRows(query);
  const total = query.data?.pages[0]?.total ?? null;
  return (
    <ScreenFrame
      title="Groups"
      note={total !== null && total.toLocaleString("en")}
      filters={<GroupFilters filters={filters} onChange={setFilters} />}
      panel={
        filters.id !== "" && (
          <GroupPanel
            key={filters.id}
            channelId={filters.id}
            isReading={filters.read !== ""}
            onRead={(isReading) => setFilters({ read: isReading ? "1" : "" })}
            onClose={() => setFilters({ id: "", read: "" }, true)}
          />
        )
      }
    >
      <DataTable
        name="All groups"
        columns={groupColumns}
        rows={rows}
        nameOf={nameOf}
        sort={filters.sort}
        onSort={(sort) => setFilters({ sort })}
        onOpen={({ id }) => setFilters({ id, read: "" }, true)}
        openId={filters.id}
        empty={{ title: "No group is found", description: "Try another part of the name, or fewer filters." }}
      />
    </ScreenFrame>
  );
}
