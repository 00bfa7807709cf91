"use client";

import { useCallback, useEffect, useState } from "react";
import { createAnnouncer } from "./announcer.ts";

/** Text for the one polite live region of a list, throttled. `summary` words several things that came at once. */
export function useAnnouncer(summary: (count: number) => string): { text: string; announce: (text: string) => void } {
  const [text, setText] = useState("");
  const [announcer] = useState(() => createAnnouncer(setText));
  useEffect(() => () => announcer.close(), [announcer]);
  const announce = useCallback((what: string) => announcer.announce(what, summary), [announcer, summary]);
  return { text, announce };
}
