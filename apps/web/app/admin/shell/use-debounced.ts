import { useEffect, useState } from "react";

/** `value`, once it has stayed the same for a while (200 ms): what is typed is not asked for letter by letter. */
export function useDebounced<T>(value: T, ms = 200): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
