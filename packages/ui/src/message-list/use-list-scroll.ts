"use client";

import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import type { VirtualizerHandle } from "virtua";
import { NEAR_END, nextHold, type Hold } from "./stick.ts";
import { useGestures } from "./use-gestures.ts";

export interface ListScroll {
  scroller: RefObject<HTMLDivElement | null>;
  virtualizer: RefObject<VirtualizerHandle | null>;
  /** State: the end is on screen; null until the list has been placed. */
  isAtEnd: boolean | null;
  /** Holds to the end while it does: call after every commit and every change of size. */
  follow: () => void;
  goToEnd: (motion?: "smooth" | "none") => void;
  /** Shows a row in the middle or near the top, and lets go of the end first. */
  goToRow: (index: number, align: "start" | "center", motion?: "smooth" | "none") => void;
  /** Scrolls no further than needed to have all of a row on screen. */
  reveal: (index: number) => void;
  /** False once the reader has moved away from the end. */
  isHeld: () => boolean;
  /** True while the end is to be shown as soon as it is loaded; what the reader does meanwhile wins. */
  wantsEnd: RefObject<boolean>;
  /** Puts a row so many pixels above the top of the box. */
  putAtTop: (index: number, offset: number) => void;
  /** True from a jump until the list came to rest: nothing is loaded meanwhile. */
  isJumping: () => boolean;
  /** Call on every scroll. */
  onScroll: () => void;
  onScrollEnd: () => void;
}

/** Pixels; as much as a list that was drawn on the server leaves above its unread line. */
const ROOM_ABOVE = 56;
// So long after a gesture its scrolling has begun, if there is any.
const BEGUN_MS = 150;
// Further than this a smooth scroll would only be a blur of rows that are mounted and thrown away.
const SMOOTH_SCREENS = 2;

function distanceOf(box: HTMLElement): number {
  return box.scrollHeight - box.scrollTop - box.clientHeight;
}

function isNear(box: HTMLElement, target: number): boolean {
  return Math.abs(target - box.scrollTop) <= SMOOTH_SCREENS * box.clientHeight;
}

function wantsMotion(): boolean {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

interface Aim {
  index: number;
  align: "start" | "center";
}

function roomAbove(list: VirtualizerHandle, box: HTMLElement, { index, align }: Aim): number {
  return align === "start" ? ROOM_ABOVE : (box.clientHeight - list.getItemSize(index)) / 2;
}

function scrollToRow(list: VirtualizerHandle, { index, align }: Aim, smooth: boolean): void {
  list.scrollToIndex(index, { align, smooth, offset: align === "start" ? -ROOM_ABOVE : 0 });
}

function isOff(list: VirtualizerHandle, box: HTMLElement, aim: Aim): boolean {
  const wanted = Math.max(
    0,
    Math.min(list.getItemOffset(aim.index) - roomAbove(list, box, aim), box.scrollHeight - box.clientHeight),
  );
  return Math.abs(wanted - box.scrollTop) > 2;
}

/** Where the list stands. It holds to its end until the reader moves away; what the reader does always wins. */
export function useListScroll(): ListScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const held = useRef<Hold>("held");
  const wantsEnd = useRef(false);
  const jumping = useRef(false);
  const target = useRef<Aim | null>(null);
  const offset = useRef(0);
  const [isAtEnd, setAtEnd] = useState<boolean | null>(null);

  const hold = useCallback((next: Hold) => {
    held.current = next;
    setAtEnd(next === "held" || (scroller.current !== null && distanceOf(scroller.current) <= NEAR_END));
  }, []);
  const follow = useCallback(() => {
    const box = scroller.current;
    if (!box || held.current !== "held" || distanceOf(box) <= 0) return;
    box.scrollTop = box.scrollHeight;
    offset.current = box.scrollTop;
  }, []);
  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const move = { before: offset.current, now: box.scrollTop, distance: distanceOf(box) };
    offset.current = move.now;
    // On the way of a jump the list passes places, its end too where other rows are not measured yet: they are not where it stands.
    if (!jumping.current) hold(nextHold(held.current, move));
  }, [hold]);

  const settling = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(settling.current), []);
  const onGesture = useCallback(
    (upwards: boolean) => {
      jumping.current = false;
      if (upwards) wantsEnd.current = false;
      const box = scroller.current;
      if (!upwards || held.current === "away" || !box || box.scrollHeight <= box.clientHeight) return;
      hold("leaving");
      clearTimeout(settling.current);
      // A gesture may move nothing, such as a turn of the wheel over something that scrolls by itself. In a frame, scroll events come first.
      const settle = () => {
        if (held.current !== "leaving") return;
        hold("held");
        follow();
      };
      settling.current = setTimeout(() => requestAnimationFrame(settle), BEGUN_MS);
    },
    [hold, follow],
  );
  useGestures(scroller, onGesture);

  const goToEnd = useCallback(
    (motion: "smooth" | "none" = "smooth") => {
      const box = scroller.current;
      if (!box) return;
      const smooth = motion === "smooth" && isNear(box, box.scrollHeight - box.clientHeight) && wantsMotion();
      wantsEnd.current = false;
      jumping.current = distanceOf(box) > 1;
      target.current = null;
      hold("held");
      box.scrollTo({ top: box.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    },
    [hold],
  );
  const goToRow = useCallback(
    (index: number, align: "start" | "center", motion: "smooth" | "none" = "smooth") => {
      const list = virtualizer.current;
      const box = scroller.current;
      if (!list || !box) return;
      wantsEnd.current = false;
      const at = list.getItemOffset(index);
      const aim = { index, align };
      // As far down as it goes: that is the end, and holding to it is what a reader expects there.
      if (at - roomAbove(list, box, aim) >= box.scrollHeight - box.clientHeight) {
        goToEnd(motion);
        return;
      }
      // What stands there already is not scrolled, and no event would end the jump: a later scroll would be taken for its own.
      jumping.current = isOff(list, box, aim);
      target.current = jumping.current ? aim : null;
      held.current = "away";
      setAtEnd(false);
      scrollToRow(list, aim, motion === "smooth" && isNear(box, at) && wantsMotion());
    },
    [goToEnd],
  );
  const reveal = useCallback((index: number) => virtualizer.current?.scrollToIndex(index, { align: "nearest" }), []);
  const isJumping = useCallback(() => jumping.current, []);
  const isHeld = useCallback(() => held.current === "held", []);
  const putAtTop = useCallback((index: number, pixels: number) => {
    held.current = "away";
    setAtEnd(false);
    virtualizer.current?.scrollToIndex(index, { align: "start", offset: pixels });
  }, []);
  const onScrollEnd = useCallback(() => {
    const box = scroller.current;
    const list = virtualizer.current;
    if (!box || !list) return;
    const aim = jumping.current ? target.current : null;
    target.current = null;
    if (aim && isOff(list, box, aim)) {
      // Rows that were measured on the way have moved the place that it was aimed at: once more, now that they are known.
      scrollToRow(list, aim, false);
      return;
    }
    jumping.current = false;
    hold(nextHold(held.current, { before: box.scrollTop, now: box.scrollTop, distance: distanceOf(box) }));
  }, [hold]);
  return {
    scroller,
    virtualizer,
    isAtEnd,
    isHeld,
    wantsEnd,
    follow,
    goToEnd,
    goToRow,
    putAtTop,
    reveal,
    isJumping,
    onScroll,
    onScrollEnd,
  };
}
