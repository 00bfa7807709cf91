"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import type { Column } from "./data-table.tsx";

export interface TableHeadProps<T> {
  columns: readonly Column<T>[];
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
  /** The box that chooses all rows that are loaded. */
  all: { isAll: boolean; toggle: (isAll: boolean) => void } | undefined;
  /** At the end: which columns are shown. */
  choice: ReactNode;
}

/** A table's header, whose sortable columns turn their order by a click. */
export function TableHead<T>({ columns, sort = "", onSort, all, choice }: TableHeadProps<T>) {
  const by = sort.replace(/^-/, "");
  const isDown = sort.startsWith("-");
  return (
    <thead className="chat:sticky chat:top-0 chat:z-10 chat:bg-bg chat:text-xs chat:text-muted">
      <tr className="chat:h-8 chat:shadow-[inset_0_-1px_0_var(--chat-border)]">
        {all && (
          <th scope="col" className="chat:w-9 chat:ps-4">
            <input
              type="checkbox"
              aria-label="Choose all rows that are loaded"
              checked={all.isAll}
              onChange={(event) => all.toggle(event.currentTarget.checked)}
              className="chat:block chat:size-4"
            />
          </th>
        )}
        {columns.map(({ id, header, isSortable, isEnd, isWide }) => (
          <th
            key={id}
            scope="col"
            aria-sort={by === id ? (isDown ? "descending" : "ascending") : undefined}
            className={`chat:px-3 chat:font-medium chat:whitespace-nowrap chat:first:ps-4 ${isEnd ? "chat:text-end" : "chat:text-start"} ${isWide ? "chat:@max-3xl:hidden" : ""}`}
          >
            {isSortable && onSort ? (
              <button
                type="button"
                onClick={() => onSort(by === id && !isDown ? `-${id}` : id)}
                className="chat:inline-flex chat:h-7 chat:items-center chat:gap-1 chat:rounded-md chat:hover:text-text"
              >
                {header}
                {by === id && (isDown ? <ArrowDown size={13} aria-hidden /> : <ArrowUp size={13} aria-hidden />)}
              </button>
            ) : (
              header
            )}
          </th>
        ))}
        <th scope="col" className="chat:w-8 chat:pe-2 chat:text-end">
          {choice}
        </th>
      </tr>
    </thead>
  );
}
