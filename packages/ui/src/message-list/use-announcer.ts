"use client";

import { useCallback, useEffect, useRef, useState } from "react";

const EVERY_MS = 1_000;

/**
 * Text for one polite live region, at most once a second. What comes meanwhile waits, and several things are summed up in one sentence.
 */
export function useAnnouncer(summary: (count: number) => string): { text: string; announce: (text: string) => void } {
  const [text, setText] = useState("");
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const sum = useRef(summary);
  useEffect(() => {
    sum.current = summary;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const flush = useCallback(() => {
    const [only, ...others] = waiting.current;
    waiting.current = [];
    timer.current = undefined;
    if (only === undefined) return;
    setText(others.length === 0 ? only : sum.current(others.length + 1));
    timer.current = setTimeout(flush, EVERY_MS);
  }, []);
  const announce = useCallback(
    (what: string) => {
      waiting.current.push(what);
      if (timer.current === undefined) flush();
    },
    [flush],
  );
  return { text, announce };
}
