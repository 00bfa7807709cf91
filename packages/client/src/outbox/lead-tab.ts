export interface Lead {
  /** Lets another tab lead; this one gets in line again behind it. */
  yield(): void;
  /** Gives the lead up for good. */
  stop(): void;
}

/**
 * One of the tabs that ask for the same name leads at a time: the one that holds the Web Lock. When it closes, yields or dies, the next takes
 * over. `onRefused`: the browser gives this page no locks, as in a sandboxed frame.
 */
export function waitForLead(
  locks: LockManager,
  name: string,
  handlers: { onLead(): void; onLost(): void; onRefused(): void },
): Lead {
  const stopped = new AbortController();
  let letGo: (() => void) | undefined;

  const hold = () =>
    new Promise<void>((resolve) => {
      letGo = resolve;
      handlers.onLead();
    });

  const wait = async () => {
    while (!stopped.signal.aborted) {
      await locks.request(name, { signal: stopped.signal }, hold);
      letGo = undefined;
    }
  };
  wait().catch(() => {
    if (!stopped.signal.aborted) handlers.onRefused();
  });

  const release = () => {
    if (letGo === undefined) return;
    handlers.onLost();
    letGo();
  };
  return {
    yield: release,
    stop() {
      stopped.abort();
      release();
    },
  };
}
