import type { ChatStore } from "../cache/store.ts";
import { slices } from "../cache/slices.ts";
import { nextExpiry } from "./apply-event.ts";

/** Lets typing lines end by themselves. Answers how to stop it. */
export function expireTyping(store: ChatStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const schedule = () => {
    clearTimeout(timer);
    const next = nextExpiry(store.read(slices.typing));
    if (next === undefined) return;
    timer = setTimeout(() => store.dispatch({ type: "typing.expired", now: Date.now() }), Math.max(0, next - Date.now()) + 1);
  };
  const unsubscribe = store.subscribe(slices.typing, schedule);
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
