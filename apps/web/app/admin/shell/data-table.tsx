"use client";

import { Button } from "@chat/ui/button";
import { EmptyState } from "@chat/ui/empty-state";
import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSelectionFeature,
  tableFeatures,
  useTable,
  type RowData,
} from "@tanstack/react-table";
import { useEffect, useMemo, useRef, type ReactNode } from "react";
import { ColumnChoice } from "./column-choice.tsx";
import type { Rows } from "./rows.ts";
import { LoadMore, SkeletonRows } from "./table-parts.tsx";
import { TableHead } from "./table-head.tsx";
import { messageOf } from "./trpc.tsx";
import { useHiddenColumns } from "./use-hidden-columns.ts";
import { useRowKeys } from "./use-row-keys.ts";

export interface Column<T> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** The server sorts by this column's id. */
  readonly isSortable?: boolean;
  /** For numbers. */
  readonly isEnd?: boolean;
  /** Left out where the table is narrow, as beside a panel. */
  readonly isWide?: boolean;
  /** Where the table is narrow it gets what the others leave, and is cut there. */
  readonly isFilling?: boolean;
  /** Hidden until it is chosen. */
  readonly isExtra?: boolean;
}

export interface DataTableProps<T> {
  /** Names the table, and what is kept of it in this browser. */
  name: string;
  columns: readonly Column<T>[];
  rows: Rows<T>;
  /** What a screen reader calls a row. */
  nameOf: (row: T) => string;
  /** `name` or `-name`: by which column, downwards with the minus. */
  sort?: string;
  onSort?: (sort: string) => void;
  onOpen?: (row: T) => void;
  /** The row whose details are open. */
  openId?: string | null;
  /** Ids of chosen rows; with it each row has a box. */
  selected?: ReadonlySet<string>;
  onSelect?: (ids: ReadonlySet<string>) => void;
  /** Told the hidden columns, so that what only a shown one needs is not asked for otherwise. */
  onColumns?: (hidden: ReadonlySet<string>) => void;
  empty: { title: string; description?: string };
}

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });

/**
 * Rows that the server pages and sorts. Keys: j/k or arrows move, Enter opens, x chooses. What can be hidden is chosen under "Columns" and kept in
 * this browser. Keep the identity of `columns` stable.
 */
export function DataTable<T extends RowData & { id: string }>(props: DataTableProps<T>) {
  const { name, columns, rows, nameOf, onOpen, openId, selected, onSelect, empty } = props;
  const [hidden, setHidden] = useHiddenColumns(name, columns);
  const tell = useRef(props.onColumns);
  tell.current = props.onColumns;
  useEffect(() => tell.current?.(hidden), [hidden]);
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, T>();
    return helper.columns(
      columns.map(({ id, header, cell }) => helper.display({ id, header, cell: ({ row }) => cell(row.original) })),
    );
  }, [columns]);
  const visibility = useMemo(() => Object.fromEntries(columns.map(({ id }) => [id, !hidden.has(id)])), [columns, hidden]);
  const selection = useMemo(() => Object.fromEntries([...(selected ?? [])].map((id) => [id, true as const])), [selected]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows.items,
    getRowId: (row) => row.id,
    state: { columnVisibility: visibility, rowSelection: selection },
    onRowSelectionChange: (update) => {
      const next = typeof update === "function" ? update(selection) : update;
      onSelect?.(new Set(Object.keys(next).filter((id) => next[id])));
    },
  });
  const shown = columns.filter(({ id }) => !hidden.has(id));
  const body = useRowKeys({
    count: rows.items.length,
    onOpen: (index) => {
      const row = rows.items[index];
      if (row !== undefined) onOpen?.(row);
    },
    onToggle: (index) => table.getRowModel().rows[index]?.toggleSelected(),
    onEnd: () => rows.hasMore && !rows.isLoadingMore && rows.loadMore(),
  });
  if (rows.error !== null && rows.items.length === 0)
    return (
      <EmptyState
        title="That could not be loaded"
        description={messageOf(rows.error)}
        action={<Button onClick={rows.retry}>Try again</Button>}
      />
    );
  return (
    <div className="chat:@container chat:flex chat:min-h-0 chat:flex-1 chat:flex-col">
      <div
        tabIndex={0}
        role="region"
        aria-label={name}
        aria-busy={rows.isLoading || rows.isStale}
        className="chat-scroll chat:min-h-0 chat:flex-1 chat:overflow-auto chat:border-t chat:border-border chat:-outline-offset-2"
      >
        <table className="chat:w-full chat:border-collapse chat:text-sm">
          <TableHead
            columns={shown}
            sort={props.sort}
            onSort={props.onSort}
            all={
              selected &&
              onSelect && {
                isAll: rows.items.length > 0 && rows.items.every(({ id }) => selected.has(id)),
                toggle: (isAll) => onSelect(new Set(isAll ? rows.items.map(({ id }) => id) : [])),
              }
            }
            choice={<ColumnChoice columns={columns} hidden={hidden} onChange={setHidden} />}
          />
          <tbody ref={body} className={rows.isStale ? "chat:opacity-60" : undefined}>
            {rows.isLoading && <SkeletonRows columns={shown.length + (selected ? 2 : 1)} />}
            {table.getRowModel().rows.map((row, index) => (
              <tr
                key={row.id}
                data-row={row.id}
                tabIndex={index === 0 ? 0 : -1}
                aria-label={nameOf(row.original)}
                aria-current={row.id === openId || undefined}
                onClick={(event) => {
                  const isControl = event.target instanceof Element && event.target.closest("a, button, input, label") !== null;
                  if (!isControl) onOpen?.(row.original);
                }}
                className={`chat:border-b chat:border-border chat:-outline-offset-2 chat:hover:bg-hover chat:aria-[current=true]:bg-selected ${onOpen ? "chat:cursor-pointer" : ""}`}
              >
                {selected && (
                  <td className="chat:w-9 chat:ps-4">
                    <input
                      type="checkbox"
                      aria-label={`Choose ${nameOf(row.original)}`}
                      checked={row.getIsSelected()}
                      onChange={row.getToggleSelectedHandler()}
                      className="chat:block chat:size-4"
                    />
                  </td>
                )}
                {row.getVisibleCells().map((cell) => {
                  const column = columns.find(({ id }) => id === cell.column.id);
                  return (
                    <td
                      key={cell.id}
                      className={`chat:h-10 chat:max-w-72 chat:truncate chat:px-3 chat:first:ps-4 ${column?.isFilling ? "chat:@max-3xl:w-full chat:@max-3xl:max-w-0" : "chat:@max-md:max-w-48"} ${column?.isEnd ? "chat:text-end chat:tabular-nums" : ""} ${column?.isWide ? "chat:@max-3xl:hidden" : ""}`}
                    >
                      <table.FlexRender cell={cell} />
                    </td>
                  );
                })}
                <td />
              </tr>
            ))}
          </tbody>
        </table>
        {!rows.isLoading && rows.items.length === 0 && <EmptyState {...empty} />}
        <LoadMore rows={rows} />
      </div>
    </div>
  );
}
