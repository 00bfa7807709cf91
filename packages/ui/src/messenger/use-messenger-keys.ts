import { useEffect, useRef, type RefObject } from "react";
import { neighbour, readMessengerKey } from "./messenger-keys.ts";

export interface MessengerKeysOptions {
  /** Channels in the order of the list. */
  ids: readonly string[];
  channelId: string | null;
  onNavigate: (channelId: string | null) => void;
  search: RefObject<HTMLInputElement | null>;
  /** Where focus has to be for a key to count; null for anywhere on the page. */
  within: RefObject<HTMLElement | null> | null;
  onEscape: () => void;
  /** Asked for the map of keys; a question mark in a text is only that. */
  onKeys: () => void;
}

/** The messenger's keys, except inside a dialog or menu. */
export function useMessengerKeys(options: MessengerKeysOptions): void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { within } = latest.current;
      if (within !== null && !(event.target instanceof Node && within.current?.contains(event.target) === true)) return;
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]')) return;
      const action = readMessengerKey(event);
      if (action === null) return;
      const { ids, channelId, onNavigate, search, onEscape, onKeys } = latest.current;
      if (action === "keys") {
        if (isWriting(event.target)) return;
        event.preventDefault();
        return onKeys();
      }
      if (action === "escape") return onEscape();
      event.preventDefault();
      if (action === "search") {
        // Where there is one pane, the list has to come back first.
        if (search.current?.offsetParent === null) {
          onNavigate(null);
          requestAnimationFrame(() => search.current?.select());
        } else search.current?.select();
        return;
      }
      const next = neighbour(ids, channelId, action === "next" ? 1 : -1);
      if (next !== null && next !== channelId) onNavigate(next);
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
