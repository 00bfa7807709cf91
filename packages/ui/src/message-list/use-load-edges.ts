"use client";

import { useCallback, useEffect, useRef } from "react";

export interface Edge {
  has: boolean;
  isLoading: boolean;
  load: (() => unknown) | undefined;
}

/** How close to an end, in screens, the next page is asked for. */
const SCREENS = 1.5;

/**
 * Asks for more at either end, from scrolling only: never on mount, never during a jump, one request in flight a direction. A request that
 * failed is asked again by the next scroll.
 */
export function useLoadEdges(older: Edge, newer: Edge) {
  const latest = useRef({ older, newer });
  useEffect(() => {
    latest.current = { older, newer };
  });
  const asked = useRef({ older: false, newer: false });
  // Asked is over when the loading that it began is: seen by the flag going down, or by the promise where there is one.
  useEffect(() => {
    if (!older.isLoading) asked.current.older = false;
  }, [older.isLoading]);
  useEffect(() => {
    if (!newer.isLoading) asked.current.newer = false;
  }, [newer.isLoading]);

  const ask = useCallback((which: "older" | "newer") => {
    const edge = latest.current[which];
    if (!edge.has || edge.isLoading || asked.current[which] || !edge.load) return;
    asked.current[which] = true;
    const over = () => {
      asked.current[which] = false;
    };
    Promise.resolve(edge.load()).then(over, over);
  }, []);

  return useCallback(
    (box: HTMLElement) => {
      const reach = SCREENS * box.clientHeight;
      if (box.scrollTop < reach) ask("older");
      if (box.scrollHeight - box.scrollTop - box.clientHeight < reach) ask("newer");
    },
    [ask],
  );
}
