"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";

/**
 * A screen's filters, kept in its address so that each view can be linked: what is not there has its value of `defaults` (keep that object's
 * identity stable). Setting some keys leaves the others; `isStep` makes it a step that the browser's Back takes back, such as opening a row.
 */
export function useUrlState<K extends string>(
  defaults: Readonly<Record<K, string>>,
): [Readonly<Record<K, string>>, (change: Partial<Record<K, string>>, isStep?: boolean) => void] {
  const params = useSearchParams();
  const state = useMemo(() => {
    const read: Record<K, string> = { ...defaults };
    for (const key of Object.keys(defaults) as K[]) read[key] = params.get(key) ?? defaults[key];
    return read;
  }, [params, defaults]);
  const change = useCallback(
    (next: Partial<Record<K, string>>, isStep = false) => {
      const after = new URLSearchParams(window.location.search);
      for (const [key, value] of Object.entries(next) as [K, string][]) {
        if (value === defaults[key]) after.delete(key);
        else after.set(key, value);
      }
      const address = `${window.location.pathname}${after.size === 0 ? "" : `?${after}`}`;
      if (isStep) window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
    [defaults],
  );
  return [state, change];
}
