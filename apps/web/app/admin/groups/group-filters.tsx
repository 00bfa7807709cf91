import { FilterBar, SearchFilter, SelectFilter } from "../shell/filter-bar.tsx";
import { hasFilters, states, types, visibilities, type GroupFilters as Filters } from "./group-query.ts";

export interface GroupFiltersProps {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}

export function GroupFilters({ filters, onChange }: GroupFiltersProps) {
  const clear = () => onChange({ q: "", type: "", visibility: "", state: "" });
  return (
    <FilterBar onClear={hasFilters(filters) ? clear : undefined}>
      <SearchFilter label="Part of the name" value={filters.q} onChange={(q) => onChange({ q })} />
      <SelectFilter label="Type" any="Groups" value={filters.type} options={types} onChange={(type) => onChange({ type })} />
      <SelectFilter
        label="Visibility"
        value={filters.visibility}
        options={visibilities}
        onChange={(visibility) => onChange({ visibility })}
      />
      <SelectFilter label="State" value={filters.state} options={states} onChange={(state) => onChange({ state })} />
    </FilterBar>
  );
}
