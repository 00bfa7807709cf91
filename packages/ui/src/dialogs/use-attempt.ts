import { useCallback, useRef, useState } from "react";

/** Something that may be refused: answers what to tell the person, or null where it worked. */
export type Attempt = Promise<string | null>;

/** Runs one attempt at a time: `isPending` while it runs, `error` when it was refused, until the next one begins. */
export function useAttempt() {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const isRunning = useRef(false);

  /** Answers true where it worked. */
  const run = useCallback(async (attempt: () => Attempt): Promise<boolean> => {
    if (isRunning.current) return false;
    isRunning.current = true;
    setPending(true);
    setError(null);
    try {
      const refusal = await attempt();
      setError(refusal);
      return refusal === null;
    } finally {
      isRunning.current = false;
      setPending(false);
    }
  }, []);

  return { isPending, error, setError, run };
}
