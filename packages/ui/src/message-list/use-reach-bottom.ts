"use client";

import { useEffect, useRef } from "react";

/** Tells that the end of the channel was on screen in a visible tab, once for each last seq. */
export function useReachBottom(
  isAtEnd: boolean,
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
    latest.current.onAtBottomChange?.(isAtEnd);
  }, [isAtEnd]);
  useEffect(() => {
    if (!isAtEnd || seq === 0) return undefined;
    const tell = () => {
      if (document.visibilityState !== "visible" || told.current === seq) return;
      told.current = seq;
      latest.current.onReachBottom?.(seq);
    };
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [isAtEnd, seq]);
}
