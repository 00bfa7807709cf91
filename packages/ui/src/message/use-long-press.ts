"use client";

import { useEffect, useRef, type MouseEvent, type PointerEvent, type TouchEvent } from "react";

const HELD_MS = 450;
const SLOP_PX = 10;

/** Handlers that call back after a finger rested on an element; scrolling and lifting cancel it. Mice are left alone. */
export function useLongPress(onLongPress: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const from = useRef({ x: 0, y: 0, touch: false });
  const wasHeld = useRef(false);
  const cancel = () => clearTimeout(timer.current);
  useEffect(() => cancel, []);
  return {
    onPointerDown: (event: PointerEvent) => {
      from.current = { x: event.clientX, y: event.clientY, touch: event.pointerType === "touch" };
      wasHeld.current = false;
      if (event.pointerType !== "touch") return;
      cancel();
      timer.current = setTimeout(() => {
        wasHeld.current = true;
        onLongPress();
      }, HELD_MS);
    },
    onPointerMove: (event: PointerEvent) => {
      const moved = Math.abs(event.clientX - from.current.x) + Math.abs(event.clientY - from.current.y);
      if (moved > SLOP_PX) cancel();
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
    // What the press opened lies under the finger by now, and a click that follows its lifting would land there.
    onTouchEnd: (event: TouchEvent) => {
      if (wasHeld.current && event.cancelable) event.preventDefault();
    },
    // The system's own menu would cover the sheet that this opens.
    onContextMenu: (event: MouseEvent) => {
      if (from.current.touch && !(event.target as Element).closest("a")) event.preventDefault();
    },
  };
}
