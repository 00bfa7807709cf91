"use client";

import { useRef, type PointerEvent, type RefObject } from "react";

const BEGIN_PX = 12;
const DONE_PX = 64;
const MOST_PX = 88;

/**
 * Handlers that answer a message when a finger draws it towards the end of its line. The row follows the finger, and vertical moves stay the
 * browser's (`touch-action: pan-y`). The distance is in `--chat-swipe`, and `data-swipe` says how far it is.
 */
export function useSwipe(row: RefObject<HTMLElement | null>, onSwipe: (() => void) | undefined) {
  const from = useRef<{ id: number; x: number; y: number; sign: 1 | -1; isOn: boolean } | null>(null);

  const show = (pixels: number) => {
    const element = row.current;
    if (!element) return;
    if (pixels === 0) {
      element.style.removeProperty("--chat-swipe");
      delete element.dataset["swipe"];
      return;
    }
    element.style.setProperty("--chat-swipe", `${pixels * (from.current?.sign ?? 1)}px`);
    element.dataset["swipe"] = pixels >= DONE_PX ? "done" : "begun";
  };
  const end = (isDone: boolean) => {
    const wasOn = from.current?.isOn ?? false;
    from.current = null;
    show(0);
    if (wasOn && isDone) onSwipe?.();
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (!onSwipe || event.pointerType !== "touch" || !event.isPrimary) return;
      const sign = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
      from.current = { id: event.pointerId, x: event.clientX, y: event.clientY, sign, isOn: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const start = from.current;
      if (!start || event.pointerId !== start.id) return;
      const along = (event.clientX - start.x) * start.sign;
      const across = Math.abs(event.clientY - start.y);
      if (!start.isOn) {
        if (across > BEGIN_PX || along < -BEGIN_PX) from.current = null;
        if (along < BEGIN_PX || across > along) return;
        start.isOn = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }
      const wasDone = row.current?.dataset["swipe"] === "done";
      show(Math.max(1, Math.min(MOST_PX, along - BEGIN_PX)));
      if (!wasDone && row.current?.dataset["swipe"] === "done") navigator.vibrate?.(8);
    },
    onPointerUp: () => end(row.current?.dataset["swipe"] === "done"),
    onPointerCancel: () => end(false),
  };
}
