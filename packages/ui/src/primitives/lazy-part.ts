import { lazy, type ComponentType, type LazyExoticComponent } from "react";

const shortestMs = 500;
const longestMs = 10_000;
const early = new Set<() => Promise<unknown>>();

/**
 * React's `lazy` for a part that the first paint does not need. What cannot be loaded now, without network or while the server starts
 * again, is asked for again: `lazy` alone would take the page down, with all that is unsent on it. `idle` parts are fetched by
 * `loadPartsWhenIdle`, so that they are there when the network is not, and show at once, without a fallback.
 */
export function lazyPart<P>(
  load: () => Promise<ComponentType<P>>,
  when: "idle" | "first-use",
): LazyExoticComponent<ComponentType<P>> {
  let part: ComponentType<P> | undefined;
  const keep = async () => (part = await load());
  if (when === "idle") early.add(keep);
  return lazy(() => (part === undefined ? keepLoading(keep).then(asModule) : atOnce(asModule(part))));
}

const asModule = <P>(part: ComponentType<P>) => ({ default: part });

/** A promise that `lazy` need not wait for: it calls back while it is asked. */
// oxlint-disable-next-line unicorn/no-thenable -- only `lazy` gets it
const atOnce = <T>(value: T) => ({ then: (tell: (value: T) => void) => tell(value) }) as Promise<T>;

/** Fetches parts once the page has nothing else to do; answers how to call it off. */
export function loadPartsWhenIdle(): () => void {
  // A part that fails here is loaded when it is first used.
  const run = () => void Promise.allSettled([...early].map((load) => load()));
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(run, shortestMs);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(run);
  return () => cancelIdleCallback(handle);
}

async function keepLoading<T>(load: () => Promise<T>): Promise<T> {
  for (let waitMs = shortestMs; ; waitMs = Math.min(longestMs, waitMs * 2)) {
    try {
      return await load();
    } catch {
      await pause(waitMs);
    }
  }
}

/** Ends early when the network is back. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener("online", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    addEventListener("online", end);
  });
}
