"use client";

import { useCallback, useMemo, useState } from "react";
import type { Row } from "./rows.ts";

/** Indexes of the rows that stay mounted out of sight: the one in the tab order, and the one that has a menu or dialog open. */
export function useKeptRows(rows: readonly Row[], activeIndex: number) {
  const [openKey, setOpenKey] = useState<string | null>(null);
  const onSurface = useCallback(
    (key: string, open: boolean) => setOpenKey((held) => (open ? key : held === key ? null : held)),
    [],
  );
  const openIndex = openKey === null ? -1 : rows.findIndex((row) => row.key === openKey);
  const kept = useMemo(
    () => [...new Set([activeIndex, openIndex])].filter((at) => at >= 0).sort((a, b) => a - b),
    [activeIndex, openIndex],
  );
  return { kept, onSurface };
}
