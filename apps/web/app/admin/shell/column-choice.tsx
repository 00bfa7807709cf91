"use client";

import { IconButton } from "@chat/ui/icon-button";
import { Menu } from "@chat/ui/menu";
import { Columns3 } from "lucide-react";
import type { Column } from "./data-table.tsx";

export interface ColumnChoiceProps<T> {
  columns: readonly Column<T>[];
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
}

/** Which columns are shown; the first always is. */
export function ColumnChoice<T>({ columns, hidden, onChange }: ColumnChoiceProps<T>) {
  const toggle = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <Menu
      label="Columns"
      items={columns.slice(1).map(({ id, header }) => ({
        id,
        label: header,
        checked: !hidden.has(id),
        onSelect: () => toggle(id),
      }))}
      trigger={<IconButton label="Columns" size="sm" icon={<Columns3 size={15} aria-hidden />} tooltip={false} />}
    />
  );
}
