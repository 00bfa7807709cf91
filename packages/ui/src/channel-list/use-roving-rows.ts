import { useRef, type KeyboardEvent } from "react";

const step: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Arrow keys, Home and End among the rows of a list, each marked `data-roving`. ↑ on the first row goes back to `before` (a search
 * field), whose ↓ comes here by `focusFirst`.
 */
export function useRovingRows(before?: () => void) {
  const list = useRef<HTMLElement>(null);
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-roving]") ?? [])];
  return {
    list,
    focusFirst: () => rows()[0]?.focus(),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const move = step[event.key];
      const all = rows();
      const at = all.indexOf(document.activeElement as HTMLElement);
      if (move === undefined || at === -1) return;
      event.preventDefault();
      const next = move(at, all.length - 1);
      if (next < 0) before?.();
      else all[next]?.focus();
    },
  };
}
