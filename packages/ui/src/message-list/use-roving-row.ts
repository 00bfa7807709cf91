"use client";

import { useRef, useState, type KeyboardEvent, type RefObject } from "react";
import type { Row } from "./rows.ts";
import { useIsomorphicLayoutEffect } from "./use-isomorphic-layout-effect.ts";

/**
 * One message of the list is in the tab order; arrow keys, Home and End move which. The row must stay mounted (`index` says which), or
 * focus would fall off the page with it.
 */
export function useRovingRow(rows: readonly Row[], scroller: RefObject<HTMLElement | null>, reveal: (index: number) => void) {
  const [key, setKey] = useState<string | null>(null);
  const wanted = useRef(false);
  const held = key === null ? -1 : rows.findIndex((row) => row.key === key);
  const index = held >= 0 ? held : previousMessage(rows, rows.length);

  useIsomorphicLayoutEffect(() => {
    if (!wanted.current || index < 0) return;
    wanted.current = false;
    reveal(index);
    const row = rows[index];
    if (row) focusRow(scroller.current, row.key, FRAMES);
  });

  const moveTo = (next: number) => {
    const row = rows[next];
    if (!row) return;
    wanted.current = true;
    setKey(row.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (
      !(event.target instanceof HTMLElement) ||
      event.target.dataset["slot"] !== "message" ||
      event.altKey ||
      event.ctrlKey ||
      event.metaKey
    )
      return;
    const next = target(rows, index, event.key);
    if (next === null) return;
    event.preventDefault();
    if (next !== index) moveTo(next);
  };
  /** A click or Tab into a row makes it the one. */
  const onFocus = (event: { target: EventTarget }) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]")?.dataset["row"] : undefined;
    if (row !== undefined && row !== key) setKey(row);
  };
  return { index, key: rows[index]?.key ?? null, onKeyDown, onFocus, moveTo };
}

// A row out of sight is hidden until it was measured, and what is hidden takes no focus.
const FRAMES = 20;

function focusRow(scroller: HTMLElement | null, key: string, frames: number): void {
  // Above the first row's own message another may stand: the one that a thread hangs off.
  const messages = scroller?.querySelectorAll<HTMLElement>(`[data-row="${CSS.escape(key)}"] [data-slot="message"]`);
  const message = messages?.[messages.length - 1];
  message?.focus({ preventScroll: true });
  if (frames > 0 && document.activeElement !== message) requestAnimationFrame(() => focusRow(scroller, key, frames - 1));
}

function target(rows: readonly Row[], index: number, key: string): number | null {
  switch (key) {
    case "ArrowUp":
      return previousMessage(rows, index);
    case "ArrowDown":
      return nextMessage(rows, index);
    case "Home":
      return nextMessage(rows, -1);
    case "End":
      return previousMessage(rows, rows.length);
    default:
      return null;
  }
}

function previousMessage(rows: readonly Row[], from: number): number {
  let at = from - 1;
  while (at >= 0 && rows[at]?.message.kind === "system") at--;
  return at >= 0 ? at : from;
}

function nextMessage(rows: readonly Row[], from: number): number {
  let at = from + 1;
  while (at < rows.length && rows[at]?.message.kind === "system") at++;
  return at < rows.length ? at : from;
}
