"use client";

import { useCallback, useMemo, useState } from "react";
import type { Row } from "./rows.ts";

/**
 * Indexes of the rows that stay mounted out of sight: the one in the tab order, and the one that has a menu or dialog open. All of them while
 * `isStill`: a list that the server drew windows its rows from its first scroll on, and mounts none that come before.
 */
export function useKeptRows(rows: readonly Row[], activeIndex: number, isStill: boolean) {
  const [openKey, setOpenKey] = useState<string | null>(null);
  const onSurface = useCallback(
    (key: string, open: boolean) => setOpenKey((held) => (open ? key : held === key ? null : held)),
    [],
  );
  const openIndex = openKey === null ? -1 : rows.findIndex((row) => row.key === openKey);
  const count = isStill ? rows.length : 0;
  const kept = useMemo(
    () =>
      count > 0 ? Array.from({ length: count }, (_, at) => at) : [...new Set([activeIndex, openIndex])].filter((at) => at >= 0),
    [activeIndex, openIndex, count],
  );
  return { kept, onSurface };
}
