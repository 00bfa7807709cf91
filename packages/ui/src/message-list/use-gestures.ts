"use client";

import { useEffect, type RefObject } from "react";

const UPWARDS = new Set(["ArrowUp", "PageUp", "Home"]);

/**
 * Tells of the reader's own moves as they begin. The scroll event of a gesture comes a frame after it: a message that arrives in between
 * would pull the reader back.
 */
export function useGestures(scroller: RefObject<HTMLElement | null>, onGesture: (upwards: boolean) => void): void {
  useEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    let from = 0;
    const listening = new AbortController();
    const options = { passive: true, signal: listening.signal };
    box.addEventListener("wheel", (event) => onGesture(event.deltaY < 0), options);
    box.addEventListener("keydown", (event) => onGesture(event.target === box && UPWARDS.has(event.key)), options);
    box.addEventListener("pointerdown", () => onGesture(false), options);
    box.addEventListener(
      "touchstart",
      (event) => {
        from = event.touches[0]?.clientY ?? 0;
      },
      options,
    );
    box.addEventListener("touchmove", (event) => onGesture((event.touches[0]?.clientY ?? 0) > from + 2), options);
    return () => listening.abort();
  }, [scroller, onGesture]);
}
