"use client";

import { useCallback, useEffect, useState } from "react";
import { createAnnouncer } from "./announcer.ts";

/** Text for the one polite live region of a list, throttled. `summary` words several things that came at once. */
export function useAnnouncer(summary: (count: number) => string): { text: string; announce: (text: string) => void } {
  const [text, setText] = useState("");
  // The same words again would change nothing on the page, and not be spoken: an unheard space makes them others.
  const [announcer] = useState(() => createAnnouncer((next) => setText((held) => (held === next ? `${next}\u00a0` : next))));
  useEffect(() => () => announcer.close(), [announcer]);
  const announce = useCallback((what: string) => announcer.announce(what, summary), [announcer, summary]);
  return { text, announce };
}
