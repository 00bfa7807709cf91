"use client";

import { useEffect, useRef } from "react";

/** Tells that the end of the channel was on screen in a visible tab, once for each last seq. `isWhole`: nothing newer is left to load. */
export function useReachBottom(
  isAtEnd: boolean | null,
  isWhole: boolean,
  seq: number,
  onReachBottom: ((seq: number) => void) | undefined,
  onAtBottomChange: ((isAtBottom: boolean) => void) | undefined,
): void {
  const told = useRef(0);
  const latest = useRef({ onReachBottom, onAtBottomChange });
  useEffect(() => {
    latest.current = { onReachBottom, onAtBottomChange };
  });
  useEffect(() => {
    if (isAtEnd !== null) latest.current.onAtBottomChange?.(isAtEnd);
  }, [isAtEnd]);
  useEffect(() => {
    if (!isAtEnd || !isWhole || seq === 0) return undefined;
    const tell = () => {
      if (document.visibilityState !== "visible" || told.current === seq) return;
      told.current = seq;
      latest.current.onReachBottom?.(seq);
    };
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [isAtEnd, isWhole, seq]);
}
