"use client";

import { useCallback, useEffect, useRef, useState } from "react";

const SHOWN_MS = 2_000;

/** The message that is pointed out for a moment. */
export function useHighlight(): { seq: number | null; point: (seq: number) => void } {
  const [seq, setSeq] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const point = useCallback((next: number) => {
    clearTimeout(timer.current);
    setSeq(next);
    timer.current = setTimeout(() => setSeq(null), SHOWN_MS);
  }, []);
  return { seq, point };
}
