import { useEffect, useState } from "react";

/** Now, but a new value only when the local day changes: rows that show days need no more. */
export function useToday(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow((held) => (held.toDateString() === new Date().toDateString() ? held : new Date()));
    }, 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
