"use client";

import { useSanctions } from "@chat/client/react";
import type { OwnSanction } from "@chat/contract";
import { useEffect, useState } from "react";

/** Longer waits overflow a timer. */
const longestMs = 2_147_483_647;

/** The mute that keeps the reader from writing in a channel now, the longest of several; null where none does. `rootId`: of a thread, its root. */
export function useMute(rootId: string | undefined): OwnSanction | null {
  const { items } = useSanctions().state;
  const [now, setNow] = useState(Date.now);
  const endOf = ({ until }: OwnSanction) => (until === null ? Infinity : Date.parse(until));
  const mute = items
    .filter(({ type, liftedAt, channel }) => type === "mute" && liftedAt === null && (channel === null || channel.id === rootId))
    .reduce<OwnSanction | null>((longest, one) => (longest === null || endOf(one) > endOf(longest) ? one : longest), null);
  const end = mute === null ? Infinity : endOf(mute);
  useEffect(() => {
    if (end === Infinity) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(longestMs, Math.max(0, end - Date.now())));
    return () => clearTimeout(timer);
  }, [end, now]);
  return mute !== null && end > now ? mute : null;
}
