import { useEffect, useRef, type RefObject } from "react";
import { isTyping } from "./filter-bar.tsx";

interface RowKeysOptions {
  count: number;
  onOpen: (index: number) => void;
  onToggle: (index: number) => void;
  /** The last row was reached. */
  onEnd: () => void;
}

const moves: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Rows by keyboard: j/k from anywhere on the screen, arrows inside the table, Enter opens, x chooses. */
export function useRowKeys(options: RowKeysOptions): RefObject<HTMLTableSectionElement | null> {
  const body = useRef<HTMLTableSectionElement>(null);
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const rows = [...(body.current?.querySelectorAll<HTMLElement>("tr[data-row]") ?? [])];
      if (rows.length === 0 || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return;
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const isArrow = event.key.startsWith("Arrow");
      const by = moves[event.key];
      if (by !== undefined && (!isArrow || at >= 0)) {
        const current = at >= 0 ? at : rows.findIndex((row) => row.getAttribute("aria-current") === "true");
        const next = Math.min(Math.max(current + by, 0), rows.length - 1);
        rows[next]?.focus();
        rows[next]?.scrollIntoView({ block: "nearest" });
        if (next === rows.length - 1) latest.current.onEnd();
      } else if (event.key === "Enter" && at >= 0 && document.activeElement === rows[at]) latest.current.onOpen(at);
      else if (event.key === "x" && at >= 0) latest.current.onToggle(at);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return body;
}
