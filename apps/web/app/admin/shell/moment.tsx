"use client";

import { useEffect, useState } from "react";

const units = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** "3 minutes ago", "in 2 days", "just now". */
function relativeTime(at: string | Date, now = Date.now()): string {
  const seconds = (new Date(at).getTime() - now) / 1_000;
  const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  for (const [unit, length] of units) if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  return seconds > 45 ? "in a moment" : "just now";
}

/** Day and time to the second, in the reader's zone. */
export function exactTime(at: string | Date): string {
  return new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" });
}

/** When something was or will be: relative, and exact on hover. Null is `fallback`. */
export function Moment({ at, fallback = "never" }: { at: string | null; fallback?: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  if (at === null) return <span className="chat:text-muted">{fallback}</span>;
  return (
    <time dateTime={at} title={exactTime(at)} className="chat:whitespace-nowrap">
      {relativeTime(at, now)}
    </time>
  );
}
