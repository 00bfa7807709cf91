"use client";

import { FilterBar, SearchFilter, SelectFilter } from "../shell/filter-bar.tsx";
import { actionOptions, isActor, noFilters, targetOptions, type AuditFilters } from "./audit-filter.ts";

const field =
  "chat:h-9 chat:rounded-lg chat:border chat:border-border-strong chat:bg-bg chat:px-2 chat:text-sm chat:text-text chat:data-[set=true]:border-accent chat:data-[set=true]:bg-selected";

export function AuditFilterBar({
  filters,
  onChange,
}: {
  filters: AuditFilters;
  onChange: (change: Partial<AuditFilters>) => void;
}) {
  const isFiltered = Object.entries(filters).some(([name, value]) => name !== "entry" && value !== "");
  return (
    <FilterBar onClear={isFiltered ? () => onChange({ ...noFilters, entry: filters.entry }) : undefined}>
      <SelectFilter
        label="Part"
        value={filters.action as (typeof actionOptions)[number]["value"] | ""}
        options={actionOptions}
        onChange={(action) => onChange({ action })}
      />
      <SelectFilter
        label="About"
        value={filters.type as (typeof targetOptions)[number]["value"] | ""}
        options={targetOptions}
        onChange={(type) => onChange({ type })}
      />
      <SearchFilter label="Id of what it is about" value={filters.target} onChange={(target) => onChange({ target })} />
      <SearchFilter
        label="Id of who did it"
        value={filters.actor}
        error={isActor(filters.actor) ? null : "This is no id."}
        onChange={(actor) => onChange({ actor })}
      />
      {(["from", "to"] as const).map((name) => (
        <label key={name} className="chat:flex chat:items-center chat:gap-1.5 chat:text-sm chat:text-muted">
          {name === "from" ? "From" : "To"}
          <input
            type="date"
            value={filters[name]}
            data-set={filters[name] !== ""}
            onChange={(event) => onChange({ [name]: event.currentTarget.value })}
            className={field}
          />
        </label>
      ))}
    </FilterBar>
  );
}
