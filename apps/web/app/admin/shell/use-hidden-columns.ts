import { useEffect, useState } from "react";
import type { Column } from "./data-table.tsx";

const keyOf = (table: string) => `chat-console-columns:${table}`;

/** The columns of a table that this browser's reader hid. */
export function useHiddenColumns<T>(
  table: string,
  columns: readonly Column<T>[],
): [ReadonlySet<string>, (hidden: ReadonlySet<string>) => void] {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(
    () => new Set(columns.filter(({ isExtra }) => isExtra).map(({ id }) => id)),
  );
  useEffect(() => {
    const kept = readKept(table);
    if (kept !== null) setHidden(new Set(kept));
  }, [table]);
  return [
    hidden,
    (next) => {
      setHidden(next);
      window.localStorage.setItem(keyOf(table), JSON.stringify([...next]));
    },
  ];
}

function readKept(table: string): string[] | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(keyOf(table)) ?? "null");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : null;
  } catch {
    return null;
  }
}
