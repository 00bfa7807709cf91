import type { CaseAction } from "@chat/contract";
import { useEffect, useRef } from "react";
import { isTyping } from "../shell/filter-bar.tsx";
import { actionWords } from "./words.ts";

interface QueueKeys {
  move(by: 1 | -1): void;
  assign(): void;
  act(action: CaseAction): void;
  undo(): void;
  /** Enter was pressed before the dialog that it is for was there. */
  confirmAhead(): boolean;
}

const actionOf = new Map(Object.entries(actionWords).map(([action, { key }]) => [key, action as CaseAction]));

/** j/k move, a assigns to oneself, d x w m b e decide, u takes back: from anywhere on the screen but a field, a menu or a dialog. */
export function useQueueKeys(keys: QueueKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return;
      const { key } = event;
      const action = actionOf.get(key);
      if (key === "j") latest.current.move(1);
      else if (key === "k") latest.current.move(-1);
      else if (key === "a") latest.current.assign();
      else if (key === "u") latest.current.undo();
      else if (key === "Enter" && latest.current.confirmAhead()) event.stopPropagation();
      else if (action !== undefined) latest.current.act(action);
      else return;
      event.preventDefault();
    };
    // Before the row that has the focus takes an Enter that is not for it.
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, []);
}
