interface Handlers {
  onOnline(): void;
  onOffline(): void;
}

/** Hears of the network and of a tab that is looked at again, which often slept without its socket. Does nothing outside a browser. */
export function watchBrowser({ onOnline, onOffline }: Handlers): () => void {
  if (typeof window === "undefined" || typeof document === "undefined") return () => {};
  const onVisible = () => {
    if (document.visibilityState === "visible") onOnline();
  };
  window.addEventListener("online", onOnline);
  window.addEventListener("offline", onOffline);
  document.addEventListener("visibilitychange", onVisible);
  return () => {
    window.removeEventListener("online", onOnline);
    window.removeEventListener("offline", onOffline);
    document.removeEventListener("visibilitychange", onVisible);
  };
}
