import { FilterBar, SearchFilter, SelectFilter } from "../shell/filter-bar.tsx";
import { useStaff } from "../shell/staff.tsx";
import { hasFilters, states, toState, type QueueFilters as Filters, type QueueState } from "./queue-query.ts";
import { useAssignees } from "./use-assignees.ts";
import { priorities, reasonOptions } from "./words.ts";

export interface QueueFiltersProps {
  filters: Filters;
  counts: Readonly<Record<QueueState, number>> | undefined;
  onChange: (change: Partial<Filters>) => void;
}

const stateNames = { open: "Open", assigned: "Assigned", resolved: "Resolved" } as const;
const targets = [
  { value: "message", label: "Messages" },
  { value: "user", label: "People" },
] as const;
const priorityOptions = priorities.map((label, index) => ({ value: String(index), label }));

/** Which cases: their state, and what narrows them. */
export function QueueFilters({ filters, counts, onChange }: QueueFiltersProps) {
  const state = toState(filters);
  const me = useStaff();
  const assignees = [
    { value: "me", label: "Me" },
    ...useAssignees()
      .filter(({ id }) => id !== me.id)
      .map(({ id, name }) => ({ value: id, label: name })),
  ];
  const clear = () => onChange({ assignee: "", reason: "", priority: "", target: "", q: "" });
  return (
    <>
      <div role="group" aria-label="State" className="chat:flex chat:shrink-0 chat:gap-1 chat:px-4 chat:pb-2">
        {states.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === state}
            onClick={() => onChange({ state: one, case: "" })}
            className="chat:h-8 chat:rounded-lg chat:px-3 chat:text-sm chat:text-muted chat:hover:bg-hover chat:aria-pressed:bg-selected chat:aria-pressed:font-medium chat:aria-pressed:text-text"
          >
            {stateNames[one]}
            {counts !== undefined && one !== "resolved" && <span className="chat:ms-1.5 chat:tabular-nums">{counts[one]}</span>}
          </button>
        ))}
      </div>
      <FilterBar onClear={hasFilters(filters) ? clear : undefined}>
        <SearchFilter label="Words, comment or person" value={filters.q} onChange={(q) => onChange({ q })} />
        <SelectFilter label="Reason" value={filters.reason} options={reasonOptions} onChange={(reason) => onChange({ reason })} />
        <SelectFilter
          label="Priority"
          value={filters.priority}
          options={priorityOptions}
          onChange={(priority) => onChange({ priority })}
        />
        <SelectFilter label="About" value={filters.target} options={targets} onChange={(target) => onChange({ target })} />
        {state === "assigned" && (
          <SelectFilter
            label="Assigned to"
            value={filters.assignee}
            options={assignees}
            onChange={(assignee) => onChange({ assignee })}
          />
        )}
      </FilterBar>
    </>
  );
}
