"use client";

import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import type { VirtualizerHandle } from "virtua";
import { NEAR_END, nextStuck } from "./stick.ts";

export interface ListScroll {
  scroller: RefObject<HTMLDivElement | null>;
  virtualizer: RefObject<VirtualizerHandle | null>;
  /** State: the end is on screen; null until the list has been placed. */
  isAtEnd: boolean | null;
  /** Holds to the end while it does: call after every commit and every change of size. */
  follow: () => void;
  /** Call on every scroll. */
  onScroll: () => void;
  goToEnd: (motion?: "smooth" | "none") => void;
  /** Shows a row. `center` and `start` may have to measure on the way; the list lets go of its end first. */
  goToRow: (index: number, align: "start" | "center" | "nearest") => void;
  /** True from a jump until the list came to rest: nothing is loaded meanwhile. */
  isJumping: () => boolean;
  onScrollEnd: () => void;
}

const ROOM_ABOVE = 56;
// Further than this a smooth scroll would only be a blur of rows that are mounted and thrown away.
const SMOOTH_SCREENS = 2;

/** Where the list stands. It holds to its end until the reader moves away; what the reader does always wins. */
export function useListScroll(): ListScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const stuck = useRef(true);
  const jumping = useRef(false);
  const offset = useRef(0);
  const [isAtEnd, setAtEnd] = useState<boolean | null>(null);

  const distance = () => {
    const box = scroller.current;
    return box ? box.scrollHeight - box.scrollTop - box.clientHeight : 0;
  };
  const hold = useCallback((next: boolean) => {
    stuck.current = next;
    setAtEnd(next || distance() <= NEAR_END);
  }, []);
  const follow = useCallback(() => {
    const box = scroller.current;
    if (!box || !stuck.current || distance() <= 0) return;
    box.scrollTop = box.scrollHeight;
    offset.current = box.scrollTop;
  }, []);
  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const move = { before: offset.current, now: box.scrollTop, distance: distance() };
    offset.current = move.now;
    hold(nextStuck(stuck.current, move));
  }, [hold]);

  const onGesture = useCallback(
    (upwards: boolean) => {
      jumping.current = false;
      if (upwards && (scroller.current?.scrollTop ?? 0) > 0) hold(false);
    },
    [hold],
  );
  useGestures(scroller, onGesture);

  const isFar = (target: number) => Math.abs(target - offset.current) > SMOOTH_SCREENS * (scroller.current?.clientHeight ?? 0);
  const goToEnd = useCallback(
    (motion: "smooth" | "none" = "smooth") => {
      const box = scroller.current;
      if (!box) return;
      const smooth = motion === "smooth" && !isFar(box.scrollHeight - box.clientHeight) && !prefersLessMotion();
      jumping.current = true;
      hold(true);
      box.scrollTo({ top: box.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    },
    [hold],
  );
  const goToRow = useCallback(
    (index: number, align: "start" | "center" | "nearest") => {
      const list = virtualizer.current;
      const box = scroller.current;
      if (!list || !box) return;
      if (align === "nearest") {
        list.scrollToIndex(index, { align });
        return;
      }
      const above = align === "start" ? ROOM_ABOVE : (box.clientHeight - list.getItemSize(index)) / 2;
      // As far down as it goes: that is the end, and holding to it is what a reader expects there.
      if (list.getItemOffset(index) - above >= box.scrollHeight - box.clientHeight) {
        goToEnd(align === "start" ? "none" : "smooth");
        return;
      }
      jumping.current = true;
      hold(false);
      const smooth = align === "center" && !isFar(list.getItemOffset(index)) && !prefersLessMotion();
      list.scrollToIndex(index, { align, smooth, offset: align === "start" ? -ROOM_ABOVE : 0 });
    },
    [hold, goToEnd],
  );
  return {
    scroller,
    virtualizer,
    isAtEnd,
    follow,
    onScroll,
    goToEnd,
    goToRow,
    isJumping: useCallback(() => jumping.current, []),
    onScrollEnd: useCallback(() => {
      jumping.current = false;
    }, []),
  };
}

function prefersLessMotion(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * The scroll event of a gesture comes a frame after it: a message that arrives in between would pull the reader back. So an upward one is
 * told at once, and any gesture ends a jump.
 */
function useGestures(scroller: RefObject<HTMLDivElement | null>, onGesture: (upwards: boolean) => void): void {
  useEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    let from = 0;
    const handlers: { [K in "wheel" | "keydown" | "pointerdown" | "touchstart" | "touchmove"]: (event: HTMLElementEventMap[K]) => void } = {
      wheel: (event) => onGesture(event.deltaY < 0),
      keydown: (event) => onGesture(event.target === box && ["ArrowUp", "PageUp", "Home"].includes(event.key)),
      pointerdown: () => onGesture(false),
      touchstart: (event) => {
        from = event.touches[0]?.clientY ?? 0;
      },
      touchmove: (event) => onGesture((event.touches[0]?.clientY ?? 0) > from + 2),
    };
    const listening = new AbortController();
    const options = { passive: true, signal: listening.signal };
    box.addEventListener("wheel", handlers.wheel, options);
    box.addEventListener("keydown", handlers.keydown, options);
    box.addEventListener("pointerdown", handlers.pointerdown, options);
    box.addEventListener("touchstart", handlers.touchstart, options);
    box.addEventListener("touchmove", handlers.touchmove, options);
    return () => listening.abort();
  }, [scroller, onGesture]);
}
