import { useSyncExternalStore } from "react";

/** The page's path, which a shop of this size needs no router for. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

export function go(path: string): void {
  if (path !== location.pathname) history.pushState(null, "", path);
  dispatchEvent(new PopStateEvent("popstate"));
}

function subscribe(listener: () => void): () => void {
  addEventListener("popstate", listener);
  return () => removeEventListener("popstate", listener);
}
