"use client";

import type { ListSanctions, StaffSanction } from "@chat/contract";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { DataTable } from "../shell/data-table.tsx";
import { FilterBar, SearchFilter, SelectFilter } from "../shell/filter-bar.tsx";
import { nextCursor, useRows } from "../shell/rows.ts";
import { ScreenFrame } from "../shell/screen.tsx";
import { useTRPC } from "../shell/trpc.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { sanctionColumns } from "./sanction-columns.tsx";
import { SanctionPanel } from "./sanction-panel.tsx";

const noFilters = { state: "", type: "", q: "", id: "" };
const states = [{ value: "ended", label: "Ended" }] as const;
const types = [
  { value: "ban", label: "Bans" },
  { value: "mute", label: "Mutes" },
  { value: "warning", label: "Warnings" },
] as const;

const nameOf = ({ user, type, reason }: StaffSanction) => `${user.name}, ${type}: ${reason}`;

/** Who may not write or come in now, and who no longer is kept from it. */
export function SanctionsScreen() {
  const trpc = useTRPC();
  const [filters, setFilters] = useUrlState(noFilters);
  const { state, type, q, id } = filters;
  const input: ListSanctions = {
    state: state === "ended" ? "ended" : "inForce",
    type: types.find(({ value }) => value === type)?.value,
    ...(q !== "" && { text: q.slice(0, 100) }),
  };
  const query = useInfiniteQuery(
    trpc.admin.sanction.list.infiniteQueryOptions(input, {
      getNextPageParam: nextCursor,
      placeholderData: keepPreviousData,
      refetchInterval: 10_000,
    }),
  );
  const rows = useRows(query);
  const hasFilters = [state, type, q].some((value) => value !== "");
  return (
    <ScreenFrame
      title="Sanctions"
      filters={
        <FilterBar onClear={hasFilters ? () => setFilters({ state: "", type: "", q: "" }) : undefined}>
          <SearchFilter label="Person or reason" value={q} onChange={(next) => setFilters({ q: next })} />
          <SelectFilter
            label="State"
            any="In force"
            value={state}
            options={states}
            onChange={(next) => setFilters({ state: next, id: "" })}
          />
          <SelectFilter label="Kind" value={type} options={types} onChange={(next) => setFilters({ type: next })} />
        </FilterBar>
      }
      panel={
        id !== "" && (
          <SanctionPanel
            key={id}
            sanctionId={id}
            loaded={rows.items.find((row) => row.id === id)}
            onClose={() => setFilters({ id: "" }, true)}
          />
        )
      }
    >
      <DataTable
        name="List of sanctions"
        columns={sanctionColumns}
        rows={rows}
        nameOf={nameOf}
        onOpen={(row) => setFilters({ id: row.id }, true)}
        openId={id}
        empty={{ title: "Nobody is sanctioned", description: "Mutes, bans and warnings that are in force stand here." }}
      />
    </ScreenFrame>
  );
}
