import { FilterBar, SearchFilter, SelectFilter } from "../shell/filter-bar.tsx";
import { hasFilters, reported, roles, seen, states, type UserFilters as Filters } from "./user-query.ts";

export interface UserFiltersProps {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}

export function UserFilters({ filters, onChange }: UserFiltersProps) {
  const clear = () => onChange({ q: "", role: "", state: "", seen: "", reported: "" });
  return (
    <FilterBar onClear={hasFilters(filters) ? clear : undefined}>
      <SearchFilter label="Name, e-mail or id" value={filters.q} onChange={(q) => onChange({ q })} />
      <SelectFilter label="Role" value={filters.role} options={roles} onChange={(role) => onChange({ role })} />
      <SelectFilter label="State" value={filters.state} options={states} onChange={(state) => onChange({ state })} />
      <SelectFilter label="Last seen" value={filters.seen} options={seen} onChange={(since) => onChange({ seen: since })} />
      <SelectFilter label="Reported" value={filters.reported} options={reported} onChange={(is) => onChange({ reported: is })} />
    </FilterBar>
  );
}
