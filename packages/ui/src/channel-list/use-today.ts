import { useEffect, useState } from "react";

const dayIn = (date: Date, timeZone: string | undefined) => date.toLocaleDateString("en", { timeZone });

/** Now, but a new value only when the day changes, here or in the zone given: rows that show days need no more. */
export function useToday(timeZone?: string): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow((held) => (dayIn(held, timeZone) === dayIn(new Date(), timeZone) ? held : new Date()));
    }, 30_000);
    return () => clearInterval(timer);
  }, [timeZone]);
  return now;
}
